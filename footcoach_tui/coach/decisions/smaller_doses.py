"""Smaller doses: a step halved, or with one set fewer. Tests are left as they are."""

from dataclasses import replace

from footcoach_tui.session.dose import (
    Bouts,
    CountUp,
    Dose,
    Hold,
    Measurement,
    Reps,
    SelfPaced,
    Sides,
    Timed,
    Work,
)
from footcoach_tui.session.length import rounds_of

_MIN_REPS = 3
_MIN_SECONDS = 10
_HOLD_STEP = 5
_OWN_PACE_SECONDS = 4.0
"""Seconds of a rep at the person's own pace: a guess, used only to weigh steps."""


def halve(dose: Dose) -> Dose:
    """Return the dose with half of its sets, or where there is one set, of its work."""
    if isinstance(dose.work, CountUp | Measurement):
        return dose
    if dose.sets > 1:
        return replace(dose, sets=dose.sets // 2)
    return replace(dose, work=_halved(dose.work))


def one_set_fewer(dose: Dose) -> Dose:
    """Return the dose without its last set, unless it is the only one."""
    if dose.sets < 2 or isinstance(dose.work, CountUp | Measurement):  # noqa: PLR2004 - one set
        return dose
    return replace(dose, sets=dose.sets - 1)


def _halved(work: Work) -> Work:
    match work:
        case Reps() | SelfPaced():
            return replace(work, reps=_half_of_reps(work.reps))
        case Hold(reps=reps) if reps > _MIN_REPS:
            return replace(work, reps=_half_of_reps(reps))
        case Hold():
            half = work.seconds / 2 // _HOLD_STEP * _HOLD_STEP
            return replace(work, seconds=min(work.seconds, max(half, _MIN_SECONDS)))
        case Timed():
            parts = (
                replace(part, seconds=min(part.seconds, max(part.seconds // 2, _MIN_SECONDS)))
                for part in work.segments
            )
            return replace(work, segments=tuple(parts))
        case Bouts():
            return replace(work, bouts=-(-work.bouts // 2))
        case _:
            return work


def _half_of_reps(reps: int) -> int:
    return min(reps, max(-(-reps // 2), _MIN_REPS))


def work_seconds(dose: Dose) -> float:
    """Return the seconds of work of a dose, without the waits."""
    if isinstance(dose.work, SelfPaced):
        one_set = dose.work.reps * _OWN_PACE_SECONDS
    else:
        _, one_set = rounds_of(dose.work)
    return one_set * dose.sets * (1 if dose.sides is Sides.BOTH else 2)
