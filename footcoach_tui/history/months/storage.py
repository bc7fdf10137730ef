"""Storage of TinyDB that survives: a month file, read strictly and written durably.

One file is one TinyDB. Changes stay in memory until `save`, so that a change of many sessions is
one write. Only here is a month file read, but for the salvage of a damaged one.
"""

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from tinydb import TinyDB
from tinydb.storages import Storage

from footcoach_tui.boundary.files import WriteError, link_target, write_durably
from footcoach_tui.boundary.safe_read import UnreadableError, read_with_stat
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months.files import NO_STATUS, state_of
from footcoach_tui.history.months.format import (
    MAX_MONTH_BYTES,
    Tables,
    has_row_lines,
    parse_month,
    parse_rows,
    serialise_month,
)

State = tuple[int, int]
"""Size and time of change of a file."""


class MonthStorage(Storage):
    """Tables of one month file. `content` is its bytes as they were read, b"" without a file."""

    def __init__(
        self,
        path: Path,
        unchanged: State = NO_STATUS,
        identities: Collection[str] = (),
        *,
        is_new: bool = False,
    ) -> None:
        """Read the file, if there is one; with `is_new` it is not read, but replaced.

        `unchanged` is the state of a file known to be sound, with a session a line: if it is so
        still, only the rows of the sessions with these ids are parsed. Raises HistoryError, as
        DamagedError for a damaged file.
        """
        self.path = path
        self.content = b""
        self.state: State = NO_STATUS
        self._tables: Tables = {}
        if not is_new:
            self._read(unchanged, identities)

    @property
    def has_row_lines(self) -> bool:
        """Whether each session is on a line of its own."""
        return has_row_lines(self.content, self._tables)

    def read(self) -> Tables:
        return self._tables

    def write(self, data: Tables) -> None:
        self._tables = data

    def numbers(self, table: str, identities: Collection[str]) -> dict[str, int]:
        """Return the numbers of the parsed rows with these ids, by their ids."""
        rows = self._tables.get(table, {})
        return {
            row["id"]: int(number)
            for number, row in rows.items()
            if isinstance(row, dict) and str(row.get("id")) in identities
        }

    def save(self) -> None:
        """Make the tables durable, and update the state. Raises HistoryError and WriteError."""
        self.content = serialise_month(self._tables)
        write_durably(self.path, self.content)
        self.state = _new_state(self.path, self.state)

    def _read(self, unchanged: State, identities: Collection[str]) -> None:
        try:
            self.content, status = read_with_stat(link_target(self.path), MAX_MONTH_BYTES)
        except UnreadableError as error:
            if isinstance(error.__cause__, FileNotFoundError):
                return
            raise HistoryError(error.sentence) from error
        except WriteError as error:
            raise HistoryError(error.sentence) from error
        self.state = state_of(status)
        if unchanged == self.state:
            with suppress(ValueError):
                self._tables = parse_rows(self.content, identities)
                return
        self._tables = parse_month(self.content)


class MonthDatabase(TinyDB):
    """TinyDB of one month file, opened as `MonthStorage` is."""

    default_storage_class = MonthStorage  # type: ignore[assignment]  # any will do
    storage: MonthStorage


def _new_state(path: Path, old: State) -> State:
    """Return the state of a file after a write, always different from the one before.

    File systems count time in steps of milliseconds: without a later time of change, two writes
    within one step could have the same state.
    """
    with suppress(OSError):
        status = path.stat()
        if state_of(status) == old:
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
            status = path.stat()
        return state_of(status)
    return NO_STATUS
