"""Lines of a month's file that travel: checked and cleaned in the same way when sent and received.

A line is a row of a table: a version of a session, or an entry. What could not be used on the other
side is no line.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from footcoach_tui.boundary.text import clean
from footcoach_tui.history.codec import from_document
from footcoach_tui.history.fields import MAX_NOTE_LENGTH, Document, FieldError
from footcoach_tui.history.ids import is_id
from footcoach_tui.history.months.entries import EntryKind, read_entry, removal
from footcoach_tui.history.months.format import ABOUT, SESSIONS, Tables
from footcoach_tui.history.months.versions import Stamp, Version

MAX_LINE_BYTES = 256 * 1024
"""Bytes of a document as JSON."""
_MAX_KIND = 20
_KINDS = frozenset(EntryKind)


class MonthLine(NamedTuple):
    """Line of the table `kind`. The later of two with one id is that of the greater `stamp`."""

    kind: str
    id: str
    stamp: tuple[str, int]
    text: str

    @property
    def document(self) -> dict[str, Any]:
        return dict(json.loads(self.text))


def checked_line(kind: str, document: object) -> MonthLine | None:
    """Return the line of a document with clean texts; None where it cannot be used."""
    with suppress(FieldError, ValueError, TypeError, RecursionError):
        cleaned = _clean(document)
        text = json.dumps(cleaned, allow_nan=False, separators=(",", ":"))
        if is_kind(kind) and len(text) <= MAX_LINE_BYTES and _is_sound(kind, cleaned):
            return MonthLine(kind, cleaned["id"], stamp_of(cleaned), text)
    return None


def lines_of(tables: Tables) -> Iterator[MonthLine | None]:
    """Yield the lines of a month; None for each row that is none."""
    for kind, rows in tables.items():
        if kind != ABOUT:
            yield from (checked_line(kind, row) for row in rows.values())


def stamp_of(document: Document) -> tuple[str, int]:
    """Return time and revision of a row. Raises FieldError.

    An entry has none; its removal is later than the entry.
    """
    written, revision, _ = Stamp.of(document, "")
    is_removal = document == removal(str(document.get("id")))
    return written, revision + is_removal


def is_kind(name: str) -> bool:
    """Whether a name is that of a table of lines: small letters and dashes, at most 20."""
    letters = name.replace("-", "a")
    is_word = letters.isascii() and letters.isalpha() and letters.islower()
    return is_word and len(name) <= _MAX_KIND and name[0] != "-" and name != ABOUT


def _is_sound(kind: str, document: Any) -> bool:
    """Whether a document is one of its kind; of an unknown kind, whether it has an id.

    Raises FieldError.
    """
    if not isinstance(document, dict):
        return False
    if kind == SESSIONS:
        if not Version.of(document, "", "").is_deletion:
            from_document(document)
        return True
    if kind in _KINDS:
        return read_entry(document) is not None
    identity = document.get("id")
    return isinstance(identity, str) and is_id(identity)


def _clean(value: Any) -> Any:
    """Return a JSON value with its texts clean, so that no control character travels."""
    if isinstance(value, str):
        return clean(value, MAX_NOTE_LENGTH)
    if isinstance(value, dict):
        return {clean(str(key)): _clean(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_clean(inner) for inner in value]
    return value
