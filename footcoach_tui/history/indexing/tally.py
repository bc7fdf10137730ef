"""What the sessions of a month's files come to, added up one by one, as JSON for the index."""

import json
from collections.abc import Iterator

from footcoach_tui.coach.exercise_totals import ExerciseTotals, exercise_totals
from footcoach_tui.session.record import SessionRecord


class Tally:
    """Sums by day, and by month and exercise: mostly one month, unless days were changed.

    Only sessions that count are in the sums. `exercises` of a month holds the others' too, with
    nothing done, so that it tells which exercises can be met in it.
    """

    def __init__(self) -> None:
        """Nothing so far."""
        self.days: dict[str, tuple[int, float, int]] = {}
        self.counts: dict[str, int] = {}
        self.exercises: dict[str, dict[str, ExerciseTotals]] = {}

    def add(self, record: SessionRecord) -> None:
        """Add a session."""
        day = record.date
        month = day[:7]
        self.counts[month] = self.counts.get(month, 0) + 1
        known = self.exercises.setdefault(month, {})
        done = 0
        for name, sums in exercise_totals(record).items():
            known[name] = known[name].plus(sums) if name in known else sums
            done += sums.sets
        if done:  # else it does not count
            sessions, seconds, sets = self.days.get(day, (0, 0.0, 0))
            self.days[day] = (sessions + 1, round(seconds + record.seconds, 3), sets + done)

    def names(self) -> Iterator[str]:
        """Ids and names of every exercise."""
        for known in self.exercises.values():
            for sums in known.values():
                yield sums.exercise
                yield sums.name

    def text(self) -> str:
        """As JSON in one line."""
        days = [[day, *sums] for day, sums in self.days.items()]
        months = [
            [month, count, [list(sums) for sums in self.exercises[month].values()]]
            for month, count in self.counts.items()
        ]
        return json.dumps([days, months], separators=(",", ":"))

    @classmethod
    def read(cls, text: str) -> "Tally":
        """What `text` wrote. Raises ValueError, TypeError and KeyError for anything else."""
        tally = cls()
        days, months = json.loads(text)
        for day, sessions, seconds, sets in days:
            tally.days[day] = (sessions, seconds, sets)
        for month, count, exercises in months:
            tally.counts[month] = count
            tally.exercises[month] = {one[0]: ExerciseTotals(*one) for one in exercises}
        return tally
