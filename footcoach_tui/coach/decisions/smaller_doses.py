"""Smaller doses: a step halved, or with one set fewer. Tests are left as they are."""

from dataclasses import replace

from footcoach_tui.session.dose import (
    CountUp,
    Dose,
    Measurement,
    SelfPaced,
    Sides,
    halved_work,
)
from footcoach_tui.session.length import rounds_of

_OWN_PACE_SECONDS = 4.0
"""Seconds of a rep at the person's own pace: a guess, used only to weigh steps."""


def halve(dose: Dose) -> Dose:
    """Return the dose with half of its sets, or where there is one set, of its work."""
    if isinstance(dose.work, CountUp | Measurement):
        return dose
    if dose.sets > 1:
        return replace(dose, sets=dose.sets // 2)
    return replace(dose, work=halved_work(dose.work))


def one_set_fewer(dose: Dose) -> Dose:
    """Return the dose without its last set, unless it is the only one."""
    if dose.sets < 2 or isinstance(dose.work, CountUp | Measurement):  # noqa: PLR2004 - one set
        return dose
    return replace(dose, sets=dose.sets - 1)


def work_seconds(dose: Dose) -> float:
    """Return the seconds of work of a dose, without the waits."""
    if isinstance(dose.work, SelfPaced):
        one_set = dose.work.reps * _OWN_PACE_SECONDS
    else:
        _, one_set = rounds_of(dose.work)
    return one_set * dose.sets * (1 if dose.sides is Sides.BOTH else 2)
