"""`footcoach today`."""

import json
from collections.abc import Callable
from typing import Any

import pytest

Footcoach = Callable[..., Any]
SetDay = Callable[[str], None]
pytestmark = pytest.mark.usefixtures("set_day")


def test_a_new_person_gets_the_essential_three(footcoach: Footcoach) -> None:
    done = footcoach("today")
    assert (done.code, done.err) == (0, "")
    assert "The essential three: about 5 minutes." in done.lines
    assert "You need: mat, ball." in done.lines
    assert "Start: footcoach play rw-essential-three" in done.lines


def test_a_week_of_a_plan(footcoach: Footcoach, set_day: SetDay) -> None:
    footcoach("plan", "start", "foot-core-8wk")
    footcoach("log", "foot-core-8wk-l1", "--at", "2026-03-02T07:00")
    set_day("2026-03-04")
    done = footcoach("today")
    assert done.lines[0] == "Today: stage 1, about 18 minutes."
    assert "1 of 3 this week: Mon done, Wed planned, Fri planned." in done.lines
    card = json.loads(footcoach("today", "--json").out)
    assert (card["schema"], card["answer"], card["routine"]) == (1, "yes", "foot-core-8wk-l1")


def test_an_open_flag_stands_first(footcoach: Footcoach) -> None:
    footcoach("checkin", "--flags", "snap")
    done = footcoach("today")
    said = " ".join(done.lines[:6])
    assert "Open since 2026-03-02: Did you feel a snap" in said
    assert "? Stop. Get it checked today: " in said
    assert "tendon may be torn" in said
    assert not any("footcoach play" in line for line in done.lines)
