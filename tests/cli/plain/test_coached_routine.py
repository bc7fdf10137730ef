"""The routine of a plain session without a check-in: what is known, and what there is."""

from datetime import date

import pytest
from bundled import CATALOGUE

from footcoach_tui.cli.coach.context import CoachContext
from footcoach_tui.cli.plain.coached_routine import CoachedRoutine, without_check_in
from footcoach_tui.session.equipment import Equipment, Kit

THREE = CATALOGUE.routines["rw-essential-three"]
TODAY = date(2026, 3, 2)


def coached(kit: Kit) -> tuple[CoachedRoutine | None, list[str]]:
    lines: list[str] = []
    coach = CoachContext(today=TODAY, kit=kit)
    return without_check_in(coach, THREE, lines.extend, ""), lines


@pytest.mark.parametrize("kit", [None, frozenset(Equipment)])
def test_with_everything_nothing_is_said_or_noted(kit: Kit) -> None:
    assert coached(kit) == (CoachedRoutine(THREE), [])


def test_what_stands_in_is_said_before_the_start_and_noted() -> None:
    played, lines = coached(frozenset({Equipment.MAT}))
    assert lines == ["Ball roll: a cold water bottle lying on its side for the ball"]
    assert played
    assert played.routine == THREE
    assert played.checkin
    assert [each["action"] for each in played.checkin["changes"]] == ["stand-in"]  # type: ignore[attr-defined]
    assert "sore" not in played.checkin, "nothing was asked, so nothing counts as answered"
