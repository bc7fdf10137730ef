"""Entries of the history that are not sessions, in tables of their own beside the sessions.

So an older footcoach does not take them for sessions. An entry is written once and not changed;
undo puts a row without a day in its place.
"""

import json
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from footcoach_tui.history.ids import is_id

_REMOVED = "removed"


class EntryKind(StrEnum):
    """Kinds of entries; the value is the name of the table.

    A check-in that led to no session, flags that a professional has cleared, answers about the
    person, the result of a self-test, and the choice of a plan.
    """

    CHECK_IN = "checkin"
    CLEARED = "seen"
    PROFILE = "profile"
    TEST = "test"
    PLAN = "plan"


class Entry(NamedTuple):
    """Entry of a day (YYYY-MM-DD); `text` is its document as JSON, its id and day included.

    Of an entry that was removed both are empty.
    """

    id: str
    day: str = ""
    text: str = ""


def removal(identity: str) -> dict[str, object]:
    """Return the row in the place of an entry that was removed; none of its answers is left."""
    return {"id": identity, _REMOVED: True}


def read_entry(document: Mapping[str, object]) -> Entry | None:
    """Return the entry in a row of a month; None for anything else, or what JSON cannot hold."""
    identity, day = document.get("id"), document.get("day")
    try:
        if not (isinstance(identity, str) and is_id(identity)):
            return None
        if document == removal(identity):
            return Entry(identity)
        if not isinstance(day, str):
            return None
        if date.fromisoformat(day).isoformat() != day:
            return None
        return Entry(identity, day, json.dumps(document, allow_nan=False))
    except (ValueError, TypeError, RecursionError):
        return None
