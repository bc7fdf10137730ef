"""A session record as a JSON document, and back: strict in both directions.

The document is what the store keeps and what `footcoach history --json` prints. Its fields are
described in docs/data-format.md. Written by hand because reading must be quick to start.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from footcoach_tui.boundary.text import clean
from footcoach_tui.history.fields import (
    Document,
    FieldError,
    number,
    rows,
    scale,
    text,
    whole,
    word,
    words,
)
from footcoach_tui.history.ids import is_id
from footcoach_tui.history.limits import (
    DAY,
    FASTEST,
    FIRST_YEAR,
    KNOWN,
    KNOWN_OF_EXERCISE,
    KNOWN_OF_SET,
    LAST_YEAR,
    LONG,
    MOST_EXERCISES,
    MOST_REPS,
    MOST_SETS,
    SHORT,
)
from footcoach_tui.history.plain import plain_record
from footcoach_tui.session.record import (
    ExerciseRecord,
    Origin,
    Outcome,
    SessionRecord,
    SetRecord,
)
from footcoach_tui.session.side import Side

__all__ = [
    "FASTEST",
    "FIRST_YEAR",
    "KNOWN",
    "LONG",
    "SCHEMA",
    "SHORT",
    "carefully",
    "carried",
    "from_document",
    "listing",
    "to_document",
]

SCHEMA = 1
"""Of what `footcoach history --json` prints."""

_ORIGINS, _SIDES, _OUTCOMES = words(Origin), words(Side), words(Outcome)


def to_document(record: SessionRecord) -> dict[str, object]:
    """The record as JSON values, known fields first, unknown ones after them as they were."""
    known: dict[str, object] = {
        "id": record.id,
        "date": record.date,
        "started": record.started.isoformat(),
        "zone": clean(record.zone, limit=SHORT),
        "routine": clean(record.routine, limit=SHORT),
        "title": clean(record.title, limit=SHORT),
        "seconds": round(record.seconds, 3),
        "context": clean(record.context, limit=SHORT),
        "origin": record.origin.value,
        "speed": round(record.speed, 3),
        "effort": record.effort,
        "pain": record.pain,
        "note": clean(record.note, limit=LONG),
        "device": clean(record.device, limit=SHORT),
        "version": clean(record.version, limit=SHORT),
        "exercises": [_from_exercise(one) for one in record.exercises],
    }
    return known | _unknown(record.extra, KNOWN)


def from_document(document: Document) -> SessionRecord:
    """The record in a document. Raises FieldError naming the field that cannot be used.

    Texts come out clean. Unknown fields, at every level, go to `extra` as they are, to be written
    back; nobody shows them.
    """
    return plain_record(document) or carefully(document)


def carefully(document: Document) -> SessionRecord:
    """The same, field after field, so that the one which cannot be used is named."""
    identity = document.get("id")
    if not isinstance(identity, str) or not is_id(identity):
        raise FieldError("id", "must be a ULID: 26 digits and capital letters")
    return SessionRecord(
        id=identity,
        routine=text(document, "routine", SHORT),
        title=text(document, "title", SHORT),
        started=_started(document),
        zone=text(document, "zone", SHORT, ""),
        seconds=number(document, "seconds", DAY),
        exercises=tuple(
            _to_exercise(one, place)
            for place, one in enumerate(rows(document, "exercises", MOST_EXERCISES), 1)
        ),
        context=text(document, "context", SHORT, ""),
        origin=word(document, "origin", _ORIGINS, Origin.PLAYED),
        speed=number(document, "speed", FASTEST, 0.001, 1.0),
        effort=scale(document, "effort"),
        pain=scale(document, "pain"),
        note=text(document, "note", LONG, ""),
        device=text(document, "device", SHORT, ""),
        version=text(document, "version", SHORT, ""),
        extra=_unknown(document, KNOWN),
    )


def listing(records: Iterable[SessionRecord]) -> dict[str, object]:
    """What `footcoach history --json` prints."""
    return {"schema": SCHEMA, "sessions": [to_document(record) for record in records]}


def carried(old: Document, new: Document) -> dict[str, object]:
    """`new`, with the fields of `old` that this version does not know, at every level.

    Rows of a list are matched by their place, and only when none came or went.
    """
    kept = {key: _carried(old[key], value) if key in old else value for key, value in new.items()}
    return kept | {key: value for key, value in old.items() if key not in new}


def _carried(old: object, new: object) -> object:
    if isinstance(old, dict) and isinstance(new, dict):
        return carried(old, new)
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [_carried(before, after) for before, after in zip(old, new, strict=True)]
    return new


def _started(document: Document) -> datetime:
    """The moment of the start; the frozen date beside it must be the same day."""
    value = document.get("started")
    try:
        started = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        started = None
    if started is None or started.tzinfo is None or not FIRST_YEAR <= started.year <= LAST_YEAR:
        raise FieldError("started", "must be a moment such as 2026-03-04T07:10:05+01:00")
    if document.get("date") != started.date().isoformat():
        raise FieldError("date", f"must be the day of started, {started.date().isoformat()}")
    return started


def _unknown(fields: Mapping[str, object], known: frozenset[str]) -> dict[str, object]:
    return {key: value for key, value in fields.items() if key not in known}


def _from_exercise(exercise: ExerciseRecord) -> dict[str, object]:
    known: dict[str, object] = {
        "exercise": clean(exercise.exercise, limit=SHORT),
        "name": clean(exercise.name, limit=SHORT),
        "sets": [_from_set(one) for one in exercise.sets],
    }
    return known | _unknown(exercise.extra, KNOWN_OF_EXERCISE)


def _from_set(one: SetRecord) -> dict[str, object]:
    known: dict[str, object] = {
        "number": one.number,
        "side": one.side.value,
        "planned_reps": one.planned_reps,
        "reps": one.reps,
        "planned_seconds": round(one.planned_seconds, 3),
        "seconds": round(one.seconds, 3),
        "outcome": one.outcome.value,
    }
    return known | _unknown(one.extra, KNOWN_OF_SET) if one.extra else known


def _to_exercise(document: Document, place: int) -> ExerciseRecord:
    try:
        return ExerciseRecord(
            exercise=text(document, "exercise", SHORT),
            name=text(document, "name", SHORT),
            sets=tuple(
                _to_set(one, at) for at, one in enumerate(rows(document, "sets", MOST_SETS), 1)
            ),
            extra=_unknown(document, KNOWN_OF_EXERCISE),
        )
    except FieldError as error:
        raise error.inside(f"exercises.{place}") from None


def _to_set(document: Document, place: int) -> SetRecord:
    try:
        return SetRecord(
            number=whole(document, "number", 1, MOST_SETS),
            side=word(document, "side", _SIDES),
            planned_reps=whole(document, "planned_reps", 0, MOST_REPS),
            reps=whole(document, "reps", 0, MOST_REPS),
            planned_seconds=number(document, "planned_seconds", DAY),
            seconds=number(document, "seconds", DAY),
            outcome=word(document, "outcome", _OUTCOMES),
            extra=_unknown(document, KNOWN_OF_SET),
        )
    except FieldError as error:
        raise error.inside(f"sets.{place}") from None
