"""Check-in in plain mode: asked with a keyboard, and what is played or saved after it."""

from collections.abc import Callable, Iterable

import pytest
from clocks import FakeClock
from keyboards import FakeKeyboard

from footcoach_tui import wiring
from footcoach_tui.cli.coach.context import CoachContext
from footcoach_tui.cli.plain.coached_routine import CoachedRoutine, after_check_in, without_check_in
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.history.store import History

Lines = list[str]
L3 = "foot-core-8wk-l3"

ANSWERED = ("running=longer", "numb=no", "bone=no", "recent=no", "tendon-drug=no")
"""Answers to all that must be answered before a plan begins."""


class Session:
    """Check-ins before a routine on a day, with what was written."""

    def __init__(self) -> None:
        self.lines: Lines = []
        self.coach = CoachContext()

    def write(self, lines: Iterable[str]) -> None:
        self.lines += lines

    def check_in(self, *typed: str, routine: str = L3) -> CoachedRoutine | None:
        """Answer with these lines; after the last one the keyboard is closed."""
        keyboard = FakeKeyboard(FakeClock(), [(0.0, line) for line in typed])
        self.coach = CoachContext()
        self.lines.clear()
        planned = self.coach.rules.routines[routine]
        return after_check_in(self.coach, planned, keyboard, self.write, "")

    def without(self, routine: str = L3) -> CoachedRoutine | None:
        self.coach = CoachContext()
        return without_check_in(self.coach, self.coach.rules.routines[routine], self.write, "")


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.setenv("FOOTCOACH_NOW", "2026-03-02T07:30")
    return Session()


def exercises(coached: CoachedRoutine | None) -> Lines:
    return [step.exercise.id for step in coached.routine.steps] if coached else []


def entries() -> list[dict[str, object]]:
    return wiring.open_history().entries(EntryKind.CHECK_IN)


def test_two_keys_when_nothing_is_sore(session: Session) -> None:
    coached = session.check_in("n", "")
    assert coached
    assert coached.checkin == {
        "energy": "full",
        "sore": [],
        "decision": "go",
        "rule": "go",
        "changes": [],
    }
    assert session.lines[1:] == [
        "Sore anywhere in foot or lower leg today?",
        "n: no; y: yes",
        "Ready. Nothing changed today.",
        "Begin?",
        "Enter: start; s: short; i: ill or feverish",
    ]
    assert entries() == []


def test_what_changed_is_a_line_each_and_is_played(session: Session) -> None:
    coached = session.check_in("y", "t", "c", "l", "3", "n", "n", "")
    assert coached
    assert coached.checkin
    assert "heel-raise-single" not in exercises(coached)
    assert "heel-raise-double" in exercises(coached)
    assert coached.checkin["decision"] == "lighter"
    assert coached.checkin["flags"] == []
    place = next(n for n, line in enumerate(session.lines) if line.startswith("Lighter today"))
    changes = coached.checkin["changes"]
    assert isinstance(changes, list)
    assert session.lines.index("Begin?") - place >= len(changes)


def test_ten_may_be_typed_out(session: Session) -> None:
    assert session.check_in("y", "h", "l", "10", "n", "n") is None
    (entry,) = entries()
    assert entry["sore"] == [{"site": "heel", "side": "left", "score": 10}]


def test_after_a_stop_nothing_is_played_and_nothing_else_is_said(session: Session) -> None:
    assert session.check_in("y", "h", "l", "3", "n", "2", "y") is None
    assert session.lines[-1] == "Get emergency help now."
    (entry,) = entries()
    assert (entry["decision"], entry["rule"]) == ("stop", "flag:cold")


def test_a_sign_of_the_wrong_number_is_taken_back(session: Session) -> None:
    coached = session.check_in("y", "h", "l", "3", "n", "2", "n", "n", "")
    assert coached
    assert coached.checkin
    assert coached.checkin["flags"] == []
    assert "y: yes, this is true; n: no, back to the list" in session.lines


def test_after_a_rest_gentle_minutes_are_offered(session: Session) -> None:
    assert session.check_in("y", "h", "l", "7", "n", "n", "q") is None
    assert session.lines[-1].startswith("1: Gentle minutes")
    (entry,) = entries()
    assert (entry["decision"], entry["rule"]) == ("rest", "red")
    coached = session.check_in("y", "h", "l", "7", "n", "n", "1")
    assert coached
    assert coached.routine.id == "gentle-4min"
    assert coached.checkin
    assert coached.checkin["decision"] == "gentle"
    assert sorted(str(entry["decision"]) for entry in entries()) == ["gentle", "rest"]


@pytest.mark.parametrize(
    ("typed", "key", "value"),
    [
        (("y", "h", "l", "7", "n", "n", "1"), "sore", "heel"),
        (("y", "t", "b", "l", "3", "n", "9", "y", ""), "flags", "bone-point"),
        (("n", "i", "1"), "energy", "ill"),
    ],
    ids=["red", "flag", "ill"],
)
def test_what_counts_for_the_day_is_saved_before_gentle_minutes_begin(
    session: Session, typed: Lines, key: str, value: str
) -> None:
    coached = session.check_in(*typed)
    assert coached
    assert coached.routine.id == "gentle-4min"
    assert value in str(entries()[0][key])
    assert CoachContext().due.routine != L3


def test_a_session_as_planned_has_the_only_copy(session: Session) -> None:
    assert session.check_in("n", "", routine="gentle-4min")
    assert session.check_in("y", "t", "c", "l", "3", "n", "n", "")
    assert entries() == []


def test_a_skipped_one_is_told_not_to_count(session: Session) -> None:
    coached = session.check_in("skip", "")
    assert coached
    assert coached.checkin
    assert "sore" not in coached.checkin
    assert session.lines[-1].startswith("Not counted towards the next step")


def test_back_and_a_wrong_key(session: Session) -> None:
    coached = session.check_in("y", "back", "?", "", "N", "s")
    assert coached
    assert coached.checkin
    assert (coached.checkin["sore"], coached.checkin["energy"]) == ([], "short")
    assert session.lines.count("That is no answer here.") == 2


def test_an_interrupted_one_goes_on_where_it_was(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert session.check_in("y", "h", "l") is None
    assert entries() == []
    coached = session.check_in("2", "n", "n", "")
    assert coached
    assert coached.checkin
    assert coached.checkin["sore"] == [{"site": "heel", "side": "left", "score": 2}]
    assert session.check_in() is None
    assert session.lines[1] == "Sore anywhere in foot or lower leg today?"
    session.check_in("y")
    monkeypatch.setenv("FOOTCOACH_NOW", "2026-03-02T12:30")
    session.check_in()
    assert session.lines[1] == "Sore anywhere in foot or lower leg today?"


def test_the_morning_is_saved_in_the_session_before(
    session: Session, footcoach: Callable[..., object]
) -> None:
    footcoach("log", L3, "--at", "2026-03-01T07:00")
    coached = session.check_in("w", "n", "")
    (record,) = wiring.open_history().last(1)
    assert record.morning == {"answer": "worse", "asked": "2026-03-02"}
    assert coached
    session.check_in()
    assert session.lines[1] == "Sore anywhere in foot or lower leg today?"


def test_in_a_plan_the_profile_comes_before_the_first_session(
    session: Session, footcoach: Callable[..., object]
) -> None:
    footcoach("plan", "start", "foot-core-8wk")
    profile = ["n", "n", "n", "n", "4"]
    coached = session.check_in(*profile, "n", "", routine="foot-core-8wk-l1")
    assert coached
    log = CoachContext().log
    assert log.profile
    assert log.profile.answers["running"] == "longer"
    assert {"numb", "bone", "recent", "tendon-drug"} <= {*log.profile.answers}


def test_a_gap_can_be_overridden(session: Session, footcoach: Callable[..., object]) -> None:
    """Case 31 of the rules."""
    footcoach("plan", "start", "foot-core-8wk", "--stage", "3")
    footcoach("profile", "set", *ANSWERED)
    footcoach("log", L3, "--at", "2026-03-01T07:00")
    coached = session.check_in("n", "n", "n", "y", "")
    assert coached
    assert coached.checkin
    assert (coached.routine.id, coached.checkin["anyway"]) == (L3, True)


def test_without_a_check_in_what_is_known_holds(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert exercises(session.without()) == exercises(
        CoachedRoutine(CoachContext().rules.routines[L3])
    )
    session.check_in("y", "h", "l", "7", "n", "n")
    monkeypatch.setenv("FOOTCOACH_NOW", "2026-03-03T07:30")
    session.lines.clear()
    assert session.without() is None
    assert session.lines[-1] == "Gentle minutes: footcoach play gentle-4min"
    coached = session.without("gentle-4min")
    assert coached
    assert coached.checkin is None


def test_what_cannot_be_saved_is_an_error_and_not_lost(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **_options: object) -> None:
        raise HistoryError("the disk is full")

    monkeypatch.setattr(History, "add_entry", fail)
    with pytest.raises(HistoryError, match="full"):
        session.check_in("y", "h", "l", "3", "n", "2", "y")
