"""The quick way to read a stored session that is as footcoach writes them.

It takes a third of the time of the careful way in `codec`, which everything else is left to:
that says what is wrong, cleans texts and stands in for what is absent. What is read here is
what would be read there.
"""

from datetime import datetime
from functools import lru_cache
from operator import itemgetter
from typing import Any

from footcoach_tui.history.fields import Document, words
from footcoach_tui.history.ids import is_id
from footcoach_tui.history.limits import (
    DAY,
    FASTEST,
    FIRST_YEAR,
    HARDEST,
    KNOWN,
    KNOWN_OF_EXERCISE,
    KNOWN_OF_SET,
    LAST_YEAR,
    LONG,
    MOST_EXERCISES,
    MOST_REPS,
    MOST_SETS,
    SHORT,
    SLOWEST,
)
from footcoach_tui.session.record import (
    ExerciseRecord,
    Origin,
    Outcome,
    SessionRecord,
    SetRecord,
)
from footcoach_tui.session.side import Side

_ORIGINS, _SIDES, _OUTCOMES = words(Origin), words(Side), words(Outcome)
_NUMBERS = frozenset({int, float})
_TEXTS = itemgetter("routine", "title", "zone", "context", "device", "version", "note")
_OTHERS = itemgetter(
    *("id", "date", "started", "seconds", "exercises", "origin", "speed", "effort", "pain")
)
_EXERCISE = itemgetter("exercise", "name", "sets")
_SET = itemgetter(
    *("number", "side", "planned_reps", "reps", "planned_seconds", "seconds", "outcome")
)
_EXERCISE_FIELDS, _SET_FIELDS = len(KNOWN_OF_EXERCISE), len(KNOWN_OF_SET)


def plain_record(document: Document) -> SessionRecord | None:
    """The record in a document that has every field, in order, and plain texts; else None."""
    try:
        return _record(document) if KNOWN.issuperset(document) else None
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
        and len(note) <= LONG
        and len(together) - len(note) <= SHORT
        and type(steps) is list
        and len(steps) <= MOST_EXERCISES
        and type(seconds) in _NUMBERS
        and 0 <= seconds <= DAY
        and type(speed) in _NUMBERS
        and SLOWEST <= speed <= FASTEST
        and (effort is None or (type(effort) is int and 0 <= effort <= HARDEST))
        and (pain is None or (type(pain) is int and 0 <= pain <= HARDEST))
        and started.tzinfo is not None
        and FIRST_YEAR <= started.year <= LAST_YEAR
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
        len(together) <= SHORT
        and together.isascii()
        and together.isprintable()
        and type(document) is dict
        and type(sets) is list
        and len(sets) <= MOST_SETS
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
        and 1 <= number <= MOST_SETS
        and 0 <= planned_reps <= MOST_REPS
        and 0 <= reps <= MOST_REPS
        and 0 <= planned_seconds <= DAY
        and 0 <= seconds <= DAY
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
