"""Sessions to fill a history with: as playing writes them, of about 1.4 kB, over ten years."""

import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

from footcoach_tui.history.ids import new_id
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side

_YEARS = 10
_EXERCISES = (
    *("short-foot", "short-foot-standing", "toe-yoga", "towel-scrunch", "calf-raise"),
    *("ball-roll", "ankle-circles", "toe-spread", "heel-walk", "arch-lift"),
)
SAMPLE_TITLE = "Daily feet"
_PREP, _REST, _WORK = 5.0, 8.0, 48.0
"""Seconds before the first set, between two sets, and of a set."""


def last_evening(today: date) -> datetime:
    """The evening of the last day of the month before: its file is then of full size."""
    day = today.replace(day=1) - timedelta(days=1)
    return datetime(day.year, day.month, day.day, 20, tzinfo=UTC)


LAST_EVENING = last_evening(datetime.now(UTC).date())
"""Start of the last session; near today, so that `since:1y` and `due` have something to find."""


def sample_session(number: int, moment: datetime) -> SessionRecord:
    """A session; its exercises and values vary with its number."""
    exercises = [_EXERCISES[(number + step) % len(_EXERCISES)] for step in (0, 1, 4)]
    seconds, paused = 600.0 + number % 60, 7.25 * (number % 3)
    return SessionRecord(
        id=new_id(moment),
        routine="daily-feet",
        title=SAMPLE_TITLE,
        started=moment,
        zone="Europe/Berlin",
        seconds=seconds,
        exercises=tuple(
            ExerciseRecord(exercise, exercise.replace("-", " ").capitalize(), _sets(place, paused))
            for place, exercise in enumerate(exercises)
        ),
        effort=number % 11,
        pain=number % 4 or None,
        note=f"arch a little tired, number {number}",
        device="bench-1",
        version="0.2.0",
        ended=moment + timedelta(seconds=seconds + paused),
        paused=paused,
    )


def _sets(place: int, paused: float) -> tuple[SetRecord, ...]:
    """A set on each side; the session was paused before its first set."""
    first = _PREP + paused + 2 * place * (_WORK + _REST)
    return tuple(
        SetRecord(1, side, 8, 8, _WORK, _WORK, SetOutcome.DONE, at=first + after)
        for side, after in ((Side.LEFT, 0.0), (Side.RIGHT, _WORK + _REST))
    )


def sample_sessions(count: int) -> Iterator[SessionRecord]:
    """`count` sessions spread evenly over ten years, oldest first."""
    step = timedelta(days=365.25 * _YEARS) / count
    first = LAST_EVENING - step * (count - 1)
    return (sample_session(number, first + step * number) for number in range(count))


def session_maker() -> Callable[[], SessionRecord]:
    """A function that returns a new session at each call, each a minute after the last."""
    numbers = itertools.count(1)
    return lambda: sample_session(number := next(numbers), LAST_EVENING + timedelta(minutes=number))
