"""How long a dose takes, by sums alone: cheap, whatever the numbers in a file.

The rules are those of docs/routine-format.md, "Durations"; a test holds them equal to what
the timeline is compiled to.
"""

from footcoach_tui.session.dose import (
    Bouts,
    Dose,
    Hold,
    Order,
    Reps,
    Round,
    SelfPaced,
    Sides,
    Timed,
    Work,
)
from footcoach_tui.session.routine import Routine

LONGEST_ROUTINE = 45 * 60
"""Seconds that a routine may take."""

LONGEST_REP = 30
"""Seconds that the phases of one rep may take."""


def routine_seconds(routine: Routine) -> float:
    """Return the seconds of a whole routine: a list of many need not compile their timelines."""
    return sum(dose_seconds(step.dose) for step in routine.steps)


def dose_seconds(dose: Dose) -> float:
    """Return the seconds of a step with this dose, its prep included; own pace counts nothing."""
    work = _set_seconds(dose)
    rests = (dose.sets - 1) * dose.rest
    if dose.sides is not Sides.EACH:
        return dose.prep + dose.sets * work + rests
    if dose.order is Order.SIDE_FIRST:
        return dose.prep + 2 * (dose.sets * work + rests) + dose.switch
    return dose.prep + dose.sets * (2 * work + dose.switch) + rests


def _set_seconds(dose: Dose) -> float:
    """The seconds of one set: on one side, or on both where they take turns."""
    turns = 2 if dose.sides is Sides.ALTERNATING else 1
    between = dose.switch if turns > 1 else dose.work.gap
    rounds, seconds = _rounds(dose.work)
    return turns * seconds + (turns * rounds - 1) * between


def _rounds(work: Work) -> tuple[int, float]:
    """How many rounds a set has, and the seconds of all of them together.

    Written out for each kind: a hostile file may ask for millions of phases.
    """
    match work:
        case Reps(reps, phases):
            return reps, reps * _sum(phases)
        case Hold(seconds, reps):
            return reps, reps * seconds
        case Timed(segments):
            return len(segments), _sum(segments)
        case Bouts(bouts, seconds):
            return bouts, bouts * seconds
        case SelfPaced():
            return 1, 0.0


def _sum(phases: Round) -> float:
    return sum(phase.seconds for phase in phases)
