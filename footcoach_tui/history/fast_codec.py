"""Fast path of `codec`: a stored document to a record, for documents as footcoach writes them.

Reading takes a third of the time here. All other documents are left to `codec`, which names
errors, cleans texts and fills in defaults; where both can read one, the record is the same.
"""

from datetime import datetime
from functools import lru_cache
from operator import itemgetter
from typing import Any

from footcoach_tui.history.fields import (
    EXERCISE_FIELDS,
    MAX_EXERCISES,
    MAX_NAME_LENGTH,
    MAX_NOTE_LENGTH,
    MAX_REPS,
    MAX_SCORE,
    MAX_SECONDS,
    MAX_SETS,
    MAX_SPEED,
    MAX_YEAR,
    MIN_SPEED,
    MIN_YEAR,
    NEEDED_SET_FIELDS,
    SESSION_FIELDS,
    Document,
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

# a third of the time of calling the enumeration
_ORIGINS = {origin.value: origin for origin in Origin}
_SIDES = {side.value: side for side in Side}
_OUTCOMES = {outcome.value: outcome for outcome in SetOutcome}
_NUMBERS = frozenset({int, float})
_TEXTS = itemgetter("routine", "title", "zone", "context", "device", "version", "note")
_OTHERS = itemgetter(
    *("id", "date", "started", "seconds", "exercises", "origin", "speed", "effort", "pain")
)
_EXERCISE = itemgetter("exercise", "name", "sets")
_SET = itemgetter(
    *("number", "side", "planned_reps", "reps", "planned_seconds", "seconds", "outcome")
)
_EXERCISE_FIELDS, _SET_FIELDS = len(EXERCISE_FIELDS), len(NEEDED_SET_FIELDS)


def fast_record(document: Document) -> SessionRecord | None:
    """The record in a document with every field and plain texts; else None."""
    try:
        return _record(document) if SESSION_FIELDS.issuperset(document) else None
    except (LookupError, TypeError, ValueError, AttributeError):
        return None


def _record(document: Document) -> SessionRecord | None:
    routine, title, zone, context, device, version, note = texts = _TEXTS(document)
    identity, day, start, seconds, rows, origin, speed, effort, pain = _OTHERS(document)
    started = datetime.fromisoformat(start)
    exercises = tuple(map(_exercise, rows))
    joined = "".join(texts)
    fits = (
        joined.isascii()
        and joined.isprintable()
        and len(note) <= MAX_NOTE_LENGTH
        and len(joined) - len(note) <= MAX_NAME_LENGTH
        and type(rows) is list
        and len(rows) <= MAX_EXERCISES
        and type(seconds) in _NUMBERS
        and 0 <= seconds <= MAX_SECONDS
        and type(speed) in _NUMBERS
        and MIN_SPEED <= speed <= MAX_SPEED
        and (effort is None or (type(effort) is int and 0 <= effort <= MAX_SCORE))
        and (pain is None or (type(pain) is int and 0 <= pain <= MAX_SCORE))
        and started.tzinfo is not None
        and MIN_YEAR <= started.year <= MAX_YEAR
        and start[:10] == day
        and day[7] == "-"  # an ISO week date has a W here
        and is_id(identity)
    )
    if not fits:
        return None
    return SessionRecord(
        identity,
        routine,
        title,
        started,
        zone,
        float(seconds),
        exercises,
        context,
        _ORIGINS[origin],
        float(speed),
        effort,
        pain,
        note,
        device,
        version,
    )


def _exercise(document: Any) -> ExerciseRecord:
    """The exercise; any exception means that it needs the other codec."""
    exercise, name, sets = _EXERCISE(document)
    joined = exercise + name
    if not (
        len(joined) <= MAX_NAME_LENGTH
        and joined.isascii()
        and joined.isprintable()
        and type(document) is dict
        and type(sets) is list
        and len(sets) <= MAX_SETS
        and len(document) == _EXERCISE_FIELDS
        and sum(map(len, sets)) == len(sets) * _SET_FIELDS  # none may have fewer
    ):
        raise ValueError
    return ExerciseRecord(exercise, name, tuple([_set(*_SET(row)) for row in sets]))


@lru_cache(maxsize=4096, typed=True)
def _set(
    number: int,
    side: str,
    planned_reps: int,
    reps: int,
    planned_seconds: float,
    seconds: float,
    outcome: str,
) -> SetRecord:
    """The set, shared by all equal ones; any exception means that it needs the other codec."""
    if (
        type(number) is int
        and type(planned_reps) is int
        and type(reps) is int
        and type(planned_seconds) in _NUMBERS
        and type(seconds) in _NUMBERS
        and 1 <= number <= MAX_SETS
        and 0 <= planned_reps <= MAX_REPS
        and 0 <= reps <= MAX_REPS
        and 0 <= planned_seconds <= MAX_SECONDS
        and 0 <= seconds <= MAX_SECONDS
    ):
        return SetRecord(
            number,
            _SIDES[side],
            planned_reps,
            reps,
            float(planned_seconds),
            float(seconds),
            _OUTCOMES[outcome],
        )
    raise ValueError
