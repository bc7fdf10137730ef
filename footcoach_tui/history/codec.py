"""A session record as a JSON document, and back: strict in both directions.

The document is what the store writes and `footcoach history --json` prints. Its fields are
described in docs/data-format.md. Written by hand because reading must be quick to start.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from footcoach_tui.boundary.text import clean
from footcoach_tui.history.fast_codec import fast_record
from footcoach_tui.history.fields import (
    EXERCISE_FIELDS,
    MAX_EXERCISES,
    MAX_NAME_LENGTH,
    MAX_NOTE_LENGTH,
    MAX_REPS,
    MAX_SECONDS,
    MAX_SETS,
    MAX_SPEED,
    MAX_VALUE,
    MAX_YEAR,
    MIN_SPEED,
    MIN_YEAR,
    SESSION_FIELDS,
    SET_FIELDS,
    Document,
    FieldError,
    read_number,
    read_rows,
    read_score,
    read_text,
    read_whole,
    read_word,
)
from footcoach_tui.history.ids import is_id
from footcoach_tui.session.record import (
    ExerciseRecord,
    Origin,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from footcoach_tui.session.side import Side

_OMITTED_FIELDS = {"value"}
"""Known fields that a document leaves out where they are empty."""

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
        "exercises": [_exercise_document(exercise) for exercise in record.exercises],
    }
    return known | _unknown(record.extra, SESSION_FIELDS)


def from_document(document: Document) -> SessionRecord:
    """The record in a document. Raises FieldError naming the field that cannot be used.

    Texts are cleaned. Unknown fields, at every level, go to `extra` unchanged, to be written back.
    """
    return fast_record(document) or _strict_record(document)


def _strict_record(document: Document) -> SessionRecord:
    """Read field after field, so that the error names the unusable one."""
    identity = document.get("id")
    if not isinstance(identity, str) or not is_id(identity):
        raise FieldError("id", "must be a ULID: 26 digits and capital letters")
    return SessionRecord(
        id=identity,
        routine=read_text(document, "routine", MAX_NAME_LENGTH),
        title=read_text(document, "title", MAX_NAME_LENGTH),
        started=_started(document),
        zone=read_text(document, "zone", MAX_NAME_LENGTH, ""),
        seconds=read_number(document, "seconds", MAX_SECONDS),
        exercises=tuple(
            _exercise(row, number)
            for number, row in enumerate(read_rows(document, "exercises", MAX_EXERCISES), 1)
        ),
        context=read_text(document, "context", MAX_NAME_LENGTH, ""),
        origin=read_word(document, "origin", Origin, Origin.PLAYED),
        speed=read_number(document, "speed", MAX_SPEED, MIN_SPEED, 1.0),
        effort=read_score(document, "effort"),
        pain=read_score(document, "pain"),
        note=read_text(document, "note", MAX_NOTE_LENGTH, ""),
        device=read_text(document, "device", MAX_NAME_LENGTH, ""),
        version=read_text(document, "version", MAX_NAME_LENGTH, ""),
        extra=_unknown(document, SESSION_FIELDS),
    )


def history_document(records: Iterable[SessionRecord]) -> dict[str, object]:
    """The output of `footcoach history --json`."""
    return {"schema": _SCHEMA, "sessions": [to_document(record) for record in records]}


def with_unknown_fields(old: Document, new: Document) -> dict[str, object]:
    """`new`, with the fields of `old` that this version does not know, at every level.

    Rows of a list are matched by position, and only in lists of the same length.
    """
    merged = {key: _merge(old[key], value) if key in old else value for key, value in new.items()}
    lost = {key: value for key, value in old.items() if key not in new}
    return merged | {key: value for key, value in lost.items() if key not in _OMITTED_FIELDS}


def _merge(old: object, new: object) -> object:
    if isinstance(old, dict) and isinstance(new, dict):
        return with_unknown_fields(old, new)
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [_merge(before, after) for before, after in zip(old, new, strict=True)]
    return new


def _started(document: Document) -> datetime:
    """The moment of the start; `date` must be the same day."""
    value = document.get("started")
    try:
        started = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        started = None
    if started is None or started.tzinfo is None or not MIN_YEAR <= started.year <= MAX_YEAR:
        raise FieldError("started", "must be a date and time such as 2026-03-04T07:10:05+01:00")
    if document.get("date") != started.date().isoformat():
        raise FieldError("date", f"must be the day of started, {started.date().isoformat()}")
    return started


def _unknown(fields: Mapping[str, object], known: frozenset[str]) -> dict[str, object]:
    return {key: value for key, value in fields.items() if key not in known}


def _exercise_document(exercise: ExerciseRecord) -> dict[str, object]:
    known: dict[str, object] = {
        "exercise": clean(exercise.exercise, limit=MAX_NAME_LENGTH),
        "name": clean(exercise.name, limit=MAX_NAME_LENGTH),
        "sets": [_set_document(each) for each in exercise.sets],
    }
    return known | _unknown(exercise.extra, EXERCISE_FIELDS)


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
    return known | _unknown(record.extra, SET_FIELDS) if record.extra else known


def _exercise(document: Document, number: int) -> ExerciseRecord:
    try:
        return ExerciseRecord(
            exercise=read_text(document, "exercise", MAX_NAME_LENGTH),
            name=read_text(document, "name", MAX_NAME_LENGTH),
            sets=tuple(
                _set(row, number)
                for number, row in enumerate(read_rows(document, "sets", MAX_SETS), 1)
            ),
            extra=_unknown(document, EXERCISE_FIELDS),
        )
    except FieldError as error:
        raise error.prefixed(f"exercises.{number}") from None


def _set(document: Document, number: int) -> SetRecord:
    try:
        return SetRecord(
            number=read_whole(document, "number", 1, MAX_SETS),
            side=read_word(document, "side", Side),
            planned_reps=read_whole(document, "planned_reps", 0, MAX_REPS),
            reps=read_whole(document, "reps", 0, MAX_REPS),
            planned_seconds=read_number(document, "planned_seconds", MAX_SECONDS),
            seconds=read_number(document, "seconds", MAX_SECONDS),
            outcome=read_word(document, "outcome", SetOutcome),
            value=_value(document),
            extra=_unknown(document, SET_FIELDS),
        )
    except FieldError as error:
        raise error.prefixed(f"sets.{number}") from None


def _value(document: Document) -> float | None:
    """Return the result of a test, None for a set that is none."""
    return None if document.get("value") is None else read_number(document, "value", MAX_VALUE)
