"""TinyDB's storage for one month of sessions: read strictly, written whole and durably."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tinydb.storages import Storage

from footcoach_tui.boundary.files import link_target, write_durably
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months.format import (
    ABOUT,
    MAX_MONTH_BYTES,
    MONTH_SCHEMA,
    Tables,
    is_number,
    parse_month,
    parse_strict,
)
from footcoach_tui.history.months.row_lines import LINE_SEPARATOR


class MonthStorage(Storage):
    """One month's file. Open it anew for each reading and each transaction."""

    def __init__(self, path: Path, *, held: bool = False) -> None:
        """`held` says that the caller holds the history's lock: only then can be written."""
        self._path = path
        self._held = held
        self._tables: Tables | None = None
        self._waits = False
        self.content = b""
        """What was written last."""

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
        if self._held:
            self._tables = tables
        return tables

    def take(self, tables: Tables) -> None:
        """From here on take the file to hold this: the caller has read it, under the lock.

        A row may be the line of text that it is in the file, its number in front.
        """
        self._tables = tables

    def write(self, data: Tables) -> None:
        """Make `data` the whole file. Raises HistoryError and WriteError; both keep the old."""
        if not self._held:
            raise HistoryError("the history can only be written by who holds its lock")
        if self._waits:
            self._tables = data
            return
        self._tables = None
        self.content = _serialise(data)
        write_durably(self._path, self.content)

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Write once, at the end, what several operations of TinyDB change."""
        self._waits = True
        yield
        self._waits = False
        if self._tables is not None:
            self.write(self._tables)


def _serialise(tables: Tables) -> bytes:
    """The file's bytes, one session a line. Raises HistoryError for what JSON cannot hold.

    Lines of text stay as they are; anything else is read back before it is believed.
    """
    about = tables.get(ABOUT, {})
    about = about | {"1": about.get("1", {}) | {"schema": MONTH_SCHEMA}}
    try:
        parts = [
            f"{json.dumps(name)}:{{\n{LINE_SEPARATOR.join(map(_line, table, table.values()))}\n}}"
            for name, table in ({ABOUT: about} | tables | {ABOUT: about}).items()
        ]
    except (TypeError, ValueError, RecursionError) as error:
        raise HistoryError(f"the session holds what cannot be saved: {error}") from error
    content = ("{" + LINE_SEPARATOR.join(parts) + "}\n").encode()
    if len(content) > MAX_MONTH_BYTES:
        raise HistoryError(f"the month would be larger than {MAX_MONTH_BYTES >> 20} MiB")
    return content


def _line(number: str, row: str | dict[str, object]) -> str:
    if isinstance(row, str):
        return row
    if not is_number(number):
        raise ValueError("a record's number is not a number")
    line = f"{json.dumps(number)}:{json.dumps(row, allow_nan=False, separators=(',', ':'))}"
    parse_strict(f"{{{line}}}")
    return line
