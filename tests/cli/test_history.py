"""`footcoach history`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Footcoach = Callable[..., Any]
Refused = Callable[..., str]


@pytest.fixture
def three(footcoach: Footcoach) -> list[str]:
    """The ids of three sessions of three days, newest first."""
    days = ("2026-02-28T07:10", "2026-03-01T07:10", "2026-03-02T07:10")
    ids = [
        footcoach("log", "desk-break-3min", "--at", day, "--note", f"on {day[:10]}").out.strip()
        for day in days
    ]
    return ids[::-1]


def test_with_no_session_it_says_so(footcoach: Footcoach) -> None:
    done = footcoach("history")
    assert (done.code, done.out, done.err) == (0, "No session yet.\n", "")
    assert json.loads(footcoach("history", "--json").out) == {"schema": 1, "sessions": []}


def test_looking_makes_no_file(footcoach: Footcoach, data: Path) -> None:
    footcoach("history")
    assert not data.exists()


def test_sessions_come_newest_first_one_a_line(footcoach: Footcoach, three: list[str]) -> None:
    lines = footcoach("history").lines
    assert [line.split()[-1] for line in lines] == three
    assert lines[0] == f"2026-03-02 07:10  Desk break  (2:55, on 2026-03-02)  {three[0]}"


@pytest.mark.parametrize(("limit", "count"), [("1", 1), ("2", 2), ("9", 3), ("0", 3)])
def test_limit_gives_the_newest_and_0_gives_all(
    footcoach: Footcoach, three: list[str], limit: str, count: int
) -> None:
    told = json.loads(footcoach("history", "--json", "--limit", limit).out)
    assert [session["id"] for session in told["sessions"]] == three[:count]


@pytest.mark.parametrize("limit", ["-1", "x", "1.5", "", "9" * 5000])
def test_a_limit_that_is_none_is_refused(refused: Refused, limit: str) -> None:
    assert refused("history", f"--limit={limit}") == (
        "argument --limit: must be a whole number, 0 or more; see footcoach history --help"
    )


def test_a_damaged_month_is_told_and_the_others_are_read(
    footcoach: Footcoach, three: list[str], data: Path
) -> None:
    (damaged,) = data.glob("history/*/2026-02.json")
    damaged.write_text("{")
    done = footcoach("history")
    assert (done.code, len(done.lines)) == (0, len(three) - 1)
    assert done.err.startswith(f"footcoach: {damaged}: ")
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\u202e", "\x9b31m", "\ud800", "[/b][@click=x]"])
def test_what_another_program_wrote_does_nothing_to_the_terminal(
    footcoach: Footcoach, three: list[str], data: Path, hostile: str
) -> None:
    (path,) = data.glob("history/*/2026-02.json")
    content = json.loads(path.read_text())
    (row,) = content["sessions"].values()
    row |= {"note": f"a{hostile}b", "title": hostile, "theirs": hostile}
    path.write_text(json.dumps(content))
    text, told = footcoach("history"), footcoach("history", "--json")
    assert (text.code, told.code) == (0, 0)
    assert all(line.isprintable() for line in (*text.lines, *told.lines))
    session = next(one for one in json.loads(told.out)["sessions"] if one["id"] == three[2])
    assert session["theirs"] == hostile, "fields we do not know are handed on, escaped"
