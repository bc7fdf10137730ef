"""`footcoach history`."""

import json
import re
import shlex
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from footcoach_tui.history.query.parse import parse_query

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


def test_the_number_may_follow_n_at_once(footcoach: Footcoach, three: list[str]) -> None:
    assert footcoach("history", "-n2").lines == footcoach("history", "-n", "2").lines
    assert len(footcoach("history", "desk", "-n2").lines) == len(three) - 1


def test_n_is_short_for_limit(footcoach: Footcoach, three: list[str]) -> None:
    lines = footcoach("history", "-n", "2").lines
    assert [line.split()[-1] for line in lines] == three[:2]


@pytest.mark.parametrize(("limit", "count"), [("1", 1), ("2", 2), ("9", 3), ("0", 3)])
def test_limit_gives_the_newest_and_0_gives_all(
    footcoach: Footcoach, three: list[str], limit: str, count: int
) -> None:
    told = json.loads(footcoach("history", "--json", "--limit", limit).out)
    assert [session["id"] for session in told["sessions"]] == three[:count]


@pytest.mark.parametrize("limit", ["-1", "x", "1.5", "", "9" * 5000])
def test_a_limit_that_is_none_is_refused(run_refused: Refused, limit: str) -> None:
    assert run_refused("history", f"--limit={limit}") == (
        "argument -n/--limit: must be a whole number, 0 or more; see footcoach history --help"
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


@pytest.mark.parametrize(
    ("query", "days"),
    [
        (["desk"], [2, 1, 28]),
        (["desk", "zzz"], []),
        (["exercise:ankle-circles", "on:2026-02"], [28]),
        (["desk on:2026-03"], [2, 1]),
        (["note:on 2026 03"], [2, 1]),
        (["-note:on 2026 02"], [2, 1]),
        (["on", "2026-03-02"], [2]),
        (["-partial"], [2, 1, 28]),
        (["-on:2026-03-01", "--limit", "1"], [2]),
        (["-pain>3", "--limit=2", "-zzz"], [2, 1]),
        (["--", "-pain>3"], [2, 1, 28]),
        (["pain>=0"], []),
        (["since:2027"], []),
        ([""], [2, 1, 28]),
    ],
)
@pytest.mark.usefixtures("three")
def test_a_query_finds_the_sessions_in_which_all_of_it_is_so(
    footcoach: Footcoach, query: list[str], days: list[int]
) -> None:
    done = footcoach("history", *query)
    assert [int(line.split()[0][-2:]) for line in done.lines if days] == days
    assert (done.code, done.err) == (0 if days else 1, "")
    told = json.loads(footcoach("history", "--json", *query).out)
    assert [int(one["date"][-2:]) for one in told["sessions"]] == days


@pytest.mark.usefixtures("three")
def test_nothing_found_is_a_no(footcoach: Footcoach) -> None:
    done = footcoach("history", "zzz")
    assert (done.code, done.out) == (1, "Nothing found.\n")


def test_a_limit_that_nobody_chose_is_told_when_it_may_have_cut(footcoach: Footcoach) -> None:
    for minute in range(20):
        footcoach("log", "desk-break-3min", "--at", f"2026-03-01T07:{minute:02}")
    told = "footcoach: these are the newest 20 found; --limit 0 shows all\n"
    assert footcoach("history", "desk").err == told
    assert footcoach("history", "desk", "--limit", "0").err == ""
    assert footcoach("history", "desk", "--json").err == ""
    assert footcoach("history").err == ""


@pytest.mark.parametrize(
    ("query", "lines"),
    [
        (
            ["excercise:toe-yoga", "since:1y"],
            [
                "footcoach: Unknown term “excercise:”: did you mean “exercise”?",
                "  excercise:toe-yoga since:1y",
                "  ^^^^^^^^^^",
            ],
        ),
        (
            ["note:à gauche", "on:2026-02-30"],
            [
                "footcoach: “2026-02-30” is not a calendar date",
                '  note:"à gauche" on:2026-02-30',
                "                     ^^^^^^^^^^",
            ],
        ),
        (
            ["漢字", "side:\x1b[2J"],
            [
                "footcoach: “[2J” is not a side: write both, left or right",
                "  漢字 side:?[2J",
                "            ^^^^",
            ],
        ),
    ],
)
def test_a_mistake_is_told_and_pointed_at(
    footcoach: Footcoach, query: list[str], lines: list[str]
) -> None:
    done = footcoach("history", *query)
    assert (done.code, done.out, done.err.splitlines()) == (2, "", lines)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-partial", "--jso"], "unrecognized arguments: --jso; see footcoach history --help"),
        (
            ["-partial", "--limit"],
            "argument -n/--limit: expected one argument; see footcoach history --help",
        ),
    ],
)
def test_an_option_that_is_none_is_no_word(
    run_refused: Refused, arguments: list[str], told: str
) -> None:
    assert run_refused("history", *arguments) == told


def test_help_is_help_among_words_too(footcoach: Footcoach) -> None:
    for arguments in (["-h"], ["-partial", "--help"]):
        assert footcoach("history", *arguments).out.startswith("usage: footcoach history ")


def test_every_command_of_the_page_about_queries_works(footcoach: Footcoach) -> None:
    page = Path(__file__).parents[3] / "docs" / "history-query.md"
    commands = re.findall(r"footcoach history ([^`\n]*?)(?:  |`|$)", page.read_text(), re.MULTILINE)
    assert len(commands) > 6
    for command in commands:
        done = footcoach("history", *shlex.split(command))
        assert (done.code, done.err) in ((0, ""), (1, "")), command


def test_every_term_of_the_page_about_queries_means_something() -> None:
    page = Path(__file__).parents[3] / "docs" / "history-query.md"
    rows = re.findall(r"^\| (`.*?) \|", page.read_text(), re.MULTILINE)
    terms = [term for row in rows for term in re.findall("`([^`]+)`", row)]
    assert len(terms) > 15
    for term in terms:
        assert len(parse_query(term, date(2026, 3, 4)).terms) == 1, term
