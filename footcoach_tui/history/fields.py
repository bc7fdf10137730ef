"""The fields of a stored session: their names, their limits, and reading one of them.

A read function checks the type and the limits, and raises FieldError. A truth value is not a
number here, and neither is NaN.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from footcoach_tui.boundary.text import clean

MAX_SECONDS = 86_400.0
"""Seconds in a session, a day."""
MAX_NAME_LENGTH, MAX_NOTE_LENGTH = 200, 4000
"""Characters."""
MAX_EXERCISES, MAX_SETS, MAX_REPS = 500, 1000, 100_000
MIN_SPEED, MAX_SPEED = 0.001, 1000.0
MIN_YEAR, MAX_YEAR = 1970, 2199
MAX_SCORE = 10
"""Top of the scales of effort and pain."""
MAX_VALUE = 10_000.0
"""Largest result of a test."""

NEEDED_SET_FIELDS = frozenset(
    {"number", "side", "planned_reps", "reps", "planned_seconds", "seconds", "outcome"}
)
SET_FIELDS = NEEDED_SET_FIELDS | {"value"}
EXERCISE_FIELDS = frozenset({"exercise", "name", "sets"})
SESSION_FIELDS = frozenset(
    {"id", "date", "started", "zone", "routine", "title", "seconds", "context", "origin", "speed"}
    | {"effort", "pain", "note", "device", "version", "exercises"}
    | {"revision", "written", "deleted"}  # of the store, never part of a record
)

Document = Mapping[str, object]
_Word = TypeVar("_Word", bound=StrEnum)


class FieldError(ValueError):
    """An unusable field: its path in the document, and the expected value."""

    def __init__(self, where: str, expected: str) -> None:
        """`where` is the field's path, parts joined by dots."""
        super().__init__(f"{where}: {expected}")
        self.where = where
        self.expected = expected

    def prefixed(self, outer: str) -> "FieldError":
        """The error with the path from one level further out."""
        return FieldError(f"{outer}.{self.where}", self.expected)


def read_text(document: Document, key: str, limit: int, default: str | None = None) -> str:
    """A cleaned text of at most `limit` characters; `default` when it is absent."""
    value = document.get(key, default)
    if not isinstance(value, str):
        raise FieldError(key, "must be text")
    if len(value) <= limit and value.isascii() and value.isprintable():
        return value  # as most are: it is clean
    return clean(value, limit=limit)


def read_whole(document: Document, key: str, low: int, high: int) -> int:
    """A whole number from `low` to `high`."""
    value = document.get(key)
    if type(value) is not int or not low <= value <= high:
        raise FieldError(key, f"must be a whole number from {low} to {high}")
    return value


def read_score(document: Document, key: str) -> int | None:
    """A whole number from 0 to 10, or None when it is null or absent."""
    return None if document.get(key) is None else read_whole(document, key, 0, MAX_SCORE)


def read_number(
    document: Document, key: str, high: float, low: float = 0.0, default: float | None = None
) -> float:
    """A finite number from `low` to `high`."""
    value = document.get(key, default)
    if (type(value) is not float and type(value) is not int) or not low <= value <= high:
        raise FieldError(key, f"must be a number from {low:g} to {high:g}")
    return float(value)


def read_word(
    document: Document, key: str, words: type[_Word], default: _Word | None = None
) -> _Word:
    """A member of an enumeration by its value."""
    try:
        return words(document.get(key, default))  # type: ignore[arg-type] # what it is for
    except ValueError:
        raise FieldError(key, f"must be one of {', '.join(words)}") from None


def read_rows(document: Document, key: str, limit: int) -> list[Document]:
    """A list of at most `limit` documents."""
    value = document.get(key)
    if not isinstance(value, list) or len(value) > limit:
        raise FieldError(key, f"must be a list of at most {limit}")
    for number, row in enumerate(value, 1):
        if not isinstance(row, dict):
            raise FieldError(f"{key}.{number}", "must be an object with fields")
    return value
