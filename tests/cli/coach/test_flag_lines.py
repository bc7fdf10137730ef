"""Lines of red flags."""

from datetime import date

import pytest
from coach_logs import RULES

from footcoach_tui.cli.coach.flag_lines import open_flag_line


@pytest.mark.parametrize("name", RULES.flags)
def test_the_urgency_of_a_flag_is_said_once(name: str) -> None:
    flag = RULES.flags[name]

    line = open_flag_line(flag, date(2026, 3, 4))

    assert line.startswith(f"Open since 2026-03-04: {flag.question} ")
    assert line.count(flag.urgency.heading) == 1
