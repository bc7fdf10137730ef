"""Results of tests, with the error of the measurement."""

from dataclasses import replace

from footcoach_tui.session.dose import CountUp, Measurement, Work
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.record import ExerciseRecord, SetOutcome, SetRecord
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.side import Side
from footcoach_tui.text.durations import counted


def result_text(record: SetRecord, work: Work | None) -> str:
    """Return the result of a set as ``9.5 cm``, ``31 reps`` or ``24 s``; "" if it is no test."""
    if record.value is not None:
        unit = work.unit if isinstance(work, Measurement) else ""
        return f"{record.value:g} {unit}".rstrip()
    if not isinstance(work, CountUp) or record.outcome is SetOutcome.SKIPPED:
        return ""
    return counted(record.reps, "rep") if work.beat else f"{record.seconds:.0f} s"


def results_line(record: ExerciseRecord, exercise: Exercise | None) -> str:
    """Return the results of a test on both sides, and their error; "" if it is no test."""
    work = exercise.dose.work if exercise else None
    results = [
        f"{_side(one.side)}{text}" for one in record.sets if (text := result_text(one, work))
    ]
    return f"{', '.join(results)}. {error_of(work)}".rstrip() if results else ""


def exercises_as_played(routine: Routine) -> dict[str, Exercise]:
    """Return the exercises of a routine by id, each with the dose of its step."""
    return {step.exercise.id: replace(step.exercise, dose=step.dose) for step in routine.steps}


def error_of(work: Work | None) -> str:
    """Return the error of a test in a sentence; "" if it is no test, or the error is not known."""
    return work.error if isinstance(work, CountUp | Measurement) else ""


def _side(side: Side) -> str:
    return "" if side is Side.BOTH else f"{side} "
