"""Columns of the CSV format, and cells that a spreadsheet takes for text and nothing else."""

import json
import re
from collections.abc import Mapping

from footcoach_tui.history.codec import EXERCISE, SESSION, SET
from footcoach_tui.history.exchange.json_source import decode_json
from footcoach_tui.history.fields import JSON_OBJECT, LOAD, Document, FieldError
from footcoach_tui.history.table import REQUIRED, Field


class Columns(dict[str, Field]):
    """Columns with the field of a document that each of them holds."""

    def format(self, document: Document) -> dict[str, str]:
        """The cells of a document, by their columns."""
        return {
            column: _format_cell(field, document.get(field.name)) for column, field in self.items()
        }

    def parse(self, cells: Mapping[str, str]) -> dict[str, object]:
        """The fields in these columns of a row. Raises FieldError for a cell that is not JSON."""
        return {field.name: _parse_cell(field, cells[column]) for column, field in self.items()}

    def column_of(self, name: str) -> str:
        """The column of a field; the field's own name where it has none."""
        return next((column for column, field in self.items() if field.name == name), name)


SESSION_COLUMNS = Columns(SESSION.fields)
"""Columns of the session, the same in all its rows."""
EXERCISE_COLUMNS = Columns(EXERCISE.fields)
del SESSION_COLUMNS["exercises"], EXERCISE_COLUMNS["sets"]  # rows and columns of their own
SESSION_COLUMNS["session_seconds"] = SESSION_COLUMNS.pop("seconds")
SET_COLUMNS = Columns(
    {"set" if name == "number" else name: SET.fields[name] for name in SET.fields}
)
NUMBER_COLUMN = "exercise_number"
EXTRA_COLUMN = "extra"
"""The session's unknown fields, as one JSON object; empty when it has none."""
CSV_COLUMNS = (*SESSION_COLUMNS, NUMBER_COLUMN, *EXERCISE_COLUMNS, *SET_COLUMNS, EXTRA_COLUMN)
OPTIONAL_COLUMNS = {EXTRA_COLUMN}.union(
    column
    for column, field in (SESSION_COLUMNS | SET_COLUMNS).items()
    if field.default is not REQUIRED
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


def _format_cell(field: Field, value: object) -> str:
    """A value as a cell: numbers as short as they are exact, None as nothing.

    A load that is text and looks like a number gets an apostrophe in front, as a formula does.
    """
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    if field.kind is JSON_OBJECT:
        return json.dumps(value, allow_nan=False)
    if field.kind is LOAD and _is_quoted_number(f"'{value}"):
        return f"'{value}"
    return _escape_formula(str(value))


def _parse_cell(field: Field, cell: str) -> object:
    """The value of a cell; None for an empty one of a field that has a default."""
    if not cell and field.default is not REQUIRED:
        return None
    if field.kind is JSON_OBJECT:
        return _parse_object(field.name, cell)
    if field.kind is LOAD:
        return _parse_load(cell)
    if field.kind.schema.get("type") not in {"integer", "number"}:
        return _unescape_formula(cell)
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
        return decode_json(cell)
    except ValueError as error:
        raise FieldError(column, str(error)) from None
