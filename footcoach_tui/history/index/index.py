"""The index kept up to date, and asked: for one process, from any of its threads."""

import sqlite3
from _thread import RLock  # `threading` takes 1 ms to import
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from footcoach_tui.history.index import database
from footcoach_tui.history.index.answers import files_read
from footcoach_tui.history.months.files import MonthFile, MonthListing

if TYPE_CHECKING:  # reading must not load what fills the index
    from footcoach_tui.history.index.fill import IndexFiller

_T = TypeVar("_T")


class Update(Enum):
    """Extent of an update before a question: every file, the folders, or nothing.

    Folders show every change but one in place, as some editors make it.
    """

    FULL = 0
    FOLDERS = 1
    NONE = 2


_ERRORS = (sqlite3.Error, ValueError, TypeError, LookupError)
"""Errors of a question: what SQLite has not found damaged may still be no date, or no text."""


class HistoryIndex:
    """Index of a data folder in a cache folder; each answer is that of the files as they are.

    Raises nothing for what is wrong with its own file: it is made anew, or kept in memory.
    """

    def __init__(self, folder: Path, cache: Path | None) -> None:
        """`folder` is the data folder; without `cache` the index is in memory.

        Nothing is opened yet.
        """
        self._folder = folder
        self._cache = cache
        self._db: sqlite3.Connection | None = None
        self._finish: Callable[[], object] | None = None
        self._lock = RLock()
        self.listing: MonthListing | None = None
        """The files at the last question."""

    def ask(self, question: Callable[[sqlite3.Connection], _T], update: Update = Update.FULL) -> _T:
        """Return the answer of a function that reads from the index, after an update of it.

        It is asked again if the index turns out to be damaged.
        """
        with self._lock:
            for is_first in (True, False):
                try:
                    return self._ask(question, update)
                except _ERRORS as error:
                    self._replace(error, in_memory=not is_first)
            return self._ask(question, update)

    def change(self, work: "Callable[[IndexFiller], None]") -> None:
        """Note in the index what was just written to a file.

        If that fails, the next question looks at every file, and reads this one.
        """
        with self._lock:
            try:
                self._transact(self._open(), work)
            except sqlite3.Error:
                self.listing = None

    def close(self) -> None:
        with self._lock, suppress(sqlite3.Error):
            self.listing = None  # the next index may be empty yet
            if self._finish:
                self._finish()
            if self._db:
                self._db.close()
            self._db = self._finish = None

    def _ask(self, question: Callable[[sqlite3.Connection], _T], update: Update) -> _T:
        """Raises sqlite3.Error."""
        db = self._open()
        if (
            self.listing is None
            or update is Update.FULL
            or not (update is Update.NONE or self.listing.is_current)
        ):
            self.listing = MonthListing(self._folder)
            if self.listing.files != files_read(db):
                self._transact(db, self._update)
        return question(db)

    def _open(self) -> sqlite3.Connection:
        if self._db is None:
            cache = self._cache
            self._db = database.open_database(cache) if cache else database.open_in_memory()
        return self._db

    def _update(self, filler: "IndexFiller") -> None:
        # again: it may have taken a while until no other process wrote
        self.listing = MonthListing(self._folder)
        filler.update(self._folder, map(MonthFile._make, self.listing.files))

    def _transact(self, db: sqlite3.Connection, work: "Callable[[IndexFiller], None]") -> None:
        """Do all of the work or none, while no other process writes. Raises sqlite3.Error."""
        from footcoach_tui.history.index.fill import IndexFiller  # noqa: PLC0415 - seldom needed

        try:
            database.begin_changes(db)
            work(IndexFiller(db))
            db.execute("commit")
            self._sync_at_end(db)
        except BaseException:
            with suppress(sqlite3.Error):
                db.execute("rollback")
            raise

    def _sync_at_end(self, db: sqlite3.Connection) -> None:
        """Sync the file when the index is closed, or the program ends."""
        if self._finish is None:
            from weakref import finalize  # noqa: PLC0415 - only after changes

            self._finish = finalize(self, database.sync_database, db)

    def _replace(self, error: Exception, *, in_memory: bool) -> None:
        self.close()
        if self._cache and database.is_damage(error) and not in_memory:
            database.discard_database(self._cache)
        else:
            self._db = database.open_in_memory()
