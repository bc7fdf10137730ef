"""Doses in a few characters, for lists of steps."""

from footcoach_tui.session.dose import Dose, Measurement, SelfPaced, Sides, Timed
from footcoach_tui.text.durations import counted, format_duration

SIDES_LABELS = {Sides.BOTH: "both", Sides.EACH: "L, R", Sides.ALTERNATING: "L/R"}


def short_dose(dose: Dose) -> str:
    """Return sets and reps, or the seconds of what is done once: ``2 x 8 holds``, ``30 s``."""
    work = dose.work
    if isinstance(work, Measurement):
        return "measured"
    count = work.reps if isinstance(work, SelfPaced) else len(work.rounds)
    seconds = sum(phase.seconds for phases in work.rounds for phase in phases)
    if seconds and (count == 1 or isinstance(work, Timed)):
        amount = format_duration(seconds)
    else:
        amount = counted(count, work.word)
    return f"{dose.sets} x {amount}" if dose.sets > 1 else amount
