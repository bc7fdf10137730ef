"""Reading single values out of a stored document: of the right type, or not at all.

A truth value is not a number here, and neither is NaN. Every function raises FieldError.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from footcoach_tui.boundary.text import clean

Document = Mapping[str, object]
_Word = TypeVar("_Word", bound=StrEnum)


class FieldError(ValueError):
    """A field that cannot be used: where it is, and what it should be."""

    def __init__(self, where: str, wanted: str) -> None:
        """`where` is the field's path in the document, parts joined by dots."""
        super().__init__(f"{where}: {wanted}")
        self.where = where
        self.expected = wanted

    def prefixed(self, outer: str) -> "FieldError":
        """The same, seen from one level further out."""
        return FieldError(f"{outer}.{self.where}", self.expected)


def read_text(document: Document, key: str, limit: int, default: str | None = None) -> str:
    """A cleaned text of at most `limit` characters; `default` stands in when it is absent."""
    value = document.get(key, default)
    if not isinstance(value, str):
        raise FieldError(key, "must be a text")
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
    return None if document.get(key) is None else read_whole(document, key, 0, 10)


def read_number(
    document: Document, key: str, high: float, low: float = 0.0, default: float | None = None
) -> float:
    """A finite number from `low` to `high`."""
    value = document.get(key, default)
    if (type(value) is not float and type(value) is not int) or not low <= value <= high:
        raise FieldError(key, f"must be a number from {low:g} to {high:g}")
    return float(value)


def words_by_value(kind: type[_Word]) -> dict[str, _Word]:
    """The words of `kind` by how they are written: quicker to ask than the kind itself."""
    return {one.value: one for one in kind}


def read_word(
    document: Document, key: str, known: Mapping[str, _Word], default: _Word | None = None
) -> _Word:
    """One of the `known` words."""
    value = document.get(key, default)
    if not isinstance(value, str) or value not in known:
        raise FieldError(key, f"must be one of {', '.join(known)}")
    return known[value]


def read_rows(document: Document, key: str, most: int) -> list[Document]:
    """A list of at most `most` documents."""
    value = document.get(key)
    if not isinstance(value, list) or len(value) > most:
        raise FieldError(key, f"must be a list of at most {most}")
    for place, one in enumerate(value, 1):
        if not isinstance(one, dict):
            raise FieldError(f"{key}.{place}", "must be an object with fields")
    return value
