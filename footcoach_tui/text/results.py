"""Results of tests, with the error of the measurement."""

from footcoach_tui.session.dose import CountUp, Measurement, Work
from footcoach_tui.session.record import ExerciseRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side
from footcoach_tui.text.durations import counted


def result_text(record: SetRecord, work: Work | None) -> str:
    """Return the result of a set as ``9.5 cm``, ``31 reps`` or ``24 s``; "" if it is no test."""
    if record.value is not None:
        unit = work.unit if isinstance(work, Measurement) else ""
        return f"{record.value:g} {unit}".rstrip()
    if not isinstance(work, CountUp) or record.outcome is not SetOutcome.DONE:
        return ""
    if record.seconds == 0:  # logged by hand, without a result
        return ""
    return counted(record.reps, "rep") if work.beat else f"{record.seconds:.0f} s"


def results_line(record: ExerciseRecord, work: Work) -> str:
    """Return the results of a test on both sides, and their error; "" if it is no test."""
    texts = ((each.side, result_text(each, work)) for each in record.sets)
    results = [f"{_side(side)}{text}" for side, text in texts if text]
    return f"{', '.join(results)}. {error_of(work)}".rstrip() if results else ""


def error_of(work: Work | None) -> str:
    """Return the error of a test in a sentence; "" if it is no test, or the error is not known."""
    return work.error if isinstance(work, CountUp | Measurement) else ""


def _side(side: Side) -> str:
    return "" if side is Side.BOTH else f"{side} "
