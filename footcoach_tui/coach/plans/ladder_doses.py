"""Doses of a session, compared with the rungs of a ladder (2.1, 2.2)."""

from collections.abc import Iterator, Sequence

from footcoach_tui.coach.rules.ladders import Ladder, Rung
from footcoach_tui.session.record import ExerciseRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side


def is_all_done(steps: Sequence[ExerciseRecord]) -> bool:
    """Whether every set of some steps was done."""
    return all(each.outcome is SetOutcome.DONE for step in steps for each in step.sets)


def rung_reached(steps: Sequence[ExerciseRecord], ladder: Ladder) -> int:
    """Return the number of the highest rung that steps reach, 0 for none.

    `steps` are those of the ladder's exercises; sets that were not done show nothing.
    """
    if not is_all_done(steps):
        return 0
    reached = (rung.number for rung in reversed(ladder.rungs) if _reaches(steps, rung))
    return next(reached, 0)


def _reaches(steps: Sequence[ExerciseRecord], rung: Rung) -> bool:
    """Whether all steps with the exercises of a rung were done as it says, or more."""
    doses = [step for step in steps if step.exercise in rung.exercises]
    return bool(doses) and all(_has_dose(step, rung) for step in doses)


def _has_dose(step: ExerciseRecord, rung: Rung) -> bool:
    return all(_has_enough(sets, rung) for sets in _sets_by_side(step)) and not (
        rung.each and any(each.side is Side.BOTH for each in step.sets)
    )


def _sets_by_side(step: ExerciseRecord) -> Iterator[list[SetRecord]]:
    for side in {each.side for each in step.sets}:
        yield [each for each in step.sets if each.side is side]


def _has_enough(sets: Sequence[SetRecord], rung: Rung) -> bool:
    """Whether the sets of one side are as many and as long as a rung says."""
    if rung.unit == "bouts":
        return sum(each.reps for each in sets if _seconds(each) >= rung.amount) >= rung.sets
    if rung.unit == "seconds":
        return sum(_seconds(each) >= rung.amount for each in sets) >= rung.sets
    enough = (each.reps >= rung.amount and _seconds(each) >= rung.hold for each in sets)
    return sum(enough) >= rung.sets


def _seconds(done: SetRecord) -> float:
    """Return the seconds of a rep, a hold or a bout."""
    return done.seconds / max(1, done.reps)
