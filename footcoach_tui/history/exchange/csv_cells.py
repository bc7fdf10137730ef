"""Columns of the CSV format, and cells that a spreadsheet takes for text and nothing else."""

import json
import re
from collections.abc import Mapping

from footcoach_tui.history.exchange.json_source import decode_json
from footcoach_tui.history.fields import OBJECT_FIELDS, Document, FieldError


class Columns(dict[str, str]):
    """Columns with the field of a document that each of them holds."""

    def format(self, document: Document) -> dict[str, str]:
        """The cells of a document, by their columns."""
        return {column: _format_cell(column, document.get(field)) for column, field in self.items()}

    def parse(self, cells: Mapping[str, str]) -> dict[str, object]:
        """The fields in these columns of a row. Raises FieldError for a cell that is not JSON."""
        return {field: _parse_cell(column, cells[column]) for column, field in self.items()}

    def column_of(self, field: str) -> str:
        """The column of a field; the field's own name where it has none."""
        return next((column for column, own in self.items() if own == field), field)


_SAME_NAMES = (
    *("id", "date", "started", "zone", "routine", "title", "context", "origin"),
    *("speed", "effort", "pain", "note", "device", "version", "ended", "paused", *OBJECT_FIELDS),
)
SESSION_COLUMNS = Columns({name: name for name in _SAME_NAMES}, session_seconds="seconds")
"""Columns of the session, the same in all its rows."""
NUMBER_COLUMN = "exercise_number"
EXERCISE_COLUMNS = Columns(exercise="exercise", name="name")
SET_COLUMNS = Columns(
    set="number",
    side="side",
    planned_reps="planned_reps",
    reps="reps",
    planned_seconds="planned_seconds",
    seconds="seconds",
    outcome="outcome",
    value="value",
    at="at",
    load="load",
)
EXTRA_COLUMN = "extra"
"""The session's unknown fields, as one JSON object; empty when it has none."""
CSV_COLUMNS = (*SESSION_COLUMNS, NUMBER_COLUMN, *EXERCISE_COLUMNS, *SET_COLUMNS, EXTRA_COLUMN)
_NUMBER_COLUMNS = frozenset(
    {"speed", "effort", "pain", "paused", "session_seconds", "set"}
    | {"planned_reps", "reps", "planned_seconds", "seconds", "value", "at"}
)

# A spreadsheet runs a cell that begins so as a formula; some pass over blanks, and some read the
# wide forms of East Asian keyboards as the narrow ones.
_FORMULA = r"\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]"
_NEEDS_ESCAPE = re.compile(f"'*{_FORMULA}")
_ESCAPED = re.compile(f"''*{_FORMULA}")
_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?", re.ASCII)


def _escape_formula(text: str) -> str:
    """The text behind an apostrophe if a spreadsheet would run it.

    >>> _escape_formula("=1+1"), _escape_formula("'=1"), _escape_formula("'tis")
    ("'=1+1", "''=1", "'tis")
    """
    if text[:1].isalnum():
        return text  # as most do: no need to look further
    return f"'{text}" if _NEEDS_ESCAPE.match(text) else text


def _unescape_formula(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and _ESCAPED.match(cell) else cell


def _format_cell(column: str, value: object) -> str:
    """A value as a cell: numbers as short as they are exact, None as nothing.

    A load that is text and looks like a number gets an apostrophe in front, as a formula does.
    """
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    if column in OBJECT_FIELDS:
        return json.dumps(value, allow_nan=False)
    if column == "load" and _is_quoted_number(f"'{value}"):
        return f"'{value}"
    return _escape_formula(str(value))


def _parse_cell(column: str, cell: str) -> object:
    """The value of a cell: None for an empty number, the text where a number is none."""
    if column in OBJECT_FIELDS:
        return _parse_object(column, cell)
    if column == "load":
        return _parse_load(cell)
    if column not in _NUMBER_COLUMNS:
        return _unescape_formula(cell)
    if not cell:
        return None
    number = _parse_number(cell)
    return cell if number is None else number  # the check of its field will refuse the cell


def _parse_number(cell: str) -> float | None:
    match = _NUMBER.fullmatch(cell)
    if not match:
        return None
    return float(cell) if match[1] else int(cell)


def _is_quoted_number(cell: str) -> bool:
    return cell[:1] == "'" and _NUMBER.fullmatch(cell.lstrip("'")) is not None


def _parse_load(cell: str) -> float | str:
    number = _parse_number(cell)
    if number is not None:
        return number
    return cell[1:] if _is_quoted_number(cell) else _unescape_formula(cell)


def _parse_object(column: str, cell: str) -> object:
    try:
        return decode_json(cell) if cell else None
    except ValueError as error:
        raise FieldError(column, str(error)) from None
