"""How long the history takes, beside stock sqlite3 and stock TinyDB doing the same work.

`python -m bench.history` fills histories of ten years in a temporary folder and prints, in
milliseconds, how long they take to open with the last 20 read, to insert durably, and to answer
in a shell. `--sizes 1000,10000,100000` chooses how many sessions, `--json` prints JSON. All of
them do the same: documents are parsed, inserts are on disk (fsync) when they return. timewarrior
is asked too where `timew` is installed.
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

from bench.stores import (
    LAST_DAY,
    FootcoachStore,
    SqliteStore,
    Store,
    TinyDbStore,
    sample_sessions,
    session_maker,
)
from footcoach_tui.history.query.parse import QueryError, parse_query
from footcoach_tui.history.store import History

_SIZES = "1000,10000"
_MAX_TINYDB = 10_000
"""Stock TinyDB writes everything at each insert: more takes minutes."""
_SLOW_RUNS = 5
TYPED, SHOWN = "toe-yoga pain>1 -partial note:tired", 200
QUERY = ("exercise:short-foot-standing", "since:1y", "--json")
ResultLine = dict[str, float | int | str | None]
HistoryResults = dict[str, list[ResultLine]]


def milliseconds(work: Callable[[], object]) -> float:
    """Milliseconds that it takes."""
    before = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - before)


def time_runs(work: Callable[[], object], runs: int) -> list[float]:
    """Milliseconds of each run, after one that is not counted."""
    work()
    return [milliseconds(work) for _ in range(runs)]


def p95(took: list[float]) -> float:
    """The time that 95 of 100 stay within."""
    return sorted(took)[min(len(took) - 1, int(0.95 * len(took)))]


def measure_in_process(stores: list[Store], runs: int) -> list[ResultLine]:
    """Opening and inserting, medians; by turns, so that all meet the same disk."""
    new = session_maker()
    read: dict[str, list[float]] = {store.name: [] for store in stores}
    insert: dict[str, list[float]] = {store.name: [] for store in stores}
    for turn in range(runs + 1):
        for store in _taking_part(stores, turn):
            read[store.name].append(milliseconds(store.last))
    for turn in range(runs + 1):
        record = new()
        for store in _taking_part(stores, turn):
            insert[store.name].append(milliseconds(partial(store.insert, record)))
    return [
        {
            "what": name,
            "open, last 20": statistics.median(read[name][1:]),
            "insert": statistics.median(insert[name][1:]),
        }
        for name in read
    ]


def _taking_part(stores: list[Store], turn: int) -> list[Store]:
    return [one for one in stores if turn <= _SLOW_RUNS or not isinstance(one, TinyDbStore)]


def measure_typing(folder: Path, runs: int) -> ResultLine:
    """The filter in the app: every key of a query, and the first, which reads the history."""
    searching = History(folder / "ours", device="bench-1").open_search()

    def press(typed: str) -> None:
        with suppress(QueryError):  # half a term, as it is typed
            searching.find(parse_query(typed, LAST_DAY.date()), SHOWN)

    first = milliseconds(partial(press, "zz"))
    keys = [TYPED[:end] for end in range(1, len(TYPED) + 1)]
    took = [milliseconds(partial(press, key)) for _ in range(max(1, runs // 10)) for key in keys]
    return {
        "what": f"a key of {TYPED!r}",
        "median": statistics.median(took),
        "p95": p95(took),
        "first key": first,
    }


def measure_commands(folder: Path, runs: int) -> Iterator[ResultLine]:
    """Whole processes: our own answers, and a Python that does nothing."""
    environ = os.environ | {"FOOTCOACH_DATA_DIR": str(folder / "ours")}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    footcoach = [sys.executable, "-m", "footcoach_tui"]
    every = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "footcoach history": [*footcoach, "history"],
        f"footcoach history {' '.join(QUERY)}": [*footcoach, "history", *QUERY],
        "footcoach due": [*footcoach, "due"],
    }
    if timew := shutil.which("timew"):
        every["timew summary :week"] = [timew, "summary", ":week"]
        environ["TIMEWARRIORDB"] = str(folder / "timew")
        fill_timewarrior(folder / "timew")
    for name, words in every.items():
        code = subprocess.run(words, env=environ, capture_output=True, check=False).returncode
        if code in (0, 1):
            took = time_runs(lambda: subprocess.run(words, env=environ, capture_output=True), runs)  # noqa: B023, PLW1510 - called at once; its code was looked at
            yield {"what": name, "median": statistics.median(took), "p95": p95(took)}
        else:
            yield {"what": name, "median": None, "p95": None}


def fill_timewarrior(folder: Path) -> None:
    """The same hours as timewarrior keeps them: a file a month, a line an interval."""
    (folder / "data").mkdir(parents=True)
    (folder / "timewarrior.cfg").touch()
    months: dict[str, list[str]] = {}
    for path in sorted((folder.parent / "ours" / "history" / "bench-1").glob("*.json")):
        for row in json.loads(path.read_text())["sessions"].values():
            begun = datetime.fromisoformat(row["started"]).astimezone(UTC)
            ended = begun + timedelta(seconds=row["seconds"])
            line = f"inc {begun:%Y%m%dT%H%M%SZ} - {ended:%Y%m%dT%H%M%SZ} # {row['routine']}\n"
            months.setdefault(f"{begun:%Y-%m}", []).append(line)
    for month, lines in months.items():
        (folder / "data" / f"{month}.data").write_text("".join(sorted(lines)))


def measure_history(size: int, runs: int) -> HistoryResults:
    """Everything for a history of `size` sessions."""
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


def print_results(size: int, found: HistoryResults) -> None:
    """Print a table; ratios are against stock sqlite3, and against a Python that does nothing."""
    print(f"\n{size:,} sessions")
    for title, rows in found.items():
        columns = [name for name in rows[0] if name != "what"]
        base = rows[1] if title == "in process" else rows[0]
        print(f"  {title:<58}" + "".join(f"{name:>14}{'ratio':>8}" for name in columns))
        for row in rows:
            print(f"  {row['what']:<58}" + "".join(_cells(row, base, name) for name in columns))


def _cells(row: ResultLine, base: ResultLine, name: str) -> str:
    value, against = row[name], base[name]
    if not isinstance(value, float) or not isinstance(against, float):
        return f"{'-':>14}{'-':>8}"
    return f"{value:>14.2f}{value / against:>8.1f}"


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sizes", default=_SIZES, help=f"how many sessions ({_SIZES})")
    asked.add_argument("--runs", type=int, default=40, help="times each thing is done (40)")
    asked.add_argument("--json", action="store_true", help="print JSON")
    chosen = asked.parse_args()
    every = {}
    for size in map(int, chosen.sizes.split(",")):
        every[size] = measure_history(size, chosen.runs)
        if not chosen.json:
            print_results(size, every[size])
    if chosen.json:
        print(json.dumps(every, indent=2))


if __name__ == "__main__":
    main()
