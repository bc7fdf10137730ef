"""Session records as bytes for the index: many times as quick to read as JSON.

`marshal` reads only what passed the check of its sum, so damaged bytes never reach it.
"""

import gc
import marshal
import sqlite3
from binascii import crc32
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from footcoach_tui.session.record import (
    NO_EXTRA,
    Ending,
    ExerciseRecord,
    Origin,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from footcoach_tui.session.side import Side

_FORMAT = 2
"""Format of marshal: the newest that looks up nothing while it reads."""
_SUM = 4
"""Bytes of the sum before the content."""
_STARTED, _EXERCISES, _ORIGIN, _ENDED, _ENDING = map(
    SessionRecord._fields.index, ("started", "exercises", "origin", "ended", "ending")
)
_ORIGINS, _SIDES, _OUTCOMES = tuple(Origin), tuple(Side), tuple(SetOutcome)
"""Members of enumerations, packed as their places."""
_make = tuple.__new__  # the records' own `_make` takes twice as long


def pack(record: SessionRecord) -> bytes:
    """Return the record as bytes. Raises FieldError for unknown fields nested too deeply."""
    fields: list[Any] = list(record)
    fields[_STARTED] = record.started.isoformat()
    fields[_EXERCISES] = tuple(map(_pack_exercise, record.exercises))
    fields[_ORIGIN] = _ORIGINS.index(record.origin)
    fields[_ENDED] = record.ended and record.ended.isoformat()
    fields[_ENDING] = record.ending and record.ending.value
    fields[-1] = dict(record.extra) or None
    try:
        content = marshal.dumps(tuple(fields), _FORMAT)
    except ValueError:
        from footcoach_tui.history.fields import FieldError  # noqa: PLC0415 - readers need it not

        raise FieldError("session", "must not be nested so deeply") from None
    return crc32(content).to_bytes(_SUM, "big") + content


def unpack(content: bytes) -> SessionRecord:
    """Return the record in bytes of `pack`. Raises DatabaseError for others."""
    body = content[_SUM:]
    if not body or crc32(body) != int.from_bytes(content[:_SUM], "big"):
        raise sqlite3.DatabaseError("a record of the index is damaged")
    fields: list[Any] = list(marshal.loads(body))  # noqa: S302 - its sum is right: packed here
    fields[_STARTED] = datetime.fromisoformat(fields[_STARTED])
    fields[_EXERCISES] = tuple([_unpack_exercise(*each) for each in fields[_EXERCISES]])
    fields[_ORIGIN] = _ORIGINS[fields[_ORIGIN]]
    if fields[_ENDED]:
        fields[_ENDED] = datetime.fromisoformat(fields[_ENDED])
    if fields[_ENDING]:
        fields[_ENDING] = Ending(fields[_ENDING])
    fields[-1] = fields[-1] or NO_EXTRA
    return _make(SessionRecord, fields)


def unpack_all(contents: Iterable[bytes]) -> tuple[SessionRecord, ...]:
    """Return the records in many pieces of bytes.

    Python does not look for garbage meanwhile: there is none, and it takes a third of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return tuple(map(unpack, contents))
    finally:
        if was_enabled:
            gc.enable()


def _pack_exercise(exercise: ExerciseRecord) -> tuple[Any, ...]:
    sets = tuple(map(_pack_set, exercise.sets))
    return exercise.exercise, exercise.name, sets, dict(exercise.extra) or None


def _pack_set(each: SetRecord) -> tuple[Any, ...]:
    number, side, planned_reps, reps, planned_seconds, seconds, outcome, *rest, extra = each
    start = number, _SIDES.index(side), planned_reps, reps, planned_seconds, seconds
    return (*start, _OUTCOMES.index(outcome), *rest, dict(extra) or None)


def _unpack_exercise(exercise: str, name: str, sets: Any, extra: Any) -> ExerciseRecord:
    records = tuple(
        [
            _make(
                SetRecord,
                (a, _SIDES[side], b, c, d, e, _OUTCOMES[outcome], f, g, h, i or NO_EXTRA),
            )
            for a, side, b, c, d, e, outcome, f, g, h, i in sets
        ]
    )
    return _make(ExerciseRecord, (exercise, name, records, extra or NO_EXTRA))
