"""Filling of the index from month files, a file at a time, within one transaction."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from footcoach_tui.boundary.text import clean
from footcoach_tui.history.codec import from_document
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.fields import Document, FieldError
from footcoach_tui.history.ids import ID_LENGTH
from footcoach_tui.history.index.record_bytes import pack
from footcoach_tui.history.index.schema import ProblemKind
from footcoach_tui.history.index.session_table import SessionTable
from footcoach_tui.history.months.entries import EntryKind, read_entry
from footcoach_tui.history.months.files import NO_STATUS, MonthFile
from footcoach_tui.history.months.format import SESSIONS, DamagedError, NewerError
from footcoach_tui.history.months.versions import Stamp, Version
from footcoach_tui.session.record import SessionRecord

_TWICE = "is in this file twice; only one of the two is used"
_COPY = "another program made this copy; move it away if you need nothing in it"
_RANKS = """
select version.file, written, revision, device, month, name from version
join file on file.key = version.file where session = ?
"""
_WITHOUT_CURRENT = """
select distinct file.* from version join file on file.key = version.file where session in
(select session from version group by session having not max(is_current))
"""


_Packed = tuple[SessionRecord, bytes]
"""A record, and what `pack` makes of it."""


class IndexFiller:
    """Changes to the tables of the index. All methods raise sqlite3.Error."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._sessions = SessionTable(db)

    def update(self, folder: Path, files: Iterable[MonthFile]) -> None:
        """Read the files of a data folder that are new or changed, and forget those that are gone.

        A session whose current version vanished is taken from the files that have another.
        """
        known: dict[MonthFile, int] = {
            MonthFile._make(row[1:]): row[0]
            for row in self._db.execute("select key, device, name, month, size, mtime from file")
        }
        new = set(files)
        self._forget(key for file, key in known.items() if file not in new)
        for file in sorted(new - known.keys()):
            self._read(folder, file)
        while others := self._db.execute(_WITHOUT_CURRENT).fetchall():
            self._forget(row[0] for row in others)
            for row in others:
                self._read(folder, MonthFile._make(row[1:6]))

    def _forget(self, keys: Iterable[int]) -> None:
        self._db.executemany("delete from file where key = ?", [(key,) for key in keys])

    def forget(self, device: str, month: str) -> None:
        """Remove what is known of a device's file of a month, so that it is read again."""
        place = (device, f"{month}.json")
        self._db.execute("delete from file where device = ? and name = ?", place)

    def note_write(
        self, file: MonthFile, before: tuple[int, int], documents: Iterable[Document]
    ) -> None:
        """Note documents just written to a file.

        `file` is as it is now, `before` its state when it was read. If the index knows another
        state, nothing is noted, and the file will be read. Raises DataError where that is needed.
        """
        known = self._db.execute(
            "select key, size, mtime from file where device = ? and name = ?", file[:2]
        ).fetchone() or (0, *NO_STATUS)
        if known[1:] != before:
            return
        key = known[0] or self._add_file(file)
        self._db.execute(
            "update file set size = ?, mtime = ?, has_row_lines = true where key = ?",
            (*file.state, key),
        )
        for document in documents:
            version, record = _parse(document, file)
            if not self._add_version(file, key, version, record):
                raise sqlite3.DataError("another version is current: the file must be read")

    def _read(self, folder: Path, file: MonthFile) -> None:
        from footcoach_tui.history.months.storage import MonthDatabase  # noqa: PLC0415 - TinyDB: 10 ms

        try:
            month = MonthDatabase(file.path(folder))
        except HistoryError as error:
            sentence = f"{error}; {_COPY}" if file.is_copy else str(error)
            if not isinstance(error, DamagedError | NewerError):  # it may be readable soon
                file = file._replace(size=NO_STATUS[0], mtime=NO_STATUS[1])
            self._add_problem(self._add_file(file), "", sentence, _kind(error, file))
            return
        size, mtime = month.storage.state
        has_lines = month.storage.has_row_lines
        key = self._add_file(file._replace(size=size, mtime=mtime), has_row_lines=has_lines)
        ids: set[str] = set()
        for document in month.table(SESSIONS):
            try:
                version, record = _parse(document, file)
            except FieldError as error:
                self._add_problem(key, _identity(document), str(error))
            else:
                self._add_version(file, key, version, record)
                if version.id in ids:
                    self._add_problem(key, version.id, _TWICE)
                ids.add(version.id)
        for table in EntryKind:
            for document in month.table(table):
                if entry := read_entry(document):
                    values = (table, entry.id, key, entry.day, entry.text)
                    self._db.execute("insert or replace into entry values (?, ?, ?, ?, ?)", values)

    def _add_file(self, file: MonthFile, *, has_row_lines: bool = False) -> int:
        insert = "insert into file (device, name, month, size, mtime, has_row_lines)"
        cursor = self._db.execute(f"{insert} values (?, ?, ?, ?, ?, ?)", (*file, has_row_lines))
        return cursor.lastrowid or 0

    def _add_problem(
        self, file: int, session: str, sentence: str, kind: ProblemKind = ProblemKind.OTHER
    ) -> None:
        values = (file, session, sentence, kind.value)
        self._db.execute("insert into problem values (?, ?, ?, ?)", values)

    def _add_version(
        self, file: MonthFile, key: int, version: Version, record: _Packed | None
    ) -> bool:
        """Add a version of a file; return whether it is current now: whether its rank is greatest.

        It takes the place of a lesser version of the same session in the file.
        """
        others = self._db.execute(_RANKS, (version.id,)).fetchall()
        rank = _rank(version.stamp, file.month, file.name)
        is_current = all(
            rank > _rank(Stamp(written, revision, device), month, name)
            for _, written, revision, device, month, name in others
        )
        if is_current and others:
            self._db.execute("delete from session where id = ?", (version.id,))
            sql = "update version set is_current = false where session = ?"
            self._db.execute(sql, (version.id,))
        if is_current or all(other[0] != key for other in others):
            self._db.execute(
                "insert or replace into version values (?, ?, ?, ?, ?)",
                (version.id, key, *version.stamp[:2], is_current),
            )
        if is_current and record is not None:
            self._sessions.add(key, *record)
        return is_current


def _rank(stamp: Stamp, month: str, name: str) -> tuple[Stamp, str, bool, str]:
    """Return the sort key of a version; of copies of a file the file itself comes first."""
    return stamp, month, name == f"{month}.json", name


def _parse(document: Document, file: MonthFile) -> tuple[Version, _Packed | None]:
    """Return the version in a row, and its record unless it is a deletion. Raises FieldError."""
    version = Version.of(document, file.device, file.month)
    if version.is_deletion:
        return version, None
    record = from_document(document)
    return version, (record, pack(record))


def _identity(document: Document) -> str:
    identity = document.get("id")
    return clean(identity, ID_LENGTH) if isinstance(identity, str) else ""


def _kind(error: HistoryError, file: MonthFile) -> ProblemKind:
    if isinstance(error, NewerError):
        return ProblemKind.NEWER
    is_damaged = isinstance(error, DamagedError) and not file.is_copy
    return ProblemKind.DAMAGED if is_damaged else ProblemKind.OTHER
