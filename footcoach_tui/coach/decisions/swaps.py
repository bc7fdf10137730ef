"""Swaps that ask no more than the step whose place they take."""

from dataclasses import replace

from footcoach_tui.coach.decisions.smaller_doses import halve, work_seconds
from footcoach_tui.session.dose import CountUp, Dose, Measurement
from footcoach_tui.session.exercise import Exercise, Tag
from footcoach_tui.session.routine import Step


def easier_step(exercise: Exercise, step: Step) -> Step:
    """Return an exercise at its own dose, but no longer than a step where that is possible."""
    return Step(exercise, _no_longer(exercise.dose, step.dose), exercise.source_status)


def is_test(step: Step) -> bool:
    """Whether it is a self-test: another exercise would be none."""
    return isinstance(step.dose.work, CountUp | Measurement)


def is_easier(swap: Step, step: Step) -> bool:
    """Whether a swap asks no more than the step: level, sets and seconds of work; never a hop."""
    return (
        not is_test(step)
        and Tag.IMPACT not in swap.exercise.tags
        and swap.exercise.level <= step.exercise.level
        and swap.dose.sets <= step.dose.sets
        and work_seconds(swap.dose) <= work_seconds(step.dose)
    )


def _no_longer(dose: Dose, limit: Dose) -> Dose:
    """Return the dose with fewer sets, or else half of one, until it is no longer than `limit`."""
    for sets in range(min(dose.sets, limit.sets), 0, -1):
        shorter = replace(dose, sets=sets)
        if work_seconds(shorter) <= work_seconds(limit):
            return shorter
    return halve(replace(dose, sets=1))
