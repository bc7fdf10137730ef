"""A session record as a JSON document, and back: strict in both directions.

The document is what the store writes and `footcoach history --json` prints. Its fields are
described in docs/data-format.md. Written by hand because reading must be quick to start.
"""

from collections.abc import Iterable, Mapping

from footcoach_tui.boundary.text import clean
from footcoach_tui.history.fields import (
    EXERCISE_FIELDS,
    MAX_EXERCISES,
    MAX_NAME_LENGTH,
    MAX_NOTE_LENGTH,
    MAX_REPS,
    MAX_SECONDS,
    MAX_SETS,
    MAX_SPAN,
    MAX_SPEED,
    MAX_VALUE,
    MIN_SPEED,
    OBJECT_FIELDS,
    OMITTED_FIELDS,
    SESSION_FIELDS,
    SET_FIELDS,
    Document,
    FieldError,
    read_load,
    read_moment,
    read_number,
    read_object,
    read_optional_number,
    read_rows,
    read_score,
    read_text,
    read_whole,
    read_word,
)
from footcoach_tui.history.ids import is_id
from footcoach_tui.session.record import (
    NO_EXTRA,
    ExerciseRecord,
    Origin,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from footcoach_tui.session.side import Side

# by value, because a look-up takes a fifth of the time of calling the enumeration
_ORIGINS: Mapping[object, Origin] = {origin.value: origin for origin in Origin}
_SIDES: Mapping[object, Side] = {side.value: side for side in Side}
_OUTCOMES: Mapping[object, SetOutcome] = {outcome.value: outcome for outcome in SetOutcome}

_SCHEMA = 1
"""Schema number of `footcoach history --json`."""


def to_document(record: SessionRecord) -> dict[str, object]:
    """The record as JSON values, known fields first, unknown ones after them as they were."""
    known: dict[str, object] = {
        "id": record.id,
        "date": record.date,
        "started": record.started.isoformat(),
        "zone": clean(record.zone, limit=MAX_NAME_LENGTH),
        "routine": clean(record.routine, limit=MAX_NAME_LENGTH),
        "title": clean(record.title, limit=MAX_NAME_LENGTH),
        "seconds": round(record.seconds, 3),
        "context": clean(record.context, limit=MAX_NAME_LENGTH),
        "origin": record.origin.value,
        "speed": round(record.speed, 3),
        "effort": record.effort,
        "pain": record.pain,
        "note": clean(record.note, limit=MAX_NOTE_LENGTH),
        "device": clean(record.device, limit=MAX_NAME_LENGTH),
        "version": clean(record.version, limit=MAX_NAME_LENGTH),
    }
    if record.ended is not None:
        known["ended"] = record.ended.isoformat()
    if record.paused is not None:
        known["paused"] = round(record.paused, 3)
    for key, value in zip(
        OBJECT_FIELDS, (record.checkin, record.after, record.morning), strict=True
    ):
        if value:
            known[key] = read_object({key: value}, key)
    known["exercises"] = [_exercise_document(exercise) for exercise in record.exercises]
    return known | _unknown(record.extra, SESSION_FIELDS)


def from_document(document: Document) -> SessionRecord:
    """The record in a document. Raises FieldError naming the field that cannot be used.

    Texts are cleaned. Unknown fields, at every level, go to `extra` unchanged, to be written back.
    """
    identity = document.get("id")
    if not isinstance(identity, str) or not is_id(identity):
        raise FieldError("id", "must be a ULID: 26 digits and capital letters")
    started = read_moment(document, "started")
    day = started.date().isoformat()
    if document.get("date") != day:
        raise FieldError("date", f"must be the day of started, {day}")
    rows = read_rows(document, "exercises", MAX_EXERCISES)
    return SessionRecord(
        id=identity,
        routine=read_text(document, "routine", MAX_NAME_LENGTH),
        title=read_text(document, "title", MAX_NAME_LENGTH),
        started=started,
        zone=read_text(document, "zone", MAX_NAME_LENGTH, ""),
        seconds=read_number(document, "seconds", MAX_SECONDS),
        exercises=tuple([_exercise(row, number) for number, row in enumerate(rows, 1)]),
        context=read_text(document, "context", MAX_NAME_LENGTH, ""),
        origin=read_word(document, "origin", _ORIGINS, Origin.PLAYED),
        speed=read_number(document, "speed", MAX_SPEED, MIN_SPEED, 1.0),
        effort=read_score(document, "effort"),
        pain=read_score(document, "pain"),
        note=read_text(document, "note", MAX_NOTE_LENGTH, ""),
        device=read_text(document, "device", MAX_NAME_LENGTH, ""),
        version=read_text(document, "version", MAX_NAME_LENGTH, ""),
        ended=read_moment(document, "ended") if document.get("ended") is not None else None,
        paused=read_optional_number(document, "paused", MAX_SPAN),
        checkin=read_object(document, "checkin"),
        after=read_object(document, "after"),
        morning=read_object(document, "morning"),
        extra=_extra(document, SESSION_FIELDS),
    )


def history_document(records: Iterable[SessionRecord]) -> dict[str, object]:
    """The output of `footcoach history --json`."""
    return {"schema": _SCHEMA, "sessions": [to_document(record) for record in records]}


def with_unknown_fields(old: Document, new: Document) -> dict[str, object]:
    """`new`, with the fields of `old` that this version does not know, at every level.

    Rows of a list are matched by position, and only in lists of the same length.
    """
    merged = {
        key: _merge(old[key], value) if key in old and key not in OBJECT_FIELDS else value
        for key, value in new.items()
    }
    lost = {key: value for key, value in old.items() if key not in new}
    return merged | {key: value for key, value in lost.items() if key not in OMITTED_FIELDS}


def _merge(old: object, new: object) -> object:
    if isinstance(old, dict) and isinstance(new, dict):
        return with_unknown_fields(old, new)
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [_merge(before, after) for before, after in zip(old, new, strict=True)]
    return new


def _extra(document: Document, known: frozenset[str]) -> Document:
    """The unknown fields of a document; mostly none, and then one mapping is shared by all."""
    return NO_EXTRA if known.issuperset(document) else _unknown(document, known)


def _unknown(fields: Document, known: frozenset[str]) -> dict[str, object]:
    return {key: value for key, value in fields.items() if key not in known}


def _exercise_document(exercise: ExerciseRecord) -> dict[str, object]:
    known: dict[str, object] = {
        "exercise": clean(exercise.exercise, limit=MAX_NAME_LENGTH),
        "name": clean(exercise.name, limit=MAX_NAME_LENGTH),
        "sets": [_set_document(each) for each in exercise.sets],
    }
    return known | _unknown(exercise.extra, EXERCISE_FIELDS) if exercise.extra else known


def _set_document(record: SetRecord) -> dict[str, object]:
    known: dict[str, object] = {
        "number": record.number,
        "side": record.side.value,
        "planned_reps": record.planned_reps,
        "reps": record.reps,
        "planned_seconds": round(record.planned_seconds, 3),
        "seconds": round(record.seconds, 3),
        "outcome": record.outcome.value,
    }
    if record.value is not None:
        known["value"] = round(record.value, 3)
    if record.at is not None:
        known["at"] = round(record.at, 3)
    if isinstance(record.load, str):
        known["load"] = clean(record.load, limit=MAX_NAME_LENGTH)
    elif record.load is not None:
        known["load"] = round(record.load, 3)
    return known | _unknown(record.extra, SET_FIELDS) if record.extra else known


def _exercise(document: Document, number: int) -> ExerciseRecord:
    try:
        rows = read_rows(document, "sets", MAX_SETS)
        return ExerciseRecord(
            read_text(document, "exercise", MAX_NAME_LENGTH),
            read_text(document, "name", MAX_NAME_LENGTH),
            tuple([_set(row, place) for place, row in enumerate(rows, 1)]),
            _extra(document, EXERCISE_FIELDS),
        )
    except FieldError as error:
        raise error.prefixed(f"exercises.{number}") from None


def _set(document: Document, number: int) -> SetRecord:
    """The set. Its fields are given by position, which takes half the time for thousands."""
    try:
        return SetRecord(
            read_whole(document, "number", 1, MAX_SETS),
            read_word(document, "side", _SIDES),
            read_whole(document, "planned_reps", 0, MAX_REPS),
            read_whole(document, "reps", 0, MAX_REPS),
            read_number(document, "planned_seconds", MAX_SECONDS),
            read_number(document, "seconds", MAX_SECONDS),
            read_word(document, "outcome", _OUTCOMES),
            read_optional_number(document, "value", MAX_VALUE),
            read_optional_number(document, "at", MAX_SPAN),
            read_load(document, "load"),
            _extra(document, SET_FIELDS),
        )
    except FieldError as error:
        raise error.prefixed(f"sets.{number}") from None
