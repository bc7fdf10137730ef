"""Rows for the table, out of all that `bench.history` measures."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench import history_commands as commands
from bench import history_questions as questions
from bench.history import (
    A_KEY,
    FILLING,
    GROWTH,
    IN_PROCESS,
    INSERT,
    LAST,
    MEDIAN,
    MEMORY,
    P95,
    QUESTIONS,
    SHELL,
    SQLITE,
    TINYDB,
    HistoryResults,
    ResultTable,
    measure_history,
    measure_stores,
)
from bench.history_questions import FEW
from bench.rows import Limit, Pace, ResultRow, at_most, times
from bench.stores import FootcoachStore

_SIZES = {Pace.QUICK: (10_000,), Pace.USUAL: (10_000,), Pace.LONG: (10_000, 100_000)}
_RUNS = {Pace.QUICK: 8, Pace.USUAL: 30, Pace.LONG: 40}
_MANY = 100_000
_MAX_GROWTH = 3.0
"""MiB of memory: 2 for the page cache of SQLite, the rest for the days of ten years."""
_OURS = FootcoachStore.name


def rows(pace: Pace) -> Iterator[ResultRow]:
    runs = _RUNS[pace]
    if pace is not Pace.QUICK:
        with tempfile.TemporaryDirectory() as folder:
            yield from _insert_rows(FEW, measure_stores(Path(folder), FEW, runs))
    for size in _SIZES[pace]:
        yield from history_rows(size, measure_history(size, runs))


def history_rows(size: int, results: HistoryResults) -> Iterator[ResultRow]:
    """The rows of a history of `size` sessions."""
    stores = results[IN_PROCESS]
    yield from _beside_stores(f"{size:,} sessions: open, read the last 20", stores, LAST, 1.5)
    yield from _insert_rows(size, stores)
    yield from _shell_rows(size, results[SHELL])
    yield from _question_rows(size, results[QUESTIONS])
    for growth in results.get(MEMORY, {}).values():
        label = f"{size:,} sessions: memory, more than with {FEW:,}"
        yield ResultRow(label, growth[GROWTH], "MiB", (at_most(_MAX_GROWTH),))


def _insert_rows(size: int, stores: ResultTable) -> Iterator[ResultRow]:
    limit = 5 if size >= _MANY else 2.5
    yield from _beside_stores(f"{size:,} sessions: a durable insert", stores, INSERT, limit)


def _beside_stores(label: str, stores: ResultTable, what: str, limit: float) -> Iterator[ResultRow]:
    ours = stores[_OURS][what]
    yield ResultRow(label, ours, "ms", (times(limit),), SQLITE, stores[SQLITE][what])
    if TINYDB in stores:
        yield ResultRow("the same", ours, "ms", (), TINYDB, stores[TINYDB][what])


def _shell_rows(size: int, shell: ResultTable) -> Iterator[ResultRow]:
    python = shell[commands.PYTHON][MEDIAN]

    def row(label: str, command: str, figure: str, *limits: Limit) -> ResultRow:
        return ResultRow(label, shell[command][figure], "ms", limits, commands.PYTHON, python)

    name = f"{size:,} sessions"
    history, most = commands.HISTORY, at_most(200 if size >= _MANY else 100)
    yield row(f"{name}: `{history}`, p95", history, P95, most)
    yield row("the same, median", history, MEDIAN, times(4))
    label = f"{name}: one exercise of a year as JSON"
    yield row(label, commands.ONE_EXERCISE, MEDIAN, at_most(150), times(4.5))
    yield row(f"{name}: `{commands.DUE}`", commands.DUE, MEDIAN, times(4))
    if commands.TIMEWARRIOR in shell:
        yield row("the week by timewarrior", commands.TIMEWARRIOR, MEDIAN)
    else:
        yield ResultRow("the week by timewarrior", note="timewarrior is not installed")


def _question_rows(size: int, answers: ResultTable) -> Iterator[ResultRow]:
    is_large = size >= _MANY

    def row(label: str, milliseconds: float, *limits: Limit) -> ResultRow:
        return ResultRow(f"{size:,} sessions: {label}", milliseconds, "ms", limits)

    first_key = max(answers[name][MEDIAN] for name in questions.FIRST_KEYS)
    # most questions have a limit at one size
    totals, key, one_exercise = ((), (), (40,)) if is_large else ((50,), (8,), ())
    yield row(questions.TOTALS, answers[questions.TOTALS][MEDIAN], *map(at_most, totals))
    yield row("first key of a filter", first_key, at_most(100 if is_large else 20))
    yield row("each key of a filter, p95", answers[A_KEY][P95], *map(at_most, key))
    one_exercise_ms = answers[questions.ONE_EXERCISE][MEDIAN]
    yield row(questions.ONE_EXERCISE, one_exercise_ms, *map(at_most, one_exercise))
    yield row(FILLING, answers[FILLING][MEDIAN])
