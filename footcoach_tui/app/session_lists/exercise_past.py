"""Past of one exercise: its last times, the best of them, and the pain of their sessions."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome
from footcoach_tui.session.side import Side
from footcoach_tui.text.durations import format_duration, short_day

_TIMES = 8


class PastTime(NamedTuple):
    """Session with the exercise: its day, what was done, and the session's pain."""

    day: date
    done: str
    pain: int | None


class ExercisePast(NamedTuple):
    """Last times, newest first, and the most reps or seconds of a set in all of them."""

    times: tuple[PastTime, ...] = ()
    best: str = ""


def exercise_past(records: Iterable[SessionRecord], exercise: str) -> ExercisePast:
    """The past of an exercise, of sessions newest first. Sessions at another speed are left out."""
    times: list[PastTime] = []
    best = (0, 0.0)
    for record in records:
        steps = [step for step in record.exercises if step.exercise == exercise]
        done = [step for step in steps if _most(step) > (0, 0.0)]
        if not done or not record.is_counted:
            continue
        best = max(best, *map(_most, done))
        if len(times) < _TIMES:
            text = " + ".join(_done(step) for step in done)
            times.append(PastTime(record.started.date(), text, record.pain))
    return ExercisePast(tuple(times), _amount(*best) if times else "")


def past_line(time: PastTime, today: date) -> tuple[str, str]:
    """Day and amount, and the pain where there was any."""
    pain = f"pain {time.pain}" if time.pain else ""
    return f"{short_day(time.day, today)} · {time.done}", pain


def _most(step: ExerciseRecord) -> tuple[int, float]:
    """Reps and seconds of the best set."""
    done = [each for each in step.sets if each.outcome is not SetOutcome.SKIPPED]
    return max(((each.reps, each.seconds) for each in done), default=(0, 0.0))


def _done(step: ExerciseRecord) -> str:
    """Sets and the most in one of them, of the side with more sets: ``2 x 8 reps``."""
    done = [each for each in step.sets if each.outcome is not SetOutcome.SKIPPED]
    by_side = (sum(each.side is side for each in done) for side in Side)
    sets = max(by_side, default=0)
    amount = _amount(*_most(step))
    return f"{sets} x {amount}" if sets > 1 else amount


def _amount(reps: int, seconds: float) -> str:
    if reps > 1:
        return f"{reps} reps"
    return format_duration(seconds)
