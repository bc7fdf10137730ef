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
