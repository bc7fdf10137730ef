"""Speed of the history, beside stock sqlite3 and stock TinyDB doing the same work.

`python -m bench.history` fills histories of ten years in a temporary folder. It prints in
milliseconds how long they take to open and read the last 20 sessions, to insert a session, and to
answer in a shell. `--sizes 1000,10000,100000` sets the numbers of sessions, `--json` prints JSON.
All stores parse each document and return from an insert once it is on disk (fsync). timewarrior is
measured too where `timew` is installed.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from bench.folders import settings_below
from bench.stores import (
    LAST_DAY,
    FootcoachStore,
    SqliteStore,
    Store,
    TinyDbStore,
    folders_below,
    sample_sessions,
    session_maker,
)
from footcoach_tui.history.query.parse import QueryError, parse_query
from footcoach_tui.history.store import History

_SIZES = "1000,10000"
_MAX_TINYDB = 10_000
"""Sessions up to which TinyDB is measured: it rewrites all of them at each insert."""
_SLOW_RUNS = 5
TYPED, SHOWN = "toe-yoga pain>1 -partial note:tired", 200
QUERY = ("exercise:short-foot-standing", "since:1y", "--json")
ResultLine = dict[str, float | int | str | None]
HistoryResults = dict[str, list[ResultLine]]


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def time_runs(work: Callable[[], object], runs: int) -> list[float]:
    """Milliseconds of each run, after a first one that does not count."""
    work()
    return [milliseconds(work) for _ in range(runs)]


def p95(times: list[float]) -> float:
    """95th percentile, one of the values."""
    return sorted(times)[min(len(times) - 1, int(0.95 * len(times)))]


def measure_in_process(stores: list[Store], runs: int) -> list[ResultLine]:
    """Median milliseconds of opening and of inserting. Stores go by turns, for the disk varies."""
    new_session = session_maker()
    read: dict[str, list[float]] = {store.name: [] for store in stores}
    insert: dict[str, list[float]] = {store.name: [] for store in stores}
    for turn in range(runs + 1):
        for store in _stores_of_turn(stores, turn):
            read[store.name].append(milliseconds(store.last))
    for turn in range(runs + 1):
        record = new_session()
        for store in _stores_of_turn(stores, turn):
            insert[store.name].append(milliseconds(partial(store.insert, record)))
    return [
        {
            "what": name,
            "open, last 20": statistics.median(read[name][1:]),
            "insert": statistics.median(insert[name][1:]),
        }
        for name in read
    ]


def _stores_of_turn(stores: list[Store], turn: int) -> list[Store]:
    return [store for store in stores if turn <= _SLOW_RUNS or not isinstance(store, TinyDbStore)]


def measure_typing(folder: Path, runs: int) -> ResultLine:
    """Milliseconds of each key of a filter in the app; the first key reads the history."""
    history = History(folders_below(folder), device="bench-1")

    def press(typed: str) -> None:
        with suppress(QueryError):  # half a term, as it is typed
            history.find(parse_query(typed, LAST_DAY.date()), SHOWN)

    first = milliseconds(partial(press, "zz"))
    keys = [TYPED[:end] for end in range(1, len(TYPED) + 1)]
    times = [milliseconds(partial(press, key)) for _ in range(max(1, runs // 10)) for key in keys]
    return {
        "what": f"a key of {TYPED!r}",
        "median": statistics.median(times),
        "p95": p95(times),
        "first key": first,
    }


def measure_commands(folder: Path, runs: int) -> Iterator[ResultLine]:
    """Milliseconds of whole processes: footcoach, timewarrior, and a Python that does nothing."""
    environ = os.environ | settings_below(folder, "ours")
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    footcoach = [sys.executable, "-m", "footcoach_tui"]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "footcoach history": [*footcoach, "history"],
        f"footcoach history {' '.join(QUERY)}": [*footcoach, "history", *QUERY],
        "footcoach due": [*footcoach, "due"],
    }
    if timew := shutil.which("timew"):
        commands["timew summary :week"] = [timew, "summary", ":week"]
        environ["TIMEWARRIORDB"] = str(folder / "timew")
        fill_timewarrior(folder / "timew")
    for name, command in commands.items():
        code = subprocess.run(command, env=environ, capture_output=True, check=False).returncode
        if code in (0, 1):
            run = partial(subprocess.run, command, env=environ, capture_output=True, check=False)
            times = time_runs(run, runs)
            yield {"what": name, "median": statistics.median(times), "p95": p95(times)}
        else:
            yield {"what": name, "median": None, "p95": None}


def fill_timewarrior(folder: Path) -> None:
    """Write the sessions as timewarrior stores them: a file a month, a line an interval."""
    (folder / "data").mkdir(parents=True)
    (folder / "timewarrior.cfg").touch()
    months: dict[str, list[str]] = {}
    for path in sorted((folder.parent / "ours" / "history" / "bench-1").glob("*.json")):
        for row in json.loads(path.read_text())["sessions"].values():
            start = datetime.fromisoformat(row["started"]).astimezone(UTC)
            end = start + timedelta(seconds=row["seconds"])
            line = f"inc {start:%Y%m%dT%H%M%SZ} - {end:%Y%m%dT%H%M%SZ} # {row['routine']}\n"
            months.setdefault(f"{start:%Y-%m}", []).append(line)
    for month, lines in months.items():
        (folder / "data" / f"{month}.data").write_text("".join(sorted(lines)))


def measure_history(size: int, runs: int) -> HistoryResults:
    """All results for a history of `size` sessions."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        records = list(sample_sessions(size))
        stores: list[Store] = [FootcoachStore(folder, records)]
        stores += [SqliteStore(folder, records, "delete"), SqliteStore(folder, records, "wal")]
        if size <= _MAX_TINYDB:
            stores.append(TinyDbStore(folder, records))
        del records
        return {
            "in process": measure_in_process(stores, runs),
            "in the shell": list(measure_commands(folder, runs)),
            "typing a query": [measure_typing(folder, runs)],
        }


def print_results(size: int, results: HistoryResults) -> None:
    """Print a table; ratios are to stock sqlite3, or to a Python that does nothing."""
    print(f"\n{size:,} sessions")
    for title, rows in results.items():
        columns = [name for name in rows[0] if name != "what"]
        base = rows[1] if title == "in process" else rows[0]
        print(f"  {title:<58}" + "".join(f"{name:>14}{'ratio':>8}" for name in columns))
        for row in rows:
            print(f"  {row['what']:<58}" + "".join(_cells(row, base, name) for name in columns))


def _cells(row: ResultLine, base: ResultLine, name: str) -> str:
    value, base_value = row[name], base[name]
    if not isinstance(value, float) or not isinstance(base_value, float):
        return f"{'-':>14}{'-':>8}"
    return f"{value:>14.2f}{value / base_value:>8.1f}"


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
