"""Columns of the CSV format, and cells that a spreadsheet takes for text and nothing else."""

import re
from collections.abc import Mapping

from footcoach_tui.history.fields import Document


class Columns(dict[str, str]):
    """Columns with the field of a document that each of them holds."""

    def format(self, document: Document) -> dict[str, str]:
        """The cells of a document, by their columns."""
        return {column: _format_cell(document.get(field)) for column, field in self.items()}

    def parse(self, cells: Mapping[str, str]) -> dict[str, object]:
        """The fields in these columns of a row."""
        return {field: _parse_cell(column, cells[column]) for column, field in self.items()}

    def column_of(self, field: str) -> str:
        """The column of a field; the field's own name where it has none."""
        return next((column for column, own in self.items() if own == field), field)


_SAME_NAMES = (
    *("id", "date", "started", "zone", "routine", "title", "context", "origin"),
    *("speed", "effort", "pain", "note", "device", "version"),
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
)
EXTRA_COLUMN = "extra"
"""The session's unknown fields, as one JSON object; empty when it has none."""
CSV_COLUMNS = (*SESSION_COLUMNS, NUMBER_COLUMN, *EXERCISE_COLUMNS, *SET_COLUMNS, EXTRA_COLUMN)
_NUMBER_COLUMNS = frozenset(
    {"speed", "effort", "pain", "session_seconds", "set"}
    | {"planned_reps", "reps", "planned_seconds", "seconds", "value"}
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


def _format_cell(value: object) -> str:
    """A value as a cell: numbers as short as they are exact, None as nothing."""
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return _escape_formula(str(value))


def _parse_cell(column: str, cell: str) -> object:
    """The value of a cell: None for an empty number, the text where a number is none."""
    if column not in _NUMBER_COLUMNS:
        return _unescape_formula(cell)
    if not cell:
        return None
    match = _NUMBER.fullmatch(cell)
    if not match:
        return cell  # the check of its field will refuse it
    return float(cell) if match[1] else int(cell)
