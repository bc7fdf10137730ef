"""Session records as bytes for the index: many times as quick to read as JSON.

`marshal` reads only what passed the check of its sum, so damaged bytes never reach it.
"""

import marshal
import sqlite3
from binascii import crc32
from datetime import datetime
from typing import Any

from footcoach_tui.history.fields import FieldError
from footcoach_tui.session.record import (
    ExerciseRecord,
    Origin,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from footcoach_tui.session.side import Side

_FORMAT = 4
"""Format of marshal that every supported Python writes alike."""
_SUM = 4
"""Bytes of the sum before the content."""
_STARTED, _EXERCISES, _ORIGIN = map(SessionRecord._fields.index, ("started", "exercises", "origin"))
_SIDES = {side.value: side for side in Side}
_OUTCOMES = {outcome.value: outcome for outcome in SetOutcome}
_ORIGINS = {origin.value: origin for origin in Origin}


def pack(record: SessionRecord) -> bytes:
    """Return the record as bytes. Raises FieldError for unknown fields nested too deeply."""
    fields: list[Any] = list(record)
    fields[_STARTED] = record.started.isoformat()
    fields[_EXERCISES] = tuple(map(_pack_exercise, record.exercises))
    fields[_ORIGIN] = record.origin.value
    fields[-1] = dict(record.extra)
    try:
        content = marshal.dumps(tuple(fields), _FORMAT)
    except ValueError:
        raise FieldError("session", "must not be nested so deeply") from None
    return crc32(content).to_bytes(_SUM, "big") + content


def unpack(content: bytes) -> SessionRecord:
    """Return the record in bytes of `pack`. Raises DatabaseError for others."""
    body = content[_SUM:]
    if not body or crc32(body) != int.from_bytes(content[:_SUM], "big"):
        raise sqlite3.DatabaseError("a record of the index is damaged")
    fields = marshal.loads(body)  # noqa: S302 - its sum is right: packed here
    identity, routine, title, started, zone, seconds, exercises, context, origin, *rest = fields
    return SessionRecord(
        identity,
        routine,
        title,
        datetime.fromisoformat(started),
        zone,
        seconds,
        tuple([_unpack_exercise(*each) for each in exercises]),
        context,
        _ORIGINS[origin],
        *rest,
    )


def _pack_exercise(exercise: ExerciseRecord) -> tuple[Any, ...]:
    sets = tuple(map(_pack_set, exercise.sets))
    return exercise.exercise, exercise.name, sets, dict(exercise.extra)


def _pack_set(each: SetRecord) -> tuple[Any, ...]:
    number, side, planned_reps, reps, planned_seconds, seconds, outcome, *rest, extra = each
    times = planned_seconds, seconds
    return number, side.value, planned_reps, reps, *times, outcome.value, *rest, dict(extra)


def _unpack_exercise(
    exercise: str, name: str, sets: tuple[Any, ...], extra: dict[str, object]
) -> ExerciseRecord:
    return ExerciseRecord(
        exercise,
        name,
        tuple(
            [
                SetRecord(
                    number, _SIDES[side], planned, reps, wanted, seconds, _OUTCOMES[outcome], *rest
                )
                for number, side, planned, reps, wanted, seconds, outcome, *rest in sets
            ]
        ),
        extra,
    )
