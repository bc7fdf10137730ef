"""Reading CSV: rows by their columns, in any order of columns, strictly."""

import csv
from collections.abc import Iterator
from io import BytesIO
from typing import Protocol

from footcoach_tui.boundary.text import quote
from footcoach_tui.history.exchange.csv_cells import CSV_COLUMNS, EXTRA_COLUMN
from footcoach_tui.history.exchange.csv_rows import SessionRows
from footcoach_tui.history.exchange.imported import (
    BOM,
    MAX_SESSION_CHARACTERS,
    ImportedSession,
    RowError,
)

_MAX_CELL_CHARACTERS = 1 << 20
_OPTIONAL = frozenset(
    {
        "zone",
        "context",
        "origin",
        "speed",
        "effort",
        "pain",
        "note",
        "device",
        "version",
        EXTRA_COLUMN,
    }
)


class _Rows(Protocol):
    """What csv.reader answers: rows of cells, and how many lines they took so far."""

    @property
    def line_num(self) -> int:
        """Lines read."""
        ...

    def __iter__(self) -> "_Rows":
        """Itself."""
        ...

    def __next__(self) -> list[str]:
        """The next row. Raises csv.Error."""
        ...


class _Lines:
    """The lines of a file as text; `is_sound` tells of the last one whether it was UTF-8."""

    def __init__(self, content: bytes) -> None:
        self.is_sound = True
        self._file = BytesIO(content)
        self._file.seek(len(BOM) if content.startswith(BOM) else 0)

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._file.readline(MAX_SESSION_CHARACTERS)
        if not line:
            raise StopIteration
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            self.is_sound = False
            return line.decode("utf-8", errors="replace")


def import_csv(content: bytes) -> Iterator[ImportedSession | RowError]:
    """The sessions of the rows. After a quote that is never closed, say, nothing more is read."""
    csv.field_size_limit(_MAX_CELL_CHARACTERS)
    lines = _Lines(content)
    rows = csv.reader(lines, strict=True)
    try:
        yield from _read(rows, lines)
    except csv.Error as error:
        yield RowError(max(rows.line_num, 1), "", f"{_why(error)}; nothing from here on was read")


def _read(rows: _Rows, lines: _Lines) -> Iterator[ImportedSession | RowError]:
    columns = next(rows, [])
    wrong = _wrong(columns)
    if wrong:
        yield RowError(1, "", wrong)
        return
    at = columns.index("id")
    missing = dict.fromkeys(_OPTIONAL.difference(columns), "")
    opened: SessionRows | None = None
    ended = rows.line_num
    for row in rows:
        line, ended = ended + 1, rows.line_num
        is_sound, lines.is_sound = lines.is_sound, True
        if not row:
            continue
        identity = row[at] if at < len(row) else ""
        if opened is None or opened.identity != identity:
            if opened is not None:
                yield from opened.sessions()
            opened = SessionRows(line, identity)
        if not is_sound:
            opened.refuse(line, "", "is not UTF-8")
        elif len(row) != len(columns):
            opened.refuse(line, "", f"has {len(row)} cells where {len(columns)} are needed")
        else:
            opened.add(line, missing | dict(zip(columns, row, strict=True)))
    if opened is not None:
        yield from opened.sessions()


def _wrong(columns: list[str]) -> str:
    """Why these cannot be the names of the columns; "" when they can."""
    if not columns:
        return "is empty; the first line must name the columns"
    if len(columns) == 1 and ("\t" in columns[0] or ";" in columns[0]):
        return "has no commas between its cells; save it as CSV with commas"
    for column in columns:
        if column not in CSV_COLUMNS:
            return f"{quote(column)} is no column of ours; own fields belong into {EXTRA_COLUMN}"
        if columns.count(column) > 1:
            return f"the column {column} stands twice"
    lacking = [one for one in CSV_COLUMNS if one not in columns and one not in _OPTIONAL]
    return f"lacks the columns {', '.join(lacking)}" if lacking else ""


def _why(error: csv.Error) -> str:
    """The library's message in words for a person."""
    text = str(error)
    if text.startswith("field larger"):
        return f"a cell is larger than {_MAX_CELL_CHARACTERS >> 20} MiB"
    if text.startswith("unexpected end"):
        return "a quote is opened and never closed"
    return "is not CSV: a quote or a line break stands where none can"
