"""The figures of the history that something is promised of, out of all that `history` measures."""

from collections.abc import Iterator

from bench.history import QUERY, HistoryResults, measure_history
from bench.rows import Pace, ResultRow, at_most, times

_SIZES = {Pace.QUICK: (10_000,), Pace.USUAL: (10_000,), Pace.LONG: (10_000, 100_000)}
_RUNS = {Pace.QUICK: 8, Pace.USUAL: 30, Pace.LONG: 40}
_MANY = 100_000


def rows(pace: Pace) -> Iterator[ResultRow]:
    """The history in process, in the shell and as a query is typed."""
    for size in _SIZES[pace]:
        yield from history_rows(size, measure_history(size, _RUNS[pace]))


def history_rows(size: int, found: HistoryResults) -> Iterator[ResultRow]:
    """What holds of a history of `size` sessions."""
    inside, shell = found["in process"], found["in the shell"]
    is_large = size >= _MANY
    name = f"{size:,} sessions"
    last, insert = "open, last 20", "insert"
    sqlite, tinydb = "sqlite3 (delete)", "TinyDB (stock)"
    for what, label, limit in (
        (last, f"{name}: open, read the last 20", 2),
        (insert, f"{name}: a durable insert", 5 if is_large else 3),
    ):
        mine = _figure(inside, "footcoach", what)
        beside = _figure(inside, sqlite, what)
        yield ResultRow(label, mine, "ms", (times(limit),), sqlite, beside)
        stock = _figure(inside, tinydb, what)
        if stock is not None:
            yield ResultRow("the same", mine, "ms", (), tinydb, stock)
    python = "python -c pass"
    nothing = _figure(shell, python, "median")
    ordinary, asked = "footcoach history", f"footcoach history {' '.join(QUERY)}"
    yield ResultRow(
        f"{name}: `{ordinary}`, p95",
        _figure(shell, ordinary, "p95"),
        "ms",
        (at_most(200 if is_large else 100),),
        python,
        nothing,
    )
    yield ResultRow(
        "the same, median", _figure(shell, ordinary, "median"), "ms", (times(7),), python, nothing
    )
    yield ResultRow(
        f"{name}: one exercise of a year as JSON",
        _figure(shell, asked, "median"),
        "ms",
        (at_most(150),),
        python,
        nothing,
    )
    peer = _figure(shell, "timew summary :week", "median")
    note = "timewarrior is not installed" if peer is None else ""
    yield ResultRow(
        f"{name}: `footcoach due`",
        _figure(shell, "footcoach due", "median"),
        "ms",
        (),
        python,
        nothing,
    )
    yield ResultRow("the week by timewarrior", peer, "ms", (), note=note)
    typing = found["typing a query"][0]
    yield ResultRow(
        f"{name}: each key of a filter, p95", _number(typing["p95"]), "ms", (at_most(50),)
    )


def _figure(lines: list[dict[str, float | int | str | None]], what: str, name: str) -> float | None:
    return next((_number(line[name]) for line in lines if line["what"] == what), None)


def _number(value: float | str | None) -> float | None:
    return None if value is None or isinstance(value, str) else float(value)
