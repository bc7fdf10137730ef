"""The fields of a stored session: their names, their limits, and reading one of them.

A read function checks the type and the limits, and raises FieldError. A truth value is not a
number here, and neither is NaN. An optional field is None when it is null, empty or absent.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from footcoach_tui.boundary.text import clean

MAX_SECONDS = 86_400.0
"""Seconds in a session, a day."""
MAX_SPAN = 366 * 86_400.0
"""Seconds on the wall from the start of a session to its end, a year."""
MAX_NAME_LENGTH, MAX_NOTE_LENGTH = 200, 4000
"""Characters."""
MAX_EXERCISES, MAX_SETS, MAX_REPS = 500, 1000, 100_000
MIN_SPEED, MAX_SPEED = 0.001, 1000.0
MIN_YEAR, MAX_YEAR = 1970, 2199
MAX_SCORE = 10
"""Top of the scales of effort and pain."""
MAX_VALUE = 10_000.0
"""Largest result of a test."""
MAX_LOAD = 1000.0
"""Kilograms."""
_MAX_DEPTH, _MAX_OBJECT_LENGTH, _MAX_NUMBER = 8, 20_000, 1e15
"""Of a JSON object in a session: levels in it, characters, and the largest number."""

OBJECT_FIELDS = ("checkin", "after", "morning")
"""Fields of a session that hold a JSON object."""
SET_FIELDS = frozenset(
    {"number", "side", "planned_reps", "reps", "planned_seconds", "seconds", "outcome"}
    | {"value", "at", "load"}
)
EXERCISE_FIELDS = frozenset({"exercise", "name", "sets"})
SESSION_FIELDS = frozenset(
    {"id", "date", "started", "zone", "routine", "title", "seconds", "context", "origin", "speed"}
    | {"effort", "pain", "note", "device", "version", "ended", "paused", "exercises"}
    | {"revision", "written", "deleted"}  # of the store, never part of a record
).union(OBJECT_FIELDS)
OMITTED_FIELDS = frozenset({"value", "at", "load", "ended", "paused"}).union(OBJECT_FIELDS)
"""Fields that a document leaves out where they are empty."""

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
    """An optional whole number from 0 to 10."""
    return None if document.get(key) is None else read_whole(document, key, 0, MAX_SCORE)


def read_number(
    document: Document, key: str, high: float, low: float = 0.0, default: float | None = None
) -> float:
    """A finite number from `low` to `high`."""
    value = document.get(key, default)
    if (type(value) is not float and type(value) is not int) or not low <= value <= high:
        raise FieldError(key, f"must be a number from {low:g} to {high:.10g}")
    return float(value)


def read_optional_number(document: Document, key: str, high: float) -> float | None:
    """An optional number from 0 to `high`."""
    return None if document.get(key) is None else read_number(document, key, high)


def read_load(document: Document, key: str) -> float | str | None:
    """An optional number of kilograms, or text."""
    value = document.get(key)
    if isinstance(value, str):
        return read_text(document, key, MAX_NAME_LENGTH) or None
    return None if value is None else read_number(document, key, MAX_LOAD)


def read_word(
    document: Document, key: str, words: Mapping[object, _Word], default: str | None = None
) -> _Word:
    """A member of an enumeration; `words` are its members by their values."""
    try:
        return words[document.get(key, default)]
    except (KeyError, TypeError):  # a list, for instance, is no key
        raise FieldError(key, f"must be one of {', '.join(words.values())}") from None


def read_moment(document: Document, key: str) -> datetime:
    """A date and time with its offset from UTC."""
    value = document.get(key)
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or not MIN_YEAR <= moment.year <= MAX_YEAR:
        raise FieldError(key, "must be a date and time such as 2026-03-04T07:10:05+01:00")
    return moment


def read_rows(document: Document, key: str, limit: int) -> list[Document]:
    """A list of at most `limit` documents."""
    value = document.get(key)
    if not isinstance(value, list) or len(value) > limit:
        raise FieldError(key, f"must be a list of at most {limit}")
    for number, row in enumerate(value, 1):
        if not isinstance(row, dict):
            raise FieldError(f"{key}.{number}", "must be an object with fields")
    return value


def read_object(document: Document, key: str) -> Document | None:
    """An optional JSON object, its texts cleaned at every level."""
    value = document.get(key)
    if value is None:
        return None
    if not isinstance(value, dict):
        raise FieldError(key, "must be an object with fields")
    cleaned = {_name(name): _clean_json(key, inner, _MAX_DEPTH) for name, inner in value.items()}
    if len(str(cleaned)) > _MAX_OBJECT_LENGTH:
        raise FieldError(key, f"must have at most {_MAX_OBJECT_LENGTH} characters")
    return cleaned or None


def _clean_json(key: str, value: object, depth: int) -> object:
    """A JSON value with clean texts, at most `depth` levels deep."""
    if isinstance(value, str):
        return clean(value, limit=MAX_NOTE_LENGTH)
    if isinstance(value, dict | list) and not depth:
        raise FieldError(key, f"must not be nested more than {_MAX_DEPTH} levels deep")
    if isinstance(value, dict):
        return {_name(name): _clean_json(key, inner, depth - 1) for name, inner in value.items()}
    if isinstance(value, list):
        return [_clean_json(key, inner, depth - 1) for inner in value]
    if isinstance(value, int | float) and not abs(value) <= _MAX_NUMBER:  # so that NaN is out
        raise FieldError(key, f"must not have numbers over {_MAX_NUMBER:g}")
    return value


def _name(name: object) -> str:
    return clean(str(name), limit=MAX_NAME_LENGTH)
