"""Totals of exercises: of one session, and added up."""

from typing import NamedTuple

from footcoach_tui.session.record import SessionRecord, SetOutcome


class ExerciseTotals(NamedTuple):
    """Totals of an exercise: the sets done, in the sessions that count.

    `seconds` and `best_seconds` are seconds of exercise; `best_reps` and `best_seconds` are
    those of the best single set, each on its own. `name` is the one last used.
    """

    exercise: str
    name: str
    sessions: int = 0
    sets: int = 0
    reps: int = 0
    seconds: float = 0.0
    best_reps: int = 0
    best_seconds: float = 0.0

    def plus(self, other: "ExerciseTotals") -> "ExerciseTotals":
        """Both added up; the name is the other's."""
        return ExerciseTotals(
            self.exercise,
            other.name,
            self.sessions + other.sessions,
            self.sets + other.sets,
            self.reps + other.reps,
            round(self.seconds + other.seconds, 3),
            max(self.best_reps, other.best_reps),
            max(self.best_seconds, other.best_seconds),
        )


def exercise_totals(record: SessionRecord) -> dict[str, ExerciseTotals]:
    """The exercises of one session by id; all zero for a session that does not count."""
    totals: dict[str, ExerciseTotals] = {}
    for step in record.exercises:
        done = [
            each
            for each in step.sets
            if record.speed == 1.0 and each.outcome is not SetOutcome.SKIPPED
        ]
        before = totals.get(step.exercise)
        more = ExerciseTotals(
            exercise=step.exercise,
            name=before.name if before and not done else step.name,
            sessions=int(bool(done) and not (before and before.sessions)),
            sets=len(done),
            reps=sum(each.reps for each in done),
            seconds=round(sum((each.seconds for each in done), 0.0), 3),
            best_reps=max((each.reps for each in done), default=0),
            best_seconds=max((each.seconds for each in done), default=0.0),
        )
        totals[step.exercise] = before.plus(more) if before else more
    return totals
