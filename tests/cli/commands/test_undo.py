"""`footcoach undo`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Footcoach = Callable[..., Any]


@pytest.fixture
def two(footcoach: Footcoach) -> list[str]:
    """The ids of two sessions, newest first."""
    days = ("2026-03-01T07:10", "2026-03-02T07:10")
    return [footcoach("log", "desk-break-3min", "--at", day).out.strip() for day in days][::-1]


def ids(footcoach: Footcoach) -> list[str]:
    return [one["id"] for one in json.loads(footcoach("history", "--json").out)["sessions"]]


def test_the_latest_change_is_taken_back_and_told(footcoach: Footcoach, two: list[str]) -> None:
    done = footcoach("undo")

    assert (done.code, done.err, len(done.lines)) == (0, "", 1)
    assert "Desk break" in done.out
    assert ids(footcoach) == two[1:]
    footcoach("undo")
    assert ids(footcoach) == []


def test_what_could_be_undone_is_listed_latest_first(footcoach: Footcoach, two: list[str]) -> None:
    done = footcoach("undo", "--list")

    assert (done.code, done.err) == (0, "")
    assert ["2026-03-02" in line for line in done.lines] == [True, False]
    assert ids(footcoach) == two, "listing undoes nothing"


@pytest.mark.parametrize("options", [[], ["--list"]])
def test_nothing_to_undo_is_a_no_and_makes_no_file(
    footcoach: Footcoach, data: Path, options: list[str]
) -> None:
    done = footcoach("undo", *options)

    assert (done.code, done.out, done.err) == (1, "There is nothing to undo.\n", "")
    assert not data.exists()


def test_what_stands_in_the_file_of_changes_does_nothing_to_the_terminal(
    footcoach: Footcoach, two: list[str], state: Path
) -> None:
    path = state / "undo.jsonl"
    path.write_text(path.read_text().replace("Desk break", "\\u001b[2J"))
    done = footcoach("undo", "--list")

    assert (done.code, len(done.lines)) == (0, len(two))
    assert all("[2J" in line and line.isprintable() for line in done.lines)
    assert footcoach("undo").out.rstrip("\n").isprintable()


def test_what_was_said_to_the_coach_is_taken_back(footcoach: Footcoach) -> None:
    footcoach("plan", "start", "foot-core-8wk", "--on", "mon,wed,fri")
    footcoach("plan", "stop")
    before = footcoach("today").out
    footcoach("checkin", "--nothing-sore", "--ill", "--flags", "none", "--save")
    assert footcoach("today").out != before

    listed = footcoach("undo", "--list").lines
    assert [line.rpartition(" on ")[0] or line.partition(" of ")[0] for line in listed] == [
        "Saved the check-in",
        "Left the plan",
        "Began the plan foot-core-8wk",
    ]
    footcoach("undo")
    assert footcoach("today").out == before
    footcoach("undo")
    assert "foot-core-8wk" in footcoach("plan", "--json").out
    footcoach("undo")
    assert footcoach("undo").code == 1


def test_both_sides_of_a_self_test_are_taken_back_as_one(footcoach: Footcoach) -> None:
    before = footcoach("test").out
    footcoach("test", "add", "knee-to-wall", "--left", "9.5", "--right", "10")

    assert footcoach("undo").out.endswith("left 9.5 cm, right 10 cm.\n")
    assert footcoach("test").out == before
