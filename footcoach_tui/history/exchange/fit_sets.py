"""Sets and rests of a session in the order of time, as a FIT file holds them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from footcoach_tui.history.exchange.fit_exercises import FIT_EXERCISES, OTHER_EXERCISE, FitExercise
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side

MAX_TEXT_BYTES = 253
"""UTF-8 bytes of a text; one more ends it."""


class FitTitle(NamedTuple):
    """Exercise of a session on a side, with the text that people read."""

    exercise: FitExercise
    text: str


class FitSet(NamedTuple):
    """Set, or a rest where it has no title; `start` and `seconds` are from the session's start."""

    start: float
    seconds: float
    title: FitTitle | None = None
    reps: int = 0
    load: float | None = None

    @property
    def end(self) -> float:
        return self.start + self.seconds


class FitTimes(NamedTuple):
    """Times of a session: `elapsed` with pauses and `timer` without, in seconds."""

    start: datetime
    elapsed: float
    timer: float

    def at(self, seconds: float) -> datetime:
        """The moment so many seconds after the start."""
        return self.start + timedelta(seconds=seconds)


def has_moments(record: SessionRecord) -> bool:
    """Return whether it is known when each set began."""
    return all(each.at is not None for _, each in _done(record))


def fit_sets(record: SessionRecord) -> tuple[FitSet, ...]:
    """Return the sets that were done, with the rests before and between them.

    Where it is not known when the sets began, the time besides them is spread evenly.
    """
    sets = list(_timed(record))
    if has_moments(record):
        sets.sort(key=lambda each: each.start)
    first = FitSet(0.0, 0.0)
    return tuple(
        each for before, after in pairwise([first, *sets]) for each in _with_rest(before, after)
    )


def fit_times(record: SessionRecord, sets: tuple[FitSet, ...]) -> FitTimes:
    """Return the times of a session, which ends no earlier than its last set."""
    paused = record.paused or 0.0
    ended = (record.ended - record.started).total_seconds() if record.ended else None
    elapsed = record.seconds + paused if ended is None else ended
    elapsed = max(elapsed, *(each.end for each in sets))
    return FitTimes(record.started, elapsed, max(0.0, elapsed - paused))


def cut_text(text: str, limit: int = MAX_TEXT_BYTES) -> str:
    """Return as much of a text as has room, whole characters only."""
    return text.encode()[:limit].decode(errors="ignore")


def _timed(record: SessionRecord) -> Iterator[FitSet]:
    done = list(_done(record))
    idle = max(0.0, record.seconds - sum(each.seconds for _, each in done)) / max(1, len(done))
    is_known = has_moments(record)
    clock = 0.0
    for exercise, each in done:
        clock += idle
        start = each.at if is_known and each.at is not None else clock
        clock += each.seconds
        load = each.load if isinstance(each.load, float) else None
        yield FitSet(start, each.seconds, _title(exercise, each.side), each.reps, load)


def _done(record: SessionRecord) -> Iterator[tuple[ExerciseRecord, SetRecord]]:
    for exercise in record.exercises:
        for each in exercise.sets:
            if each.outcome is not SetOutcome.SKIPPED:
                yield exercise, each


def _title(exercise: ExerciseRecord, side: Side) -> FitTitle:
    ending = "" if side is Side.BOTH else f", {side}"
    name = exercise.name or exercise.exercise or "Exercise"
    text = cut_text(name, MAX_TEXT_BYTES - len(ending)) + ending
    return FitTitle(FIT_EXERCISES.get(exercise.exercise, OTHER_EXERCISE), text)


def _with_rest(before: FitSet, after: FitSet) -> Iterator[FitSet]:
    rest = round(after.start - before.end, 3)
    if rest > 0:
        yield FitSet(before.end, rest)
    yield after
