"""Stores to measure: the history of footcoach, stock sqlite3 and stock TinyDB."""

import itertools
import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tinydb import TinyDB
from tinydb.storages import JSONStorage

from footcoach_tui.boundary.paths import Folders
from footcoach_tui.history.codec import to_document
from footcoach_tui.history.ids import new_id
from footcoach_tui.history.store import History
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side

LAST_DAY = datetime(2026, 3, 31, 20, tzinfo=UTC)
_YEARS = 10
LAST_COUNT = 20
_EXERCISES = (
    *("short-foot", "short-foot-standing", "toe-yoga", "towel-scrunch", "calf-raise"),
    *("ball-roll", "ankle-circles", "toe-spread", "heel-walk", "arch-lift"),
)


def sample_session(number: int, moment: datetime) -> SessionRecord:
    """A session of about 1 KB; its exercises and values vary with its number."""
    exercises = [_EXERCISES[(number + step) % len(_EXERCISES)] for step in (0, 1, 4)]
    sides = (Side.LEFT, Side.RIGHT)
    return SessionRecord(
        id=new_id(moment),
        routine="daily-feet",
        title="Daily feet",
        started=moment,
        zone="Europe/Berlin",
        seconds=600.0 + number % 60,
        exercises=tuple(
            ExerciseRecord(
                exercise,
                exercise.replace("-", " ").capitalize(),
                tuple(SetRecord(1, side, 8, 8, 48.0, 48.0, SetOutcome.DONE) for side in sides),
            )
            for exercise in exercises
        ),
        effort=number % 11,
        pain=number % 4 or None,
        note=f"arch a little tired, number {number}",
        device="bench-1",
        version="0.2.0",
    )


def sample_sessions(count: int) -> Iterator[SessionRecord]:
    """`count` sessions spread evenly over ten years, oldest first."""
    step = timedelta(days=365.25 * _YEARS) / count
    first = LAST_DAY - step * count
    return (sample_session(number, first + step * number) for number in range(count))


def session_maker() -> Callable[[], SessionRecord]:
    """A function that returns a new session at each call, each a minute after the last."""
    numbers = itertools.count()
    return lambda: sample_session(number := next(numbers), LAST_DAY + timedelta(minutes=number))


def folders_below(folder: Path) -> Folders:
    return Folders(folder / "ours", folder / "ours-state", folder / "ours-cache")


class FootcoachStore:
    """The history of footcoach, filled with records."""

    name = "footcoach"

    def __init__(self, folder: Path, records: list[SessionRecord]) -> None:
        self.folders = folders_below(folder)
        self.history = History(self.folders, device="bench-1")
        self.history.add_all(records, "filled")

    def last(self) -> object:
        sessions = History(self.folders, device="bench-1").last(LAST_COUNT)
        assert len(sessions) == LAST_COUNT
        return sessions

    def insert(self, record: SessionRecord) -> None:
        self.history.add(record)


class SqliteStore:
    """A table of JSON documents with an index on the start; `PRAGMA synchronous=FULL`."""

    def __init__(self, folder: Path, records: list[SessionRecord], journal: str) -> None:
        self.name = f"sqlite3 ({journal})"
        self.path = folder / f"{journal}.db"
        self._db = self._connect()
        self._db.execute(f"PRAGMA journal_mode={journal}")
        self._db.execute("CREATE TABLE sessions (id TEXT PRIMARY KEY, started TEXT, json TEXT)")
        self._db.execute("CREATE INDEX by_time ON sessions (started)")
        self._db.executemany("INSERT INTO sessions VALUES (?, ?, ?)", map(self._row, records))
        self._db.commit()

    def last(self) -> object:
        db = self._connect()
        sql = "SELECT json FROM sessions ORDER BY started DESC LIMIT ?"
        sessions = [json.loads(text) for (text,) in db.execute(sql, (LAST_COUNT,))]
        db.close()
        assert len(sessions) == LAST_COUNT
        return sessions

    def insert(self, record: SessionRecord) -> None:
        self._db.execute("INSERT INTO sessions VALUES (?, ?, ?)", self._row(record))
        self._db.commit()

    def _connect(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.path)
        db.execute("PRAGMA synchronous=FULL")
        return db

    @staticmethod
    def _row(record: SessionRecord) -> tuple[str, str, str]:
        return record.id, record.started.isoformat(), json.dumps(to_document(record))


class TinyDbStore:
    """TinyDB with its own storage, one file, which calls fsync too."""

    name = "TinyDB (stock)"

    def __init__(self, folder: Path, records: list[SessionRecord]) -> None:
        self.path = folder / "tinydb.json"
        with TinyDB(self.path, storage=JSONStorage) as db:
            db.insert_multiple(map(to_document, records))

    def last(self) -> object:
        with TinyDB(self.path, storage=JSONStorage) as db:
            return sorted(db.all(), key=lambda session: str(session["started"]))[-LAST_COUNT:]

    def insert(self, record: SessionRecord) -> None:
        with TinyDB(self.path, storage=JSONStorage) as db:
            db.insert(to_document(record))


Store = FootcoachStore | SqliteStore | TinyDbStore
