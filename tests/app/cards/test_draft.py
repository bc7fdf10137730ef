"""The composer as text."""

import pytest

from footcoach_tui.app.cards.draft import MOST_LINES, field_lines
from footcoach_tui.authoring.draft_fields import StepField

FIELDS = [StepField(f"part {number}", "tempo", number, number) for number in range(1, 13)]


@pytest.mark.parametrize("chosen", range(12))
def test_the_chosen_value_is_always_in_sight(chosen: int) -> None:
    lines = field_lines(FIELDS, chosen, 24).plain.split("\n")
    assert len(lines) == MOST_LINES
    assert f"[part {chosen + 1} {chosen + 1} s]" in "\n".join(lines)
    assert all(len(line) <= 26 for line in lines)


def test_values_share_a_line_while_there_is_room() -> None:
    assert field_lines(FIELDS[:2], 1, 40).plain == "part 1 1 s · [part 2 2 s]"
