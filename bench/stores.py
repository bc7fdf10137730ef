"""Stores to measure: the history of footcoach, stock sqlite3 and stock TinyDB."""

import json
import sqlite3
from pathlib import Path

from tinydb import TinyDB
from tinydb.storages import JSONStorage

from bench.folders import settings_below
from footcoach_tui.boundary.paths import Folders, folders
from footcoach_tui.history.codec import to_document
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord

LAST_COUNT = 20
DEVICE = "bench-1"


def folders_below(folder: Path) -> Folders:
    return folders(settings_below(folder, "ours"))


class FootcoachStore:
    """The history of footcoach, filled with records."""

    name = "footcoach"

    def __init__(self, folder: Path, records: list[SessionRecord]) -> None:
        self.folders = folders_below(folder)
        self._history = History(self.folders, DEVICE)
        self._history.add_all(records, "filled")
        self.close()

    def last(self) -> object:
        history = History(self.folders, DEVICE)
        sessions = history.last(LAST_COUNT)
        history.index.close()
        assert len(sessions) == LAST_COUNT
        return sessions

    def insert(self, record: SessionRecord) -> None:
        self._history.add(record)

    def close(self) -> None:
        self._history.index.close()


class SqliteStore:
    """A table of JSON documents with an index on the start; `PRAGMA synchronous=FULL`."""

    def __init__(self, folder: Path, records: list[SessionRecord], journal: str) -> None:
        self.name = f"sqlite3 ({journal})"
        self.path = folder / f"{journal}.db"
        db = self._connect()
        db.execute(f"PRAGMA journal_mode={journal}")
        db.execute("CREATE TABLE sessions (id TEXT PRIMARY KEY, started TEXT, json TEXT)")
        db.execute("CREATE INDEX by_time ON sessions (started)")
        db.executemany("INSERT INTO sessions VALUES (?, ?, ?)", map(self._row, records))
        db.commit()
        db.close()
        self._db: sqlite3.Connection | None = None

    def last(self) -> object:
        db = self._connect()
        sql = "SELECT json FROM sessions ORDER BY started DESC LIMIT ?"
        sessions = [json.loads(text) for (text,) in db.execute(sql, (LAST_COUNT,))]
        db.close()
        assert len(sessions) == LAST_COUNT
        return sessions

    def insert(self, record: SessionRecord) -> None:
        self._db = self._db or self._connect()
        self._db.execute("INSERT INTO sessions VALUES (?, ?, ?)", self._row(record))
        self._db.commit()

    def close(self) -> None:
        if self._db:
            self._db.close()
        self._db = None

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

    def close(self) -> None:
        """Nothing stays open."""


Store = FootcoachStore | SqliteStore | TinyDbStore
