"""A month file of a device under the history's lock: its tables and the rows of sessions."""

import json
from collections.abc import Collection
from pathlib import Path

from footcoach_tui.boundary.files import link_target
from footcoach_tui.boundary.safe_read import read_with_stat
from footcoach_tui.history.fields import Document
from footcoach_tui.history.months.files import MonthFile
from footcoach_tui.history.months.format import (
    ABOUT,
    MAX_MONTH_BYTES,
    SESSIONS,
    Tables,
    parse_month,
)
from footcoach_tui.history.months.row_lines import Layout
from footcoach_tui.history.months.versions import match_head

_FEW_IDS = 3
"""Up to so many ids are first searched for in the bytes: mostly they are new, and in none."""


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
    if not isinstance(row, str):
        return row.get("id")
    head = match_head(row)
    return head[2] if head else None


def _document(row: str | Document) -> Document:
    if not isinstance(row, str):
        return row
    (document,) = json.loads(f"{{{row}}}").values()
    return document  # type: ignore[no-any-return] # the line was checked
