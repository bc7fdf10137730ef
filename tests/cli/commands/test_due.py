"""`footcoach due`."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from footcoach_tui.boundary import paths
from footcoach_tui.cli.coach import due_answer
from footcoach_tui.cli.coach.due_today import DueToday
from footcoach_tui.history.store import History

Footcoach = Callable[..., Any]


def ago(days: int) -> str:
    """Time some days ago, as `--at` accepts it."""
    return f"{datetime.now().astimezone() - timedelta(days=days):%Y-%m-%dT00:00}"


def test_a_new_person_is_due(footcoach: Footcoach, data: Path) -> None:
    done = footcoach("due")
    assert (done.code, done.out, done.err) == (0, "Any time is fine.\n", "")
    assert not data.exists()


def test_after_todays_session_it_is_1(footcoach: Footcoach) -> None:
    footcoach("log", "desk-break-3min", "--at", ago(0))
    done = footcoach("due")
    assert (done.code, done.out) == (1, "Done for today.\n")


def test_json(footcoach: Footcoach) -> None:
    footcoach("log", "desk-break-3min", "--at", ago(2))
    assert json.loads(footcoach("due", "--json").out) == {
        "schema": 1,
        "due": True,
        "answer": "yes",
        "sentence": "Any time is fine.",
        "rule": "any-day",
        "routine": "desk-break-3min",
        "stage": None,
        "next": ago(0)[:10],
        "latest": ago(2)[:10],
    }


def test_json_of_a_plan(footcoach: Footcoach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTCOACH_NOW", "2026-03-02T07:30")
    footcoach("plan", "start", "foot-core-8wk", "--on", "tue,thu,sat")
    due = json.loads(footcoach("due", "--json").out)
    assert (due["answer"], due["rule"], due["next"]) == ("no", "nothing", "2026-03-03")
    monkeypatch.setenv("FOOTCOACH_NOW", "2026-03-03T07:30")
    due = json.loads(footcoach("due", "--json").out)
    assert (due["due"], due["rule"], due["stage"]) == (True, "weekday", 1)
    assert due["routine"] == "foot-core-8wk-l1"


def test_something_light_is_not_due(footcoach: Footcoach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTCOACH_NOW", "2026-03-02T07:30")
    footcoach("plan", "start", "foot-core-8wk")
    footcoach("checkin", "--sore", "left:heel:7", "--flags", "none")
    done = footcoach("due")
    assert (done.code, done.out) == (1, "Rest day. Next session from Thursday on.\n")


def test_a_damaged_month_is_told_beside_the_answer(footcoach: Footcoach, data: Path) -> None:
    footcoach("log", "desk-break-3min", "--at", ago(300))
    (old,) = data.glob("history/*/*.json")
    footcoach("log", "desk-break-3min", "--at", ago(200))
    old.write_text("{")
    done = footcoach("due")
    assert (done.code, done.out) == (0, "Any time is fine.\n")
    assert done.err.startswith(f"footcoach: {old}: ")


def test_with_nothing_readable_left_it_does_not_guess(footcoach: Footcoach, data: Path) -> None:
    footcoach("log", "desk-break-3min", "--at", ago(0))
    (month,) = data.glob("history/*/*.json")
    month.write_text("{")
    done = footcoach("due")
    assert (done.code, done.out) == (2, "")
    assert "cannot tell what is due" in done.err


def test_the_stored_answer_is_that_of_the_files_as_they_are(
    footcoach: Footcoach, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out: list[DueToday] = []
    work_out = due_answer.work_out

    def counted(history: History) -> DueToday:
        worked_out.append(work_out(history))
        return worked_out[-1]

    monkeypatch.setattr(due_answer, "work_out", counted)
    for _ in range(2):
        assert footcoach("due").code == 0
    assert len(worked_out) == 1
    footcoach("log", "desk-break-3min", "--at", ago(0))
    assert footcoach("due").code == 1
    footcoach("undo")
    assert footcoach("due").code == 0
    (data / "routines").mkdir()
    (data / "routines" / "mine.toml").write_text("id = 3")
    footcoach("due")
    assert len(worked_out) == 4


def test_a_stored_answer_that_is_damaged_is_worked_out_again(
    footcoach: Footcoach, data: Path
) -> None:
    expected = footcoach("due")
    (file,) = paths.folders().cache.glob("due.today")
    first = file.read_text().partition("\n")[0]
    for content in (b"", b"\xff", first.encode(), f"{first}\nyes".encode()):
        file.write_bytes(content)
        assert footcoach("due") == expected
    assert not data.exists()
