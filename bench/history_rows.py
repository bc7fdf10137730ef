"""Rows for the table, out of all that `bench.history` measures."""

from collections.abc import Iterator

from bench.history import QUERY, HistoryResults, measure_history
from bench.rows import Pace, ResultRow, at_most, times

_SIZES = {Pace.QUICK: (10_000,), Pace.USUAL: (10_000,), Pace.LONG: (10_000, 100_000)}
_RUNS = {Pace.QUICK: 8, Pace.USUAL: 30, Pace.LONG: 40}
_MANY = 100_000


def rows(pace: Pace) -> Iterator[ResultRow]:
    for size in _SIZES[pace]:
        yield from history_rows(size, measure_history(size, _RUNS[pace]))


def history_rows(size: int, results: HistoryResults) -> Iterator[ResultRow]:
    """The rows of a history of `size` sessions."""
    in_process, shell = results["in process"], results["in the shell"]
    is_large = size >= _MANY
    name = f"{size:,} sessions"
    last, insert = "open, last 20", "insert"
    sqlite, tinydb = "sqlite3 (delete)", "TinyDB (stock)"
    for what, label, limit in (
        (last, f"{name}: open, read the last 20", 2),
        (insert, f"{name}: a durable insert", 5 if is_large else 3),
    ):
        ours = _figure(in_process, "footcoach", what)
        yield ResultRow(
            label, ours, "ms", (times(limit),), sqlite, _figure(in_process, sqlite, what)
        )
        stock = _figure(in_process, tinydb, what)
        if stock is not None:
            yield ResultRow("the same", ours, "ms", (), tinydb, stock)
    python = "python -c pass"
    python_ms = _figure(shell, python, "median")
    history, query = "footcoach history", f"footcoach history {' '.join(QUERY)}"
    yield ResultRow(
        f"{name}: `{history}`, p95",
        _figure(shell, history, "p95"),
        "ms",
        (at_most(200 if is_large else 100),),
        python,
        python_ms,
    )
    median = _figure(shell, history, "median")
    yield ResultRow("the same, median", median, "ms", (times(7),), python, python_ms)
    yield ResultRow(
        f"{name}: one exercise of a year as JSON",
        _figure(shell, query, "median"),
        "ms",
        (at_most(150),),
        python,
        python_ms,
    )
    timewarrior = _figure(shell, "timew summary :week", "median")
    note = "timewarrior is not installed" if timewarrior is None else ""
    yield ResultRow(
        f"{name}: `footcoach due`",
        _figure(shell, "footcoach due", "median"),
        "ms",
        (),
        python,
        python_ms,
    )
    yield ResultRow("the week by timewarrior", timewarrior, "ms", (), note=note)
    typing = results["typing a query"][0]
    key_ms = _number(typing["p95"])
    yield ResultRow(f"{name}: each key of a filter, p95", key_ms, "ms", (at_most(50),))


def _figure(lines: list[dict[str, float | int | str | None]], what: str, name: str) -> float | None:
    return next((_number(line[name]) for line in lines if line["what"] == what), None)


def _number(value: float | str | None) -> float | None:
    return None if value is None or isinstance(value, str) else float(value)
