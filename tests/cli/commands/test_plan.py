"""`footcoach plan`."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from footcoach_tui import wiring
from footcoach_tui.coach.answers.plan_choice import WEEKDAYS
from footcoach_tui.history.months.entries import EntryKind

Footcoach = Callable[..., Any]
Refused = Callable[..., str]
SetDay = Callable[[str], None]
pytestmark = pytest.mark.usefixtures("set_day")


def choice() -> dict[str, object]:
    newest, *_ = wiring.open_history().entries(EntryKind.PLAN)
    return {name: value for name, value in newest.items() if name != "id"}


@pytest.fixture
def course(footcoach: Footcoach, set_day: SetDay) -> None:
    set_day("2026-03-02")
    footcoach("plan", "start", "foot-core-8wk", "--on", "mon,thu")


def test_without_a_plan_it_names_them(footcoach: Footcoach) -> None:
    done = footcoach("plan")
    assert (done.code, done.lines[0]) == (0, "No plan. Any time is fine.")
    assert "footcoach plan start foot-core-8wk" in done.out
    assert json.loads(footcoach("plan", "--json").out) == {"schema": 1, "plan": None}


def test_list(footcoach: Footcoach) -> None:
    names = [line.split()[0] for line in footcoach("plan", "list").lines]
    plans = json.loads(footcoach("plan", "list", "--json").out)["plans"]
    assert names == [plan["id"] for plan in plans]
    assert {"foot-core-8wk", "foot-core-keep", "essential-minimum"} <= {*names}


def test_start_proposes_days_and_asks_for_the_profile(footcoach: Footcoach) -> None:
    done = footcoach("plan", "start", "foot-core-8wk")
    assert done.out == (
        "Foot core, eight weeks begins today, on Mon, Wed, Fri. "
        "Before the first session: footcoach profile ask\n"
    )
    assert choice() == {
        "day": "2026-03-02",
        "plan": "foot-core-8wk",
        "begun": "2026-03-02",
        "stage": 1,
        "weekdays": ["mon", "wed", "fri"],
    }


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize(
    ("arguments", "field", "value"),
    [
        (("days", "tue,thu,Saturday"), "weekdays", ["tue", "thu", "sat"]),
        (("runs", "tue=hard,sun=long"), "runs", {"tue": "hard", "sun": "long"}),
        (("runs", "none"), "runs", dict.fromkeys(WEEKDAYS, "none")),
        (("race", "2026-05-03"), "races", ["2026-05-03"]),
        (
            ("pause", "--until", "2026-03-09", "--why", "ill"),
            "pauses",
            [{"first": "2026-03-02", "why": "ill", "last": "2026-03-09"}],
        ),
        (("pause",), "pauses", [{"first": "2026-03-02", "why": "holiday"}]),
        (("if-then", "After my\ncoffee"), "if-then", "After my coffee"),
        (("if-then", "--missed", "I do the desk break"), "if-missed", "I do the desk break"),
        (("stop",), "plan", ""),
        (("start", "essential-minimum", "--replace"), "plan", "essential-minimum"),
    ],
)
def test_each_change_is_a_new_choice(
    footcoach: Footcoach, arguments: tuple[str, ...], field: str, value: object
) -> None:
    done = footcoach("plan", *arguments)
    assert (done.code, done.err) == (0, "")
    assert choice().get(field) == value
    again = json.loads(footcoach("plan", "list", "--json").out)
    assert again["schema"] == 1


@pytest.mark.usefixtures("course")
def test_a_change_keeps_the_rest(footcoach: Footcoach, set_day: SetDay) -> None:
    footcoach("plan", "runs", "sun=long")
    footcoach("plan", "race", "2026-05-03")
    footcoach("plan", "pause")
    set_day("2026-03-04")
    footcoach("plan", "resume", "--json")
    assert choice() == {
        "day": "2026-03-04",
        "plan": "foot-core-8wk",
        "begun": "2026-03-02",
        "stage": 1,
        "weekdays": ["mon", "thu"],
        "runs": {"sun": "long"},
        "races": ["2026-05-03"],
        "pauses": [{"first": "2026-03-02", "why": "holiday", "last": "2026-03-03"}],
    }
    footcoach("plan", "race", "2026-05-03", "--remove")
    assert "races" not in choice()


@pytest.mark.usefixtures("course")
def test_a_plan_that_is_running_is_not_replaced_unasked(
    run_refused: Refused, set_day: SetDay
) -> None:
    set_day("2026-03-30")
    for plan in ("foot-core-8wk", "essential-minimum"):
        assert run_refused("plan", "start", plan) == (
            "Foot core, eight weeks is running since 2026-03-02: "
            "footcoach plan stop ends it, or add --replace"
        )
    assert choice()["begun"] == "2026-03-02"


@pytest.mark.usefixtures("course")
def test_a_plan_after_a_stop_keeps_what_was_said(footcoach: Footcoach) -> None:
    footcoach("plan", "runs", "sun=long")
    footcoach("plan", "race", "2026-05-03")
    footcoach("plan", "if-then", "After my coffee")
    footcoach("plan", "if-then", "--missed", "The desk break")
    footcoach("plan", "stop")
    footcoach("plan", "start", "foot-core-keep")
    said = choice()
    assert (said["plan"], said["runs"], said["races"]) == (
        "foot-core-keep",
        {"sun": "long"},
        ["2026-05-03"],
    )
    assert (said["if-then"], said["if-missed"]) == ("After my coffee", "The desk break")


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize(
    ("days", "is_warned"),
    [
        ("mon", True),
        ("mon,wed,fri", False),
        ("mon,tue,thu,sat", False),
        ("mon,tue,wed,thu,fri,sat,sun", True),
    ],
)
def test_days_other_than_a_plan_asks_for_are_taken_with_a_warning(
    footcoach: Footcoach, days: str, *, is_warned: bool
) -> None:
    done = footcoach("plan", "days", days)
    warning = "footcoach: This plan asks for 3 to 4 days a week.\n"
    assert (done.code, done.err) == (0, warning if is_warned else "")
    assert choice()["weekdays"] == days.split(",")


@pytest.mark.usefixtures("course")
def test_a_pause_holds_what_is_due(footcoach: Footcoach) -> None:
    assert footcoach("due").code == 0
    footcoach("plan", "pause", "--until", "2026-03-09")
    done = footcoach("due")
    assert done.code == 1
    assert done.out.startswith("Paused until")
    footcoach("plan", "resume")
    assert footcoach("due").code == 0


@pytest.mark.usefixtures("course")
def test_the_plan_in_lines_and_as_json(footcoach: Footcoach) -> None:
    lines = footcoach("plan").lines
    assert lines[0] == "Foot core, eight weeks: stage 1 of 4, Foot core L1: seated."
    assert lines[2].startswith("To go on: 0 of 4 sessions")
    assert "Days: Mon, Thu." in lines
    assert any(line.startswith("Arch: rung 1 of ") for line in lines)
    plan = json.loads(footcoach("plan", "--json").out)
    assert (plan["plan"], plan["stage"], plan["routine"]) == (
        "foot-core-8wk",
        1,
        "foot-core-8wk-l1",
    )
    assert plan["weeks"][0] == {
        "monday": "2026-03-02",
        "planned": 2,
        "done": 0,
        "stage": 1,
        "ahead": False,
    }
    assert plan["ladders"][0]["rung"] == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("start", "foot-core-9wk"), "no plan is called “foot-core-9wk”. Did you mean"),
        (("start", "foot-core-8wk", "--stage", "5"), "has 4 stages"),
        (("start", "foot-core-8wk", "--stage", "0"), "must be a stage"),
        (("start", "foot-core-8wk", "--on", "moonday"), "is not a weekday"),
        (("days", "mon"), "there is no plan yet"),
        (("runs", "sun=race"), "a race has a day"),
        (("runs", "sun=slow"), "is not a run"),
        (("race", "soon"), "is not a day"),
        (("resume",), "there is no plan yet"),
        (("stop",), "there is no plan yet"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    run_refused: Refused, arguments: tuple[str, ...], words: str
) -> None:
    assert words in run_refused("plan", *arguments)


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("race", "2026-03-01"), "is over"),
        (("race", "2026-05-03", "--remove"), "no race is on 2026-05-03"),
        (("pause", "--until", "2026-03-01"), "is over"),
        (("resume",), "is not paused"),
        (("--calendar", "x.ics", "stop"), "give it alone"),
    ],
)
def test_what_a_plan_cannot_do_is_one_sentence(
    run_refused: Refused, arguments: tuple[str, ...], words: str
) -> None:
    assert words in run_refused("plan", *arguments)


def test_a_lighter_week_is_asked_for_once_and_taken_back(footcoach: Footcoach) -> None:
    assert footcoach("plan", "lighter").code == 2
    footcoach("plan", "start", "foot-core-8wk", "--on", "mon,wed,fri")

    assert footcoach("plan", "lighter").out.startswith("A lighter week begins. Seven days")
    assert "A lighter week, until" in footcoach("plan").out
    assert "lighter week already" in footcoach("plan", "lighter").err
    footcoach("undo")
    assert "A lighter week" not in footcoach("plan").out
