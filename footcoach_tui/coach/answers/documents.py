"""Lenient reading of JSON values: what is missing or wrong is None, or empty."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from enum import StrEnum
from typing import TypeVar

_Word = TypeVar("_Word", bound=StrEnum)


def word(kind: type[_Word], value: object) -> _Word | None:
    """Return the member of an enumeration with a value."""
    try:
        return kind(value) if isinstance(value, str) else None
    except ValueError:
        return None


def whole(value: object, low: int, high: int) -> int | None:
    """Return a whole number within limits."""
    if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
        return value
    return None


def text(value: object) -> str:
    return value if isinstance(value, str) else ""


def texts(value: object) -> tuple[str, ...] | None:
    """Return the texts of a list; None if there is no list."""
    if not isinstance(value, list):
        return None
    return tuple(each for each in value if isinstance(each, str))


def mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def rows(value: object) -> Iterator[Mapping[str, object]]:
    """Yield the objects of a list."""
    for each in value if isinstance(value, list) else ():
        if isinstance(each, Mapping):
            yield each


def day_of(value: object) -> date | None:
    """Return a day written as YYYY-MM-DD."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def time_of(value: object) -> time | None:
    """Return a time of day written as HH:MM."""
    try:
        return time.fromisoformat(value).replace(tzinfo=None) if isinstance(value, str) else None
    except ValueError:
        return None
