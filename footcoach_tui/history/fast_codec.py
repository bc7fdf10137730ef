"""The quick way to read a stored session that is as footcoach writes them.

It takes a third of the time of the careful way in `codec`, which everything else is left to:
that says what is wrong, cleans texts and stands in for what is absent. What is read here is
what would be read there.
"""

from datetime import datetime
from functools import lru_cache
from operator import itemgetter
from typing import Any

from footcoach_tui.history.fields import Document, words_by_value
from footcoach_tui.history.ids import is_id
from footcoach_tui.history.limits import (
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
    SESSION_FIELDS,
    SET_FIELDS,
)
from footcoach_tui.session.record import (
    ExerciseRecord,
    Origin,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from footcoach_tui.session.side import Side

_ORIGINS, _SIDES, _OUTCOMES = (
    words_by_value(Origin),
    words_by_value(Side),
    words_by_value(SetOutcome),
)
_NUMBERS = frozenset({int, float})
_TEXTS = itemgetter("routine", "title", "zone", "context", "device", "version", "note")
_OTHERS = itemgetter(
    *("id", "date", "started", "seconds", "exercises", "origin", "speed", "effort", "pain")
)
_EXERCISE = itemgetter("exercise", "name", "sets")
_SET = itemgetter(
    *("number", "side", "planned_reps", "reps", "planned_seconds", "seconds", "outcome")
)
_EXERCISE_FIELDS, _SET_FIELDS = len(EXERCISE_FIELDS), len(SET_FIELDS)


def fast_record(document: Document) -> SessionRecord | None:
    """The record in a document that has every field, in order, and plain texts; else None."""
    try:
        return _record(document) if SESSION_FIELDS.issuperset(document) else None
    except (LookupError, TypeError, ValueError, AttributeError):
        return None


def _record(document: Document) -> SessionRecord | None:
    routine, title, zone, context, device, version, note = texts = _TEXTS(document)
    identity, day, begun, seconds, steps, origin, speed, effort, pain = _OTHERS(document)
    started = datetime.fromisoformat(begun)
    exercises = tuple(map(_exercise, steps))
    together = "".join(texts)
    fits = (
        together.isascii()
        and together.isprintable()
        and len(note) <= MAX_NOTE_LENGTH
        and len(together) - len(note) <= MAX_NAME_LENGTH
        and type(steps) is list
        and len(steps) <= MAX_EXERCISES
        and type(seconds) in _NUMBERS
        and 0 <= seconds <= MAX_SECONDS
        and type(speed) in _NUMBERS
        and MIN_SPEED <= speed <= MAX_SPEED
        and (effort is None or (type(effort) is int and 0 <= effort <= MAX_SCORE))
        and (pain is None or (type(pain) is int and 0 <= pain <= MAX_SCORE))
        and started.tzinfo is not None
        and MIN_YEAR <= started.year <= MAX_YEAR
        and begun[:10] == day
        and day[7] == "-"  # or it might be a week and its day
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
    """One exercise; any exception says that it is not plain."""
    exercise, name, sets = _EXERCISE(document)
    together = exercise + name
    if not (
        len(together) <= MAX_NAME_LENGTH
        and together.isascii()
        and together.isprintable()
        and type(document) is dict
        and type(sets) is list
        and len(sets) <= MAX_SETS
        and len(document) == _EXERCISE_FIELDS
        and sum(map(len, sets)) == len(sets) * _SET_FIELDS  # none may have less
    ):
        raise ValueError
    return ExerciseRecord(exercise, name, tuple([_set(*_SET(one)) for one in sets]))


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
    """The set, one for all that are alike; any exception says that it is not plain."""
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
