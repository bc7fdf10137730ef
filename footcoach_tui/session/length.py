"""Length of a routine in seconds, without the segments of a timeline, which take longer to make."""

from footcoach_tui.session.dose import Dose, SideOrder, Sides
from footcoach_tui.session.routine import Routine

_MINUTE = 60


def routine_seconds(routine: Routine) -> float:
    """Return the planned length, as a timeline has it; the person's own pace takes no time."""
    return sum(dose_seconds(step.dose) for step in routine.steps)


def routine_minutes(routine: Routine) -> int:
    """Return the planned length in whole minutes, rounded, at least 1."""
    return max(1, round(routine_seconds(routine) / _MINUTE))


def dose_seconds(dose: Dose) -> float:
    """Return the length of a step with its prep, rests and changes of side."""
    sets = dose.sets * (2 if dose.sides is Sides.EACH else 1)
    return dose.prep + sets * _set_seconds(dose) + _waits(dose)


def _set_seconds(dose: Dose) -> float:
    rounds = dose.work.rounds
    work = sum(phase.seconds for phases in rounds for phase in phases)
    count = len(rounds) or 1
    if dose.sides is Sides.ALTERNATING:
        return 2 * work + (2 * count - 1) * dose.switch
    return work + (count - 1) * dose.work.gap


def _waits(dose: Dose) -> float:
    """Return the seconds between the sets."""
    if dose.sides is not Sides.EACH:
        return (dose.sets - 1) * dose.rest
    if dose.order is SideOrder.SIDE_FIRST:
        return 2 * (dose.sets - 1) * dose.rest + dose.switch
    return (dose.sets - 1) * dose.rest + dose.sets * dose.switch
