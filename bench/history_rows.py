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
    WITHOUT_DISK,
    HistoryResults,
    ResultTable,
    measure_history,
    measure_stores,
    measure_without_disk,
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
_INSERT_LIMITS = {False: 15.0, True: 100.0}
"""Most times sqlite3, by whether there are many: a month's file is written whole, for people and
programs that synchronise to read, and sqlite3 writes a page."""
_COMMAND_LIMITS = {
    commands.STATUS: 4.0,
    commands.VERSION: 3.0,
    commands.LIST: 10.0,
    commands.CHECK: 60.0,
}
"""Most times a Python that does nothing."""


def rows(pace: Pace) -> Iterator[ResultRow]:
    runs = _RUNS[pace]
    if pace is not Pace.QUICK:
        with tempfile.TemporaryDirectory() as folder:
            on_disk = measure_stores(Path(folder), FEW, runs)
        yield from _insert_rows(FEW, on_disk, measure_without_disk(FEW, runs))
    for size in _SIZES[pace]:
        yield from history_rows(size, measure_history(size, runs))


def history_rows(size: int, results: HistoryResults) -> Iterator[ResultRow]:
    """The rows of a history of `size` sessions."""
    stores = results[IN_PROCESS]
    yield from _beside_stores(
        f"{size:,} sessions: open, read the last 20", stores, LAST, times(1.5)
    )
    yield from _insert_rows(size, stores, results.get(WITHOUT_DISK))
    yield from _shell_rows(size, results[SHELL])
    yield from _question_rows(size, results[QUESTIONS])
    for growth in results.get(MEMORY, {}).values():
        label = f"{size:,} sessions: memory, more than with {FEW:,}"
        yield ResultRow(label, growth[GROWTH], "MiB", (at_most(_MAX_GROWTH),))


def _insert_rows(
    size: int, on_disk: ResultTable, in_memory: ResultTable | None
) -> Iterator[ResultRow]:
    """Inserts on disk, whose sync is most of the time, and judged by what is left without one."""
    label = f"{size:,} sessions: a durable insert"
    yield from _beside_stores(label, on_disk, INSERT)
    label += ", without a disk"
    if in_memory:
        yield from _beside_stores(label, in_memory, INSERT, times(_INSERT_LIMITS[size >= _MANY]))
    else:
        yield ResultRow(label, note="there is no folder in memory")


def _beside_stores(
    label: str, stores: ResultTable, what: str, *limits: Limit
) -> Iterator[ResultRow]:
    ours = stores[_OURS][what]
    yield ResultRow(label, ours, "ms", limits, SQLITE, stores[SQLITE][what])
    if TINYDB in stores:
        yield ResultRow("the same", ours, "ms", (), TINYDB, stores[TINYDB][what])


def _shell_rows(size: int, shell: ResultTable) -> Iterator[ResultRow]:
    python = shell[commands.PYTHON][MEDIAN]

    def row(label: str, command: str, figure: str, *limits: Limit) -> ResultRow:
        return ResultRow(label, shell[command][figure], "ms", limits, commands.PYTHON, python)

    name = f"{size:,} sessions"
    history, limit = commands.HISTORY, at_most(200 if size >= _MANY else 100)
    yield row(f"{name}: `{history}`, p95", history, P95, limit)
    yield row("the same, median", history, MEDIAN, times(4))
    label = f"{name}: one exercise of a year as JSON"
    yield row(label, commands.ONE_EXERCISE, MEDIAN, at_most(150), times(4.5))
    yield row(f"{name}: `{commands.DUE}`", commands.DUE, MEDIAN, times(4))
    yield row("the same, nothing stored", commands.FIRST_DUE, MEDIAN, times(6))
    for command, most in _COMMAND_LIMITS.items():
        yield row(f"{name}: `{command}`", command, MEDIAN, times(most))
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
