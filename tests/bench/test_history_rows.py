"""Rows of the history have the limits of their size, and the sample sessions are whole."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bench import history_commands as commands
from bench import history_questions as questions
from bench.history import A_KEY, FILLING, HistoryResults
from bench.history_rows import history_rows
from bench.sample_sessions import LAST_EVENING, last_evening, sample_session, sample_sessions
from bench.timing import time_by_turns
from footcoach_tui.history.codec import from_document, to_document

STORES = {
    "footcoach": {"open, last 20": 1.5, "insert": 9.0},
    "sqlite3 (delete)": {"open, last 20": 1.0, "insert": 3.0},
}
WITHOUT_DISK = {
    "footcoach": {"open, last 20": 1.5, "insert": 16.0},
    "sqlite3 (delete)": {"open, last 20": 1.0, "insert": 1.0},
}
SHELL = {
    commands.PYTHON: {"median": 20.0, "p95": 30.0},
    commands.HISTORY: {"median": 81.0, "p95": 150.0},
    commands.ONE_EXERCISE: {"median": 90.0, "p95": 99.0},
    commands.DUE: {"median": 80.0, "p95": 99.0},
    commands.FIRST_DUE: {"median": 121.0, "p95": 130.0},
    commands.STATUS: {"median": 81.0, "p95": 99.0},
    commands.VERSION: {"median": 61.0, "p95": 70.0},
    commands.LIST: {"median": 201.0, "p95": 210.0},
    commands.CHECK: {"median": 1201.0, "p95": 1210.0},
}
QUESTIONS = {
    questions.TOTALS: {"median": 51.0, "p95": 60.0},
    **{
        name: {"median": 20.0 + place, "p95": 0.0}
        for place, name in enumerate(questions.FIRST_KEYS)
    },
    questions.ONE_EXERCISE: {"median": 41.0, "p95": 50.0},
    A_KEY: {"median": 1.0, "p95": 8.0},
    FILLING: {"median": 4000.0, "p95": 5000.0},
}
RESULTS: HistoryResults = {
    "in process": STORES,
    "in process, without a disk": WITHOUT_DISK,
    "in the shell": SHELL,
    "questions": QUESTIONS,
    "memory": {"more": {"MiB": 3.1}},
}


@pytest.mark.parametrize(
    ("size", "missed"),
    [
        (
            10_000,
            [
                "10,000 sessions: a durable insert, without a disk",
                "10,000 sessions: `footcoach history`, p95",
                "the same, median",
                "the same, nothing stored",
                "10,000 sessions: `footcoach status`",
                "10,000 sessions: `footcoach --version`",
                "10,000 sessions: `footcoach list`",
                "10,000 sessions: `footcoach check`",
                "10,000 sessions: totals and year view",
                "10,000 sessions: first key of a filter",
                "10,000 sessions: memory, more than with 1,000",
            ],
        ),
        (
            100_000,
            [
                "the same, median",
                "the same, nothing stored",
                "100,000 sessions: `footcoach status`",
                "100,000 sessions: `footcoach --version`",
                "100,000 sessions: `footcoach list`",
                "100,000 sessions: `footcoach check`",
                "100,000 sessions: one exercise, all of a year",
                "100,000 sessions: memory, more than with 1,000",
            ],
        ),
    ],
)
def test_each_size_has_limits_of_its_own(size: int, missed: list[str]) -> None:
    assert [row.label for row in history_rows(size, RESULTS) if row.holds is False] == missed


def test_an_insert_is_not_judged_where_there_is_only_a_disk() -> None:
    results = {name: table for name, table in RESULTS.items() if "without" not in name}
    on_disk, without = [row for row in history_rows(10_000, results) if "insert" in row.label]
    assert (on_disk.value, on_disk.limits) == (9.0, ())
    assert (without.value, without.holds) == (None, None)


def test_the_first_key_of_a_filter_is_the_slower_one() -> None:
    (row,) = [
        row for row in history_rows(10_000, RESULTS) if row.label.endswith("first key of a filter")
    ]
    assert row.value == 21.0


def test_there_is_a_row_for_timewarrior_without_it() -> None:
    (row,) = [row for row in history_rows(10_000, RESULTS) if "timewarrior" in row.label]
    assert (row.value, row.note) == (None, "timewarrior is not installed")


def test_work_is_done_by_turns_and_the_first_turn_does_not_count() -> None:
    done: list[str] = []
    works = {name: lambda name=name: done.append(name) for name in "ab"}
    assert {name: len(times) for name, times in time_by_turns(works, 2).items()} == {"a": 2, "b": 2}
    assert done == ["a", "b", "a", "b", "a", "b"]


def test_a_sample_session_is_as_playing_writes_it() -> None:
    session = sample_session(4, datetime(2026, 3, 31, 20, tzinfo=UTC))
    assert from_document(to_document(session)) == session
    assert session.ended is not None
    assert session.paused is not None
    length = timedelta(seconds=session.seconds + session.paused)
    assert session.ended - session.started == length
    starts = [each.at or 0.0 for each in session.sets]
    assert starts == sorted(starts)
    assert session.paused < starts[0]
    assert starts[-1] + session.sets[-1].seconds < length.total_seconds()


def test_the_sample_sessions_end_in_the_evening_of_a_whole_month() -> None:
    assert last_evening(date(2026, 3, 1)) == datetime(2026, 2, 28, 20, tzinfo=UTC)
    assert last_evening(date(2026, 1, 31)) == datetime(2025, 12, 31, 20, tzinfo=UTC)
    sessions = list(sample_sessions(3))
    assert sessions[-1].started == LAST_EVENING
    assert [session.started for session in sessions] == sorted(each.started for each in sessions)
