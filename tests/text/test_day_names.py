from datetime import date, timedelta

import pytest

from footcoach_tui.text.day_names import day_name

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("ahead", "name"),
    [(0, "Monday"), (1, "Tuesday"), (6, "Sunday"), (7, "Mon 7 Dec"), (-1, "Sun 29 Nov")],
)
def test_a_near_day_is_named_by_its_weekday(ahead: int, name: str) -> None:
    assert day_name(TODAY + timedelta(days=ahead), TODAY) == name
