"""Speed of the history, beside stock sqlite3 and stock TinyDB doing the same work.

`python -m bench.history` fills histories of ten years in a temporary folder (`TMPDIR` names
another place). It prints in milliseconds how long they take to open and read the last 20 sessions,
to insert a session, to answer in a shell, to answer the screens of the app, and to fill the index
anew; and the growth of memory. `--sizes 1000,10000,100000` sets the numbers of sessions, `--json`
prints JSON. All stores parse each document and return from an insert once it is on disk (fsync).
timewarrior is measured too where `timew` is installed.
"""

import argparse
import json
import os
import statistics
import tempfile
from functools import partial
from pathlib import Path

from bench.history_commands import PYTHON, time_commands
from bench.history_questions import (
    FEW,
    TYPED,
    measure_growth,
    time_filling,
    time_questions,
    time_typing,
)
from bench.measures import p95
from bench.sample_sessions import sample_sessions, session_maker
from bench.stores import FootcoachStore, SqliteStore, Store, TinyDbStore
from bench.timing import milliseconds

_SIZES = "1000,10000"
_MAX_TINYDB = 10_000
"""Sessions up to which TinyDB is measured: it rewrites all of them at each insert."""
_SLOW_RUNS = 5
LAST, INSERT, MEDIAN, P95, GROWTH = "open, last 20", "insert", "median", "p95", "MiB"
SQLITE, TINYDB = "sqlite3 (delete)", "TinyDB (stock)"
A_KEY, FILLING = f"a key of {TYPED!r}", "filling the index anew"
IN_PROCESS, SHELL, QUESTIONS, MEMORY = "in process", "in the shell", "questions", "memory"
WITHOUT_DISK = "in process, without a disk"
_BASES = {IN_PROCESS: SQLITE, WITHOUT_DISK: SQLITE, SHELL: PYTHON}
_MEMORY_FOLDER = Path("/dev/shm")  # noqa: S108 - a folder in it is made by tempfile
"""Folder in memory: what waits for a disk elsewhere takes no time there."""
ResultTable = dict[str, dict[str, float]]
"""Figures by their names, by what they are of."""
HistoryResults = dict[str, ResultTable]
"""Tables by their titles."""


def measure_history(size: int, runs: int) -> HistoryResults:
    """All results for a history of `size` sessions."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        results = {IN_PROCESS: measure_stores(folder, size, runs)}
        results[SHELL] = _figures(time_commands(folder, runs))
        times = time_questions(folder, runs)
        times[A_KEY] = time_typing(folder, max(1, runs // 10))
        times[FILLING] = time_filling(folder, 3 if size <= _MAX_TINYDB else 1)
        results[QUESTIONS] = _figures(times)
        if size > FEW:
            results[MEMORY] = {f"more than with {FEW:,}": {GROWTH: measure_growth(folder)}}
    if in_memory := measure_without_disk(size, runs):
        results[WITHOUT_DISK] = in_memory
    return results


def measure_without_disk(size: int, runs: int) -> ResultTable:
    """The results of `measure_stores` in memory; none where there is no folder for it."""
    if not _MEMORY_FOLDER.is_dir():
        return {}
    with tempfile.TemporaryDirectory(dir=_MEMORY_FOLDER) as name:
        return measure_stores(Path(name), size, runs)


def measure_stores(folder: Path, size: int, runs: int) -> ResultTable:
    """Fill the stores and return the median milliseconds of opening and of inserting, by turns."""
    records = list(sample_sessions(size))
    stores: list[Store] = [FootcoachStore(folder, records)]
    stores += [SqliteStore(folder, records, "delete"), SqliteStore(folder, records, "wal")]
    if size <= _MAX_TINYDB:
        stores.append(TinyDbStore(folder, records))
    del records
    new_session = session_maker()
    opening: dict[str, list[float]] = {store.name: [] for store in stores}
    inserting: dict[str, list[float]] = {store.name: [] for store in stores}
    for turn in range(runs + 1):
        for store in _stores_of_turn(stores, turn):
            opening[store.name].append(milliseconds(store.last))
    for turn in range(runs + 1):
        record = new_session()
        for store in _stores_of_turn(stores, turn):
            inserting[store.name].append(milliseconds(partial(store.insert, record)))
    for store in stores:
        store.close()
    median = statistics.median
    return {  # the first turn does not count
        name: {LAST: median(opening[name][1:]), INSERT: median(inserting[name][1:])}
        for name in opening
    }


def _stores_of_turn(stores: list[Store], turn: int) -> list[Store]:
    return [store for store in stores if turn <= _SLOW_RUNS or not isinstance(store, TinyDbStore)]


def _figures(times: dict[str, list[float]]) -> ResultTable:
    return {what: {MEDIAN: statistics.median(runs), P95: p95(runs)} for what, runs in times.items()}


def print_results(size: int, results: HistoryResults) -> None:
    """Print a table; ratios are to stock sqlite3, or to a Python that does nothing."""
    print(f"\n{size:,} sessions, load {os.getloadavg()[0]:.1f}")
    for title, rows in results.items():
        base = rows.get(_BASES.get(title, ""), {})
        columns = next(iter(rows.values()))
        print(f"  {title:<66}" + "".join(f"{name:>14}{'ratio':>8}" for name in columns))
        for what, figures in rows.items():
            print(f"  {what:<66}" + "".join(_cells(figures, base, name) for name in columns))


def _cells(figures: dict[str, float], base: dict[str, float], name: str) -> str:
    ratio = f"{figures[name] / base[name]:>8.2f}" if name in base else f"{'-':>8}"
    return f"{figures[name]:>14.2f}{ratio}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=_SIZES, help=f"how many sessions ({_SIZES})")
    parser.add_argument("--runs", type=int, default=40, help="times each thing is done (40)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    results = {}
    for size in map(int, options.sizes.split(",")):
        results[size] = measure_history(size, options.runs)
        if not options.json:
            print_results(size, results[size])
    if options.json:
        print(json.dumps(results, indent=2))


if __name__ == "__main__":
    main()
