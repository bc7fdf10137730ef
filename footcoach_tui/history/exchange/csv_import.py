"""Reader of CSV: rows by their columns, in any order of columns, strictly."""

import csv
from collections.abc import Iterator

from footcoach_tui.boundary.text import quote
from footcoach_tui.history.exchange.csv_cells import CSV_COLUMNS, EXTRA_COLUMN, OPTIONAL_COLUMNS
from footcoach_tui.history.exchange.csv_lines import MAX_CELL_CHARACTERS, CsvLines, csv_error
from footcoach_tui.history.exchange.csv_rows import SessionRows
from footcoach_tui.history.exchange.import_results import ImportedSession, RowError


def import_sessions(content: bytes) -> Iterator[ImportedSession | RowError]:
    """The sessions of the rows. Behind a row that is no CSV nothing more is read."""
    csv.field_size_limit(MAX_CELL_CHARACTERS)
    lines = CsvLines(content)
    try:
        yield from _read(csv.reader(lines, strict=True), lines)
    except csv.Error as error:
        sentence = f"{csv_error(error)}; nothing after it was read"
        yield RowError(max(lines.count, 1), "", sentence)


def _read(rows: Iterator[list[str]], lines: CsvLines) -> Iterator[ImportedSession | RowError]:
    columns = next(rows, [])
    error = _columns_error(columns)
    if error:
        yield RowError(1, "", error)
        return
    id_column = columns.index("id")
    missing = dict.fromkeys(OPTIONAL_COLUMNS.difference(columns), "")
    session: SessionRows | None = None
    last_line = lines.count
    for row in rows:
        line, last_line = last_line + 1, lines.count
        is_sound, lines.is_sound = lines.is_sound, True
        if not row:
            continue
        identity = row[id_column] if id_column < len(row) else ""
        if session is None or session.identity != identity:
            if session is not None:
                yield from session.sessions()
            session = SessionRows(line, identity)
        if not is_sound:
            session.refuse(line, "", "is not UTF-8")
        elif len(row) != len(columns):
            session.refuse(line, "", f"has {len(row)} cells where {len(columns)} are needed")
        else:
            session.add(line, missing | dict(zip(columns, row, strict=True)))
    if session is not None:
        yield from session.sessions()


def _columns_error(columns: list[str]) -> str:
    """Why these cannot be the column names; "" when they can."""
    if not columns:
        return "is empty; the first line must name the columns"
    if len(columns) == 1 and ("\t" in columns[0] or ";" in columns[0]):
        return "has no commas between its cells; save it as CSV with commas"
    for column in columns:
        if column not in CSV_COLUMNS:
            return f"{quote(column)} is not a footcoach column; own fields go into {EXTRA_COLUMN}"
        if columns.count(column) > 1:
            return f"the column {column} appears twice"
    needed = [column for column in CSV_COLUMNS if column not in OPTIONAL_COLUMNS]
    absent = [column for column in needed if column not in columns]
    return f"lacks the columns {', '.join(absent)}" if absent else ""
