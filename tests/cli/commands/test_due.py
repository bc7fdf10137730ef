"""`footcoach due`."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

Footcoach = Callable[..., Any]


def ago(days: int) -> str:
    """Time some days ago, as `--at` accepts it."""
    return f"{datetime.now().astimezone() - timedelta(days=days):%Y-%m-%dT00:00}"


def test_a_new_person_is_due(footcoach: Footcoach, data: Path) -> None:
    done = footcoach("due")
    assert (done.code, done.out, done.err) == (0, "A first session is waiting.\n", "")
    assert not data.exists()


def test_after_todays_session_it_is_1(footcoach: Footcoach) -> None:
    footcoach("log", "desk-break-3min", "--at", ago(0))
    done = footcoach("due")
    assert (done.code, done.out) == (1, "Today's session is done.\n")


@pytest.mark.parametrize(
    ("days", "words"), [(1, "yesterday"), (9, "9 days ago"), (400, "400 days")]
)
def test_it_tells_how_long_ago_the_last_one_was(
    footcoach: Footcoach, days: int, words: str
) -> None:
    footcoach("log", "desk-break-3min", "--at", ago(days))
    done = footcoach("due")
    assert done.code == 0
    assert words in done.out


def test_json(footcoach: Footcoach) -> None:
    footcoach("log", "desk-break-3min", "--at", ago(2))
    assert json.loads(footcoach("due", "--json").out) == {
        "schema": 1,
        "due": True,
        "sentence": "Next session: any time. The last one was 2 days ago.",
        "latest": ago(2)[:10],
    }


def test_a_damaged_month_is_told_beside_the_answer(footcoach: Footcoach, data: Path) -> None:
    footcoach("log", "desk-break-3min", "--at", ago(300))
    (old,) = data.glob("history/*/*.json")
    footcoach("log", "desk-break-3min", "--at", ago(200))
    old.write_text("{")
    done = footcoach("due")
    assert (done.code, done.out) == (0, "Next session: any time. The last one was 200 days ago.\n")
    assert done.err.startswith(f"footcoach: {old}: ")


def test_with_nothing_readable_left_it_does_not_guess(footcoach: Footcoach, data: Path) -> None:
    footcoach("log", "desk-break-3min", "--at", ago(0))
    (month,) = data.glob("history/*/*.json")
    month.write_text("{")
    done = footcoach("due")
    assert (done.code, done.out) == (2, "")
    assert "cannot tell whether a session is due" in done.err
