"""Doses in a few characters, for lists of steps."""

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
from footcoach_tui.text.durations import counted, format_duration

_SIDES = {
    Sides.BOTH: ("both", "both"),
    Sides.EACH: ("left, right", "L, R"),
    Sides.ALTERNATING: ("in turn", "L/R"),
}


def sides_label(dose: Dose, *, is_narrow: bool = False) -> str:
    return _SIDES[dose.sides][is_narrow]


def short_dose(dose: Dose, *, is_narrow: bool = False) -> str:
    """Return a dose with its seconds, such as ``2 x 8 x 5 s``; a narrow one as ``2 x 8 holds``."""
    work = _narrow(dose.work) if is_narrow else _with_seconds(dose.work)
    has_sets = dose.sets > 1 and not (is_narrow and isinstance(dose.work, Measurement))
    return f"{dose.sets} x {work}" if has_sets else work


def _with_seconds(work: Work) -> str:
    match work:
        case Reps(reps) | SelfPaced(reps):
            return counted(reps, "rep")
        case Hold(seconds, count) | Bouts(count, seconds):
            is_one = isinstance(work, Hold) and count == 1
            return f"{seconds:g} s" if is_one else f"{count} x {seconds:g} s"
        case Timed(segments):
            return counted(len(segments), "part")
        case CountUp():
            return "to the end"
        case Measurement(unit):
            return f"in {unit}"


def _narrow(work: Work) -> str:
    if isinstance(work, Measurement):
        return "measured"
    count, seconds = rounds_of(work)
    if isinstance(work, SelfPaced):
        count = work.reps
    if seconds and (count == 1 or isinstance(work, Timed)):
        return format_duration(seconds)
    return counted(count, work.word)
