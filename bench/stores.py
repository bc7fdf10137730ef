"""Stores to measure: the history of footcoach, and stock ones that do the same work."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tinydb import TinyDB
from tinydb.storages import JSONStorage

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


def sample_session(place: int, moment: datetime) -> SessionRecord:
    """A session of about 1 KB; which exercises it holds goes by its place."""
    three = [_EXERCISES[(place + step) % len(_EXERCISES)] for step in (0, 1, 4)]
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
                tuple(SetRecord(1, side, 8, 8, 48.0, 48.0, SetOutcome.DONE) for side in sides),
            )
            for one in three
        ),
        effort=place % 11,
        pain=place % 4 or None,
        note=f"arch a little tired, number {place}",
        device="bench-1",
        version="0.2.0",
    )


def sample_sessions(count: int) -> Iterator[SessionRecord]:
    """`count` sessions evenly over ten years, oldest first."""
    step = timedelta(days=365.25 * _YEARS) / count
    first = LAST_DAY - step * count
    return (sample_session(place, first + step * place) for place in range(count))


def session_maker() -> Callable[[], SessionRecord]:
    """What gives a new session at each call, a minute after the last one."""
    places = iter(range(10**9))
    return lambda: sample_session(place := next(places), LAST_DAY + timedelta(minutes=place))


class FootcoachStore:
    """The history of footcoach."""

    name = "footcoach"

    def __init__(self, folder: Path, records: list[SessionRecord]) -> None:
        """Fill it."""
        self.folder = folder / "ours"
        self.history = History(self.folder, device="bench-1")
        self.history.add_all(records, "filled")

    def last(self) -> object:
        """Open, and read the last sessions."""
        found = History(self.folder, device="bench-1").last(LAST_COUNT)
        assert len(found) == LAST_COUNT
        return found

    def insert(self, record: SessionRecord) -> None:
        """Keep one more session."""
        self.history.add(record)


class SqliteStore:
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
        found = [json.loads(text) for (text,) in db.execute(sql, (LAST_COUNT,))]
        db.close()
        assert len(found) == LAST_COUNT
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


class TinyDbStore:
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
            return sorted(db.all(), key=lambda one: str(one["started"]))[-LAST_COUNT:]

    def insert(self, record: SessionRecord) -> None:
        """Keep one more session."""
        with TinyDB(self.path, storage=JSONStorage) as db:
            db.insert(to_document(record))


Store = FootcoachStore | SqliteStore | TinyDbStore
