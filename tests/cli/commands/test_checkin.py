"""`footcoach checkin`, by options."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from clocks import FakeClock
from keyboards import FakeKeyboard

from footcoach_tui import wiring
from footcoach_tui.history.months.entries import EntryKind

Footcoach = Callable[..., Any]
SetDay = Callable[[str], None]
Refused = Callable[..., str]
L3 = ("--routine", "foot-core-8wk-l3")


def saved() -> list[dict[str, object]]:
    return wiring.open_history().entries(EntryKind.CHECK_IN)


pytestmark = pytest.mark.usefixtures("set_day")


def test_nothing_sore_is_as_planned_and_saves_nothing(footcoach: Footcoach) -> None:
    done = footcoach("checkin", "--nothing-sore")
    assert (done.code, done.err) == (0, "")
    assert done.lines == [
        "Ready. Nothing changed today.",
        "To play: The essential three, about 5 minutes.",
    ]
    assert saved() == []


def test_each_change_is_a_line(footcoach: Footcoach) -> None:
    """Case 1 of the rules."""
    options = ("--sore", "left:achilles-cord:3", "--flags", "none")
    done = footcoach("checkin", *L3, *options)
    assert done.code == 0
    assert done.lines[0].startswith("Lighter today because of your left Achilles (3 of 10)")
    result = json.loads(footcoach("checkin", *L3, *options, "--json").out)
    assert (result["decision"], result["saved"]) == ("lighter", False)
    assert result["check-in"]["sore"] == [{"site": "achilles-cord", "side": "left", "score": 3}]
    (down,) = [each for each in result["changes"] if each["exercise"] == "heel-raise-single"]
    assert (down["to"], down["rules"]) == ("heel-raise-double", ["site:achilles-cord"])
    assert len(done.lines) > len(result["changes"])


@pytest.mark.parametrize(
    ("options", "decision", "rule"),
    [
        (("--sore", "left:heel:7", "--flags", "none"), "rest", "red"),
        (("--nothing-sore", "--ill"), "rest", "ill"),
        (("--sore", "both:calf:2", "--flags", "snap"), "stop", "flag:snap"),
        (("--sore", "left:shin:2", "--flags", "bone-point"), "gentle", "open:bone-point"),
    ],
)
def test_what_is_not_as_planned_is_1_and_saved(
    footcoach: Footcoach, options: tuple[str, ...], decision: str, rule: str
) -> None:
    done = footcoach("checkin", *L3, *options)
    assert done.code == 1
    (entry,) = saved()
    assert (entry["day"], entry["decision"], entry["rule"]) == ("2026-03-02", decision, rule)


def test_a_stop_has_nothing_beside_its_sentence(footcoach: Footcoach) -> None:
    done = footcoach("checkin", "--flags", "cold")
    assert done.out == "Get emergency help now.\n"


def test_the_minutes_of_a_changed_session_are_those_of_today(footcoach: Footcoach) -> None:
    options = (*L3, "--sore", "left:achilles-cord:3", "--flags", "none")
    result = json.loads(footcoach("checkin", *options, "--json").out)
    assert (result["plays"], result["offered"], result["paused"]) == (L3[1], [], "")
    (*_, last) = footcoach("checkin", *options).lines
    assert last == f"To play: {result['title']}, about {result['minutes']} minutes today."


def test_on_a_red_day_gentle_minutes_are_on_offer(footcoach: Footcoach) -> None:
    options = (*L3, "--sore", "left:heel:7", "--flags", "none")
    (*_, last) = footcoach("checkin", *options).lines
    assert last == "On offer: Gentle minutes, about 4 minutes: footcoach play gentle-4min"
    result = json.loads(footcoach("checkin", *options, "--json").out)
    assert (result["plays"], result["title"], result["minutes"]) == (None, None, None)
    assert result["offered"] == [
        {"routine": "gentle-4min", "title": "Gentle minutes", "minutes": 4}
    ]


def test_a_pause_is_said(footcoach: Footcoach) -> None:
    footcoach("plan", "start", "foot-core-8wk")
    footcoach("plan", "pause", "--until", "2026-03-09")
    (_, pause, last) = footcoach("checkin", "--nothing-sore").lines
    assert pause.startswith("The plan is paused until ")
    assert last == "To play: Gentle minutes, about 4 minutes."
    assert json.loads(footcoach("checkin", "--nothing-sore", "--json").out)["paused"] == pause


def test_it_can_be_saved_in_any_case(footcoach: Footcoach) -> None:
    assert json.loads(footcoach("checkin", "--nothing-sore", "--save", "--json").out)["saved"]
    (entry,) = saved()
    assert entry["sore"] == []


def test_pain_said_counts_on_the_days_after_it(footcoach: Footcoach, set_day: SetDay) -> None:
    footcoach("checkin", "--sore", "left:heel:7", "--flags", "none")
    set_day("2026-03-03")
    result = json.loads(footcoach("checkin", *L3, "--nothing-sore", "--json").out)
    assert (result["decision"], result["rule"]) == ("gentle", "red")
    set_day("2026-03-05")
    assert json.loads(footcoach("checkin", "--nothing-sore", "--json").out)["decision"] == "go"


def test_the_signs_are_named_where_they_were_not_asked(footcoach: Footcoach) -> None:
    assert "--flags" in footcoach("checkin", "--sore", "left:heel:3").err
    assert footcoach("checkin", "--sore", "left:heel:1").err == ""


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ((), "there is no keyboard"),
        (("--sore", "left:knee:3"), "is not a site"),
        (("--sore", "left:heel:11"), "is not a score"),
        (("--sore", "left:heel:0"), "is not a score"),
        (("--sore", "up:heel:1"), "is not a side"),
        (("--sore", "heel"), "is not a sore site"),
        (("--sore", "left:heel:1", "--nothing-sore"), "not allowed with"),
        (("--flags", "snip"), "no sign is called “snip”. Did you mean “snap”"),
        (("--flags", "growing"), "no sign is called"),
        (("--nothing-sore", "--routine", "nope"), "no routine is called"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    run_refused: Refused, options: tuple[str, ...], words: str
) -> None:
    assert words in run_refused("checkin", *options)
    assert saved() == []


def answered(monkeypatch: pytest.MonkeyPatch, *typed: str) -> None:
    """Type these lines at a terminal, one for each question."""
    keyboard = FakeKeyboard(FakeClock(), [(0.0, line) for line in typed])
    monkeypatch.setattr("footcoach_tui.cli.plain.keyboard.TerminalKeyboard", lambda *_: keyboard)


def test_on_a_terminal_it_asks(footcoach: Footcoach, monkeypatch: pytest.MonkeyPatch) -> None:
    answered(monkeypatch, "n")
    done = footcoach("checkin")
    assert (done.code, done.lines[-2:]) == (
        0,
        ["Ready. Nothing changed today.", "To play: The essential three, about 5 minutes."],
    )
    answered(monkeypatch, "y", "h", "l", "7", "n", "n")
    done = footcoach("checkin", "--json")
    result = json.loads(done.out)
    assert (done.code, result["decision"], result["saved"]) == (1, "rest", True)
    assert "Anywhere else?" in done.err


def test_who_leaves_goes_on_there_the_next_time(
    footcoach: Footcoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(monkeypatch, "y", "h", "q")
    assert footcoach("checkin").code == 1
    assert saved() == []
    answered(monkeypatch, "l", "1", "n")
    done = footcoach("checkin", "--save")
    assert done.lines[1] == "Which side?"
    (entry,) = saved()
    assert entry["sore"] == [{"site": "heel", "side": "left", "score": 1}]
