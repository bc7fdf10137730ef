"""How long the history takes, beside stock sqlite3 and stock TinyDB doing the same work.

`python bench/history.py` fills histories of ten years in a temporary folder and prints, in
milliseconds, how long they take to open with the last 20 read, to insert durably, and to answer
in a shell. `--sizes 1000,10000,100000` chooses how many sessions, `--json` prints JSON. All of
them do the same: documents are parsed, inserts are on disk (fsync) when they return. timewarrior
is asked too where `timew` is installed.
"""

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tinydb import TinyDB
from tinydb.storages import JSONStorage

from footcoach_tui.history.codec import to_document
from footcoach_tui.history.ids import new_id
from footcoach_tui.history.store import History
from footcoach_tui.session.dose import Side
from footcoach_tui.session.record import ExerciseRecord, Outcome, SessionRecord, SetRecord

END = datetime(2026, 3, 31, 20, tzinfo=UTC)
YEARS = 10
LAST = 20
SIZES = "1000,10000"
STOCK_TINYDB_UP_TO = 10_000
"""Stock TinyDB writes everything at each insert: more takes minutes."""
EXERCISES = (
    *("short-foot", "short-foot-standing", "toe-yoga", "towel-scrunch", "calf-raise"),
    *("ball-roll", "ankle-circles", "toe-spread", "heel-walk", "arch-lift"),
)
QUERY = ("exercise:short-foot-standing", "since:1y", "--json")
Row = dict[str, float | int | str | None]


def session(place: int, moment: datetime) -> SessionRecord:
    """A session of about 1 KB; which exercises it holds goes by its place."""
    three = [EXERCISES[(place + step) % len(EXERCISES)] for step in (0, 1, 4)]
    sides = (Side.LEFT, Side.RIGHT)
    return SessionRecord(
        id=new_id(moment),
        routine="daily-feet",
        title="Daily feet",
        started=moment,
        zone="Europe/Berlin",
        seconds=600.0 + place % 60,
        exercises=tuple(
            ExerciseRecord(
                one,
                one.replace("-", " ").capitalize(),
                tuple(SetRecord(1, side, 8, 8, 48.0, 48.0, Outcome.DONE) for side in sides),
            )
            for one in three
        ),
        effort=place % 11,
        pain=place % 4 or None,
        note=f"arch a little tired, number {place}",
        device="bench-1",
        version="0.2.0",
    )


def sessions(count: int) -> Iterator[SessionRecord]:
    """`count` sessions evenly over ten years, oldest first."""
    step = timedelta(days=365.25 * YEARS) / count
    first = END - step * count
    return (session(place, first + step * place) for place in range(count))


def timed(work: Callable[[], object], runs: int) -> list[float]:
    """Milliseconds of each run, after one that is not counted."""
    work()
    took = []
    for _ in range(runs):
        before = time.perf_counter()
        work()
        took.append(1000 * (time.perf_counter() - before))
    return took


def p95(took: list[float]) -> float:
    """The time that 95 of 100 stay within."""
    return sorted(took)[min(len(took) - 1, int(0.95 * len(took)))]


def upcoming() -> Callable[[], SessionRecord]:
    """What gives a new session at each call, a minute after the last one."""
    places = iter(range(10**9))
    return lambda: session(place := next(places), END + timedelta(minutes=place))


class Ours:
    """The history of footcoach."""

    name = "footcoach"

    def __init__(self, folder: Path, records: list[SessionRecord]) -> None:
        """Fill it."""
        self.folder = folder / "ours"
        self.history = History(self.folder, device="bench-1")
        self.history.add_all(records, "filled")

    def last(self) -> object:
        """Open, and read the last sessions."""
        found = History(self.folder, device="bench-1").last(LAST)
        assert len(found) == LAST
        return found

    def insert(self, record: SessionRecord) -> None:
        """Keep one more session."""
        self.history.add(record)


class Sqlite:
    """One table of documents with an index on the time; full synchronisation."""

    def __init__(self, folder: Path, records: list[SessionRecord], journal: str) -> None:
        """Fill it."""
        self.name = f"sqlite3 ({journal})"
        self.path = folder / f"{journal}.db"
        self._open = self._connected()
        self._open.execute(f"PRAGMA journal_mode={journal}")
        self._open.execute("CREATE TABLE sessions (id TEXT PRIMARY KEY, started TEXT, json TEXT)")
        self._open.execute("CREATE INDEX by_time ON sessions (started)")
        self._open.executemany("INSERT INTO sessions VALUES (?, ?, ?)", map(self._row, records))
        self._open.commit()

    def last(self) -> object:
        """Open, and read the last sessions."""
        db = self._connected()
        sql = "SELECT json FROM sessions ORDER BY started DESC LIMIT ?"
        found = [json.loads(text) for (text,) in db.execute(sql, (LAST,))]
        db.close()
        assert len(found) == LAST
        return found

    def insert(self, record: SessionRecord) -> None:
        """Keep one more session."""
        self._open.execute("INSERT INTO sessions VALUES (?, ?, ?)", self._row(record))
        self._open.commit()

    def _connected(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.path)
        db.execute("PRAGMA synchronous=FULL")
        return db

    @staticmethod
    def _row(record: SessionRecord) -> tuple[str, str, str]:
        return record.id, record.started.isoformat(), json.dumps(to_document(record))


class StockTinyDB:
    """TinyDB as it comes: one file; its storage calls fsync, too."""

    name = "TinyDB (stock)"

    def __init__(self, folder: Path, records: list[SessionRecord]) -> None:
        """Fill it."""
        self.path = folder / "tinydb.json"
        with TinyDB(self.path, storage=JSONStorage) as db:
            db.insert_multiple(map(to_document, records))

    def last(self) -> object:
        """Open, and read the last sessions."""
        with TinyDB(self.path, storage=JSONStorage) as db:
            return sorted(db.all(), key=lambda one: str(one["started"]))[-LAST:]

    def insert(self, record: SessionRecord) -> None:
        """Keep one more session."""
        with TinyDB(self.path, storage=JSONStorage) as db:
            db.insert(to_document(record))


Store = Ours | Sqlite | StockTinyDB


def in_process(store: Store, runs: int) -> Row:
    """Opening and inserting, medians."""
    new = upcoming()
    read = timed(store.last, runs)
    insert = timed(lambda: store.insert(new()), runs)
    making = timed(new, runs)
    return {
        "what": store.name,
        "last": statistics.median(read),
        "insert": statistics.median(insert) - statistics.median(making),
    }


def commands(folder: Path, runs: int) -> Iterator[Row]:
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
            took = timed(lambda: subprocess.run(words, env=environ, capture_output=True), runs)  # noqa: B023, PLW1510 - called at once; its code was looked at
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


def measured(size: int, runs: int) -> dict[str, list[Row]]:
    """Everything for a history of `size` sessions."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        records = list(sessions(size))
        stores: list[Store] = [Ours(folder, records)]
        stores += [Sqlite(folder, records, "delete"), Sqlite(folder, records, "wal")]
        if size <= STOCK_TINYDB_UP_TO:
            stores.append(StockTinyDB(folder, records))
        del records
        inside = [
            in_process(one, min(runs, 7) if isinstance(one, StockTinyDB) else runs)
            for one in stores
        ]
        return {"in process": inside, "in the shell": list(commands(folder, runs))}


def show(size: int, found: dict[str, list[Row]]) -> None:
    """Print a table; ratios are against stock sqlite3, and against a Python that does nothing."""
    print(f"\n{size:,} sessions")
    for title, rows in found.items():
        columns = [name for name in rows[0] if name != "what"]
        base = rows[1] if title == "in process" else rows[0]
        print(f"  {title:<58}" + "".join(f"{name:>10}{'ratio':>8}" for name in columns))
        for row in rows:
            print(f"  {row['what']:<58}" + "".join(_cells(row, base, name) for name in columns))


def _cells(row: Row, base: Row, name: str) -> str:
    value, against = row[name], base[name]
    if not isinstance(value, float) or not isinstance(against, float):
        return f"{'-':>10}{'-':>8}"
    return f"{value:>10.2f}{value / against:>8.1f}"


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sizes", default=SIZES, help=f"how many sessions ({SIZES})")
    asked.add_argument("--runs", type=int, default=40, help="times each thing is done (40)")
    asked.add_argument("--json", action="store_true", help="print JSON")
    chosen = asked.parse_args()
    every = {}
    for size in map(int, chosen.sizes.split(",")):
        every[size] = measured(size, chosen.runs)
        if not chosen.json:
            show(size, every[size])
    if chosen.json:
        print(json.dumps(every, indent=2))


if __name__ == "__main__":
    main()
