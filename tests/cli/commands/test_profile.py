"""`footcoach profile`, by arguments."""

import json
from collections.abc import Callable
from typing import Any

import pytest

Footcoach = Callable[..., Any]
SetDay = Callable[[str], None]
Refused = Callable[..., str]
pytestmark = pytest.mark.usefixtures("set_day")


def test_before_it_was_asked(footcoach: Footcoach) -> None:
    done = footcoach("profile")
    assert (done.code, done.err) == (0, "")
    assert done.lines[0] == "Not answered yet: footcoach profile ask"
    profile = json.loads(footcoach("profile", "--json").out)
    assert profile["day"] is None
    assert {*profile["answers"].values()} == {None}
    assert {"numb", "recent-cleared", "running"} <= {*profile["answers"]}


def test_answers_are_set_beside_those_that_are_known(footcoach: Footcoach, set_day: SetDay) -> None:
    assert footcoach("profile", "set", "knees=yes", "running=longer").code == 0
    set_day("2026-03-04")
    profile = json.loads(footcoach("profile", "set", "wrists=unknown", "--json").out)
    assert profile["day"] == "2026-03-04"
    answers = {name: answer for name, answer in profile["answers"].items() if answer}
    assert answers == {"knees": "yes", "running": "longer", "wrists": "unknown"}
    assert "knees = yes: " in footcoach("profile").out


def test_the_answers_change_what_is_played(footcoach: Footcoach) -> None:
    routine = ("checkin", "--routine", "rw-essential-three", "--nothing-sore", "--json")
    before = json.loads(footcoach(*routine).out)["exercises"]
    footcoach("profile", "set", "knees=yes")
    after = json.loads(footcoach(*routine).out)
    assert "bear-squat-to-down-dog" in before
    assert "bear-squat-to-down-dog" not in after["exercises"]
    assert after["changes"][0]["rules"] == ["profile:knees"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("set",), "name an answer"),
        (("set", "knee=yes"), "no question is called “knee”. Did you mean “knees”"),
        (("set", "knees=perhaps"), "is no answer to knees: write yes, no, unknown"),
        (("set", "running=yes"), "write none, under-6, under-26, longer"),
        (("ask",), "there is no keyboard"),
        (("ask", "knees=yes"), "to set an answer"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    run_refused: Refused, arguments: tuple[str, ...], words: str
) -> None:
    assert words in run_refused("profile", *arguments)
