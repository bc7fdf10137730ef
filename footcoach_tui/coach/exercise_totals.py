"""What the sessions of a month come to, so that sums over years open no month's file."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from footcoach_tui.session.record import SessionRecord, SetOutcome


class ExerciseTotals(NamedTuple):
    """One exercise over a month: the sets done, in the sessions that count.

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
        """Both together; the name is the other's."""
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
    """The exercises of one session by id; of one that does not count they are all zero."""
    found: dict[str, ExerciseTotals] = {}
    for one in record.exercises:
        sets = reps = best_reps = 0
        seconds = best_seconds = 0.0
        for each in one.sets if record.speed == 1.0 else ():
            if each.outcome is not SetOutcome.SKIPPED:
                sets += 1
                reps += each.reps
                seconds += each.seconds
                best_reps = max(best_reps, each.reps)
                best_seconds = max(best_seconds, each.seconds)
        before = found.get(one.exercise)
        name = before.name if before and not sets else one.name
        sessions = int(sets > 0 and not (before and before.sessions))
        more = ExerciseTotals(
            *(one.exercise, name, sessions, sets, reps),
            *(round(seconds, 3), best_reps, best_seconds),
        )
        found[one.exercise] = before.plus(more) if before else more
    return found


def merge_totals(parts: Iterable[Mapping[str, ExerciseTotals]]) -> dict[str, ExerciseTotals]:
    """Sums of several, by the exercise's id; the later ones give the name."""
    all_of_them: dict[str, ExerciseTotals] = {}
    for part in parts:
        for name, sums in part.items():
            before = all_of_them.get(name)
            all_of_them[name] = sums if before is None else before.plus(sums)
    return all_of_them
