"""The choice of a plan as an entry of the history."""

from datetime import date, time

import pytest

from footcoach_tui.coach.answers.plan_choice import PlanChoice

MONDAY = date(2026, 3, 2)
CHOICE = PlanChoice(MONDAY, "foot-core-8wk", MONDAY, at=time(7, 5))


def test_the_time_of_reminders_is_kept() -> None:
    assert CHOICE.document()["at"] == "07:05"
    assert PlanChoice.read(CHOICE.document()) == CHOICE
    assert "at" not in CHOICE._replace(at=None).document()


@pytest.mark.parametrize("value", ["25:00", "soon", "", 7, None, ["07:05"]])
def test_a_time_that_cannot_be_counts_as_not_given(value: object) -> None:
    choice = PlanChoice.read(CHOICE.document() | {"at": value})
    assert choice is not None
    assert choice.at is None


def test_a_time_with_a_zone_is_taken_without_it() -> None:
    choice = PlanChoice.read(CHOICE.document() | {"at": "07:05+01:00"})
    assert choice == CHOICE
