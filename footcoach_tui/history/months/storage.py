"""One device's month file under the history's lock: read by rows, written through TinyDB."""

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from tinydb.storages import Storage

from footcoach_tui.boundary.files import link_target, write_durably
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file, read_with_stat
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.fields import Document
from footcoach_tui.history.months.files import MonthFile
from footcoach_tui.history.months.format import (
    ABOUT,
    MAX_MONTH_BYTES,
    SESSIONS,
    Tables,
    parse_month,
    serialise_month,
)
from footcoach_tui.history.months.row_lines import Layout, id_in

_FEW_IDS = 3
"""Up to so many ids are first searched for in the bytes: mostly they are new, and in none."""


class MonthStorage(Storage):
    """TinyDB storage for one month file. Open a new one for each transaction."""

    def __init__(self, path: Path, *, locked: bool = False) -> None:
        """`locked`: the caller holds the history's lock; writing needs it."""
        self._path = path
        self._locked = locked
        self._tables: Tables | None = None
        self._deferred = False
        self.content = b""
        """Bytes of the last write."""

    def read(self) -> Tables | None:
        """Every table in the file, or None when there is no file.

        Under the lock the file is parsed only once. Raises DamagedError, HistoryError for a
        file of a newer footcoach, UnreadableError, WriteError for a dead link.
        """
        if self._tables is not None:
            return self._tables
        try:
            tables = parse_month(read_regular_file(link_target(self._path), MAX_MONTH_BYTES))
        except UnreadableError as error:
            if isinstance(error.__cause__, FileNotFoundError):
                return None
            raise
        if self._locked:
            self._tables = tables
        return tables

    def preload(self, tables: Tables) -> None:
        """Take `tables` for the content of the file, which the caller has read under the lock.

        A row may be its line of text in the file, number first.
        """
        self._tables = tables

    def write(self, data: Tables) -> None:
        """Make `data` the whole file. Raises HistoryError and WriteError; both keep the old."""
        if not self._locked:
            raise HistoryError("the history can only be written by who holds its lock")
        if self._deferred:
            self._tables = data
            return
        self._tables = None
        self.content = serialise_month(data)
        write_durably(self._path, self.content)

    @contextmanager
    def single_write(self) -> Iterator[None]:
        """Write once, at the end, the changes of several TinyDB operations."""
        self._deferred = True
        yield
        self._deferred = False
        if self._tables is not None:
            self.write(self._tables)


class LockedFile:
    """The tables of a month file of one device.

    Where the index has its layout, sessions stay lines of text: TinyDB passes rows on without
    reading them, so adding one need not parse, or serialise, the others.
    """

    def __init__(
        self, path: Path, file: MonthFile | None = None, layout: Layout | None = None
    ) -> None:
        """Read it: by its lines where `layout` is its present one, else strictly.

        Without `file` it is empty. Raises HistoryError, UnreadableError and WriteError.
        """
        self.path = path
        self.content = b""
        self.schema = 0
        """The schema number, 0 where there is no file."""
        self.tables: Tables = {}
        if file is None:
            return
        self.content, status = read_with_stat(link_target(path), MAX_MONTH_BYTES)
        if layout and layout.is_known and file.is_unchanged(status):
            self.tables = parse_month(self.content[: layout.begin] + self.content[layout.end :])
            self.tables[SESSIONS] = layout.rows(self.content)
        else:
            self.tables = parse_month(self.content)
        self.schema = self.tables[ABOUT]["1"]["schema"]

    def rows(self, identities: Collection[str]) -> dict[str, Document]:
        """The rows that have one of these ids, by their numbers."""
        if len(identities) <= _FEW_IDS and not any(
            identity.encode() in self.content for identity in identities
        ):
            return {}
        table = self.tables.get(SESSIONS, {})
        rows = {number: row for number, row in table.items() if _id_of(row) in identities}
        return {number: _document(row) for number, row in rows.items()}


def _id_of(row: str | Document) -> object:
    return id_in(row) if isinstance(row, str) else row.get("id")


def _document(row: str | Document) -> Document:
    if not isinstance(row, str):
        return row
    (document,) = json.loads(f"{{{row}}}").values()
    return document  # type: ignore[no-any-return] # the line was checked
