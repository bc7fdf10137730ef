"""Lengths of doses and routines in seconds, as sums: cheap, whatever the numbers in a file.

The rules are in docs/routine-format.md, "Durations"; a compiled timeline has the same length.
"""

from footcoach_tui.session.dose import (
    Bouts,
    CountUp,
    Dose,
    Hold,
    Measurement,
    Reps,
    SelfPaced,
    SideOrder,
    Sides,
    Timed,
    Work,
)
from footcoach_tui.session.routine import Routine

_MINUTE = 60
LONGEST_ROUTINE = 45 * _MINUTE


def routine_seconds(routine: Routine) -> float:
    """Return the planned length, as a timeline has it; the person's own pace takes no time."""
    return sum(dose_seconds(step.dose) for step in routine.steps)


def routine_minutes(routine: Routine) -> int:
    """Return the planned length in whole minutes, rounded, at least 1."""
    return max(1, round(routine_seconds(routine) / _MINUTE))


def dose_seconds(dose: Dose) -> float:
    """Return the length of a step, its prep included; self-paced work counts as 0."""
    work = _set_seconds(dose)
    rests = (dose.sets - 1) * dose.rest
    if dose.sides is not Sides.EACH:
        return dose.prep + dose.sets * work + rests
    if dose.order is SideOrder.SIDE_FIRST:
        return dose.prep + 2 * (dose.sets * work + rests) + dose.switch
    return dose.prep + dose.sets * (2 * work + dose.switch) + rests


def _set_seconds(dose: Dose) -> float:
    """Return the length of one set: of one side, or of both if they alternate."""
    turns = 2 if dose.sides is Sides.ALTERNATING else 1
    between = dose.switch if turns > 1 else dose.work.gap
    rounds, seconds = rounds_of(dose.work)
    return turns * seconds + (turns * rounds - 1) * between


def rounds_of(work: Work) -> tuple[int, float]:
    """Return how many rounds a set has, and their seconds in all; self-paced work has one of 0."""
    # Not from `work.rounds`: a hostile file may ask for millions of phases.
    match work:
        case Reps(reps, phases):
            return reps, reps * sum(phase.seconds for phase in phases)
        case Hold(seconds, reps):
            return reps, reps * seconds
        case Timed(segments):
            return len(segments), sum(phase.seconds for phase in segments)
        case Bouts(bouts, seconds):
            return bouts, bouts * seconds
        case CountUp(limit):
            return 1, limit
        case SelfPaced() | Measurement():
            return 1, 0.0
