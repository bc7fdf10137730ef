"""The columns of the CSV layout, and cells that a spreadsheet takes for text and nothing else."""

import re

SESSION_COLUMNS = {
    "id": "id",
    "date": "date",
    "started": "started",
    "zone": "zone",
    "routine": "routine",
    "title": "title",
    "context": "context",
    "origin": "origin",
    "speed": "speed",
    "effort": "effort",
    "pain": "pain",
    "note": "note",
    "device": "device",
    "version": "version",
    "session_seconds": "seconds",
}
"""Columns of the session, the same in all its rows: the column and the field it holds."""

NUMBER_COLUMN = "exercise_number"
EXERCISE_COLUMNS = {"exercise": "exercise", "name": "name"}
SET_COLUMNS = {
    "set": "number",
    "side": "side",
    "planned_reps": "planned_reps",
    "reps": "reps",
    "planned_seconds": "planned_seconds",
    "seconds": "seconds",
    "outcome": "outcome",
}
EXTRA_COLUMN = "extra"
"""The session's fields that are not ours, as one JSON object; empty when it has none."""

CSV_COLUMNS = (*SESSION_COLUMNS, NUMBER_COLUMN, *EXERCISE_COLUMNS, *SET_COLUMNS, EXTRA_COLUMN)
_NUMBER_COLUMNS = frozenset(
    {"speed", "effort", "pain", "session_seconds", "set"}
    | {"planned_reps", "reps", "planned_seconds", "seconds"}
)

# A spreadsheet runs what begins so as a formula; some pass over blanks, and some read the wide
# forms of East Asian keyboards as the narrow ones.
_RUN = r"\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]"
_WOULD_RUN = re.compile(f"'*{_RUN}")
_GUARDED = re.compile(f"''*{_RUN}")
_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?", re.ASCII)


def _escape_formula(text: str) -> str:
    """The text behind an apostrophe if a spreadsheet would run it; `unguarded` is the way back.

    >>> guarded("=1+1"), guarded("'=1"), guarded("'tis")
    ("'=1+1", "''=1", "'tis")
    """
    if text[:1].isalnum():
        return text  # as most do: it need not be looked at further
    return f"'{text}" if _WOULD_RUN.match(text) else text


def _unescape_formula(cell: str) -> str:
    """The text that `guarded` made this cell of."""
    return cell[1:] if cell[:1] == "'" and _GUARDED.match(cell) else cell


def format_cell(value: object) -> str:
    """A value of a document as a cell: numbers as short as they are exact, None as nothing."""
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return _escape_formula(str(value))


def parse_cell(column: str, cell: str) -> object:
    """The value in a cell: None for nothing where a number belongs, a text where it is none."""
    if column not in _NUMBER_COLUMNS:
        return _unescape_formula(cell)
    if not cell:
        return None
    found = _NUMBER.fullmatch(cell)
    if not found:
        return cell  # to be refused by its field's own words
    return float(cell) if found[1] else int(cell)
