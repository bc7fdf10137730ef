"""One file of a month under the lock: its tables, and the rows of sessions in it."""

import json
from collections.abc import Collection
from pathlib import Path

from footcoach_tui.boundary.files import link_target
from footcoach_tui.boundary.safe_read import read_with_stat
from footcoach_tui.history.fields import Document
from footcoach_tui.history.months.files import MonthFile, file_signature
from footcoach_tui.history.months.format import (
    MAX_MONTH_BYTES,
    SESSIONS,
    Tables,
    parse_month,
    schema_of,
)
from footcoach_tui.history.months.row_lines import UNKNOWN_LAYOUT, Layout, id_in, rows_in

_FEW = 3
"""So many ids are first looked for in the bytes: mostly they are new, and in none."""


class LockedFile:
    """What a month's file of one device holds.

    Its sessions stay lines of text, where the index says that they were checked: TinyDB hands
    rows about and does not look into them, so adding one need not parse, or write, the others.
    """

    def __init__(
        self, path: Path, file: MonthFile | None = None, layout: Layout = UNKNOWN_LAYOUT
    ) -> None:
        """Read it: strictly, or by its lines if the index has its `layout` as it is now.

        Without a `file` there is none, and it holds nothing. Raises HistoryError,
        UnreadableError and WriteError.
        """
        self.path = path
        self.content = b""
        self.schema = 0
        """The schema number, 0 where there is no file."""
        self.tables: Tables = {}
        if file is None:
            return
        self.content, status = read_with_stat(link_target(path), MAX_MONTH_BYTES)
        if layout == UNKNOWN_LAYOUT or file_signature(file.device, status) != file.signature:
            self.tables = parse_month(self.content)
        else:
            begin, end, _ = layout
            self.tables = parse_month(self.content[:begin] + self.content[end:])
            self.tables[SESSIONS] = rows_in(self.content, layout)
        self.schema = schema_of(self.tables)

    def rows(self, identities: Collection[str]) -> dict[str, Document]:
        """The rows that have one of these ids, by their numbers."""
        if len(identities) <= _FEW and not any(one.encode() in self.content for one in identities):
            return {}
        table = self.tables.get(SESSIONS, {})
        found = {number: row for number, row in table.items() if _id_of(row) in identities}
        return {number: _document(row) for number, row in found.items()}


def _id_of(row: str | Document) -> object:
    return id_in(row) if isinstance(row, str) else row.get("id")


def _document(row: str | Document) -> Document:
    if not isinstance(row, str):
        return row
    (document,) = json.loads(f"{{{row}}}").values()
    return document  # type: ignore[no-any-return] # the line was checked
