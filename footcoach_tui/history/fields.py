"""The kinds of fields in a session's document, and limits: how each is read and written.

Reading checks the type and the limits, and raises FieldError. A truth value is not a number
here, and neither is NaN. Which fields there are is in `codec`.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from footcoach_tui.boundary.text import clean
from footcoach_tui.history.ids import is_id

MAX_SECONDS = 86_400.0
"""Seconds in a session, a day."""
MAX_SPAN = 366 * 86_400.0
"""Seconds on the wall from the start of a session to its end, a year."""
MAX_NAME_LENGTH, MAX_NOTE_LENGTH = 200, 4000
"""Characters."""
MAX_SPEED, MIN_YEAR, MAX_YEAR = 1000.0, 1970, 2199
MAX_SCORE = 10
"""Top of the scales of effort and pain."""
_MAX_DEPTH, _MAX_OBJECT_LENGTH, _MAX_NUMBER = 8, 20_000, 1e15
"""Of a JSON object in a session: levels in it, characters, and the largest number."""

Document = Mapping[str, object]


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


class FieldKind(NamedTuple):
    """Kind of a field; `schema` is the JSON Schema of its values.

    `read` takes a value of a document and the field's name, and returns the value of the record,
    or raises FieldError. `write` does the reverse; None leaves the value as it is. What is cleaned
    is so in both directions, by one function.
    """

    read: Callable[[object, str], Any]
    write: Callable[[Any], object] | None
    schema: dict[str, Any]


def text(limit: int = MAX_NAME_LENGTH) -> FieldKind:
    """Text of at most `limit` characters, cleaned."""

    def read(value: object, name: str = "") -> str:
        if not isinstance(value, str):
            raise FieldError(name, "must be text")
        if len(value) <= limit and value.isascii() and value.isprintable():
            return value  # as most are: it is clean
        return clean(value, limit)

    return FieldKind(read, read, {"type": "string", "maxLength": limit})


def whole(low: int, high: int) -> FieldKind:
    def read(value: object, name: str) -> int:
        if type(value) is not int or not low <= value <= high:
            raise FieldError(name, f"must be a whole number from {low} to {high}")
        return value

    return FieldKind(read, None, {"type": "integer", "minimum": low, "maximum": high})


def number(low: float, high: float) -> FieldKind:
    """A finite number, written in thousandths."""

    def read(value: object, name: str) -> float:
        if (type(value) is not float and type(value) is not int) or not low <= value <= high:
            raise FieldError(name, f"must be a number from {low:g} to {high:.10g}")
        return float(value)

    return FieldKind(read, _round, {"type": "number", "minimum": low, "maximum": high})


def _round(value: float) -> float:
    return round(value, 3)


def word(words: type[StrEnum]) -> FieldKind:
    """A member of an enumeration."""
    # by value, because a look-up takes a fifth of the time of calling the enumeration
    members: Mapping[object, StrEnum] = {member.value: member for member in words}

    def read(value: object, name: str) -> StrEnum:
        try:
            return members[value]
        except (KeyError, TypeError):  # a list, for instance, is no key
            raise FieldError(name, f"must be one of {', '.join(words)}") from None

    return FieldKind(read, str, {"enum": list(members)})


def _read_id(value: object, name: str) -> str:
    if not isinstance(value, str) or not is_id(value):
        raise FieldError(name, "must be a ULID: 26 digits and capital letters")
    return value


def _read_moment(value: object, name: str) -> datetime:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or not MIN_YEAR <= moment.year <= MAX_YEAR:
        raise FieldError(name, "must be a date and time such as 2026-03-04T07:10:05+01:00")
    return moment


def _read_load(value: object, name: str) -> float | str | None:
    if isinstance(value, str):
        return _SHORT_TEXT.read(value, name) or None
    return _KILOGRAMS.read(value, name)  # type: ignore[no-any-return]


def _write_load(load: float | str) -> float | str:
    return clean(load, MAX_NAME_LENGTH) if isinstance(load, str) else _round(load)


def _read_object(value: object, name: str = "") -> Document | None:
    if not isinstance(value, dict):
        raise FieldError(name, "must be an object with fields")
    cleaned = _clean_json(value, name, _MAX_DEPTH + 1)
    if len(str(cleaned)) > _MAX_OBJECT_LENGTH:
        raise FieldError(name, f"must have at most {_MAX_OBJECT_LENGTH} characters")
    return cleaned or None


def _clean_json(value: Any, name: str, levels: int) -> Any:
    """A JSON value with clean texts, at most so many levels deep."""
    if isinstance(value, str):
        return clean(value, MAX_NOTE_LENGTH)
    if isinstance(value, dict | list) and not levels:
        raise FieldError(name, f"must not be nested more than {_MAX_DEPTH} levels deep")
    if isinstance(value, dict):
        return {
            clean(str(key), MAX_NAME_LENGTH): _clean_json(inner, name, levels - 1)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_clean_json(inner, name, levels - 1) for inner in value]
    if isinstance(value, int | float) and not abs(value) <= _MAX_NUMBER:  # so that NaN is out
        raise FieldError(name, f"must not have numbers over {_MAX_NUMBER:g}")
    return value


_SHORT_TEXT, _KILOGRAMS = text(), number(0, 1000.0)
_LOAD_SCHEMA = {
    "type": ["number", "string"],
    "minimum": 0,
    "maximum": 1000.0,
    "maxLength": MAX_NAME_LENGTH,
}
ID = FieldKind(_read_id, None, {"type": "string", "pattern": "^[0-7][0-9A-HJKMNP-TV-Z]{25}$"})
DAY = FieldKind(
    _SHORT_TEXT.read,
    None,
    {"type": "string", "format": "date", "description": "The day in started."},
)
MOMENT = FieldKind(_read_moment, datetime.isoformat, {"type": "string", "format": "date-time"})
"""A date and time with its offset from UTC."""
LOAD = FieldKind(_read_load, _write_load, _LOAD_SCHEMA)
"""A number of kilograms, or text, which is None where it is empty."""
JSON_OBJECT = FieldKind(_read_object, _read_object, {"type": "object"})
"""A JSON object, its texts cleaned at every level; None where it is empty."""


def read_object(document: Document, name: str) -> Document | None:
    """An optional JSON object in a field of a document."""
    value = document.get(name)
    return None if value is None else _read_object(value, name)
