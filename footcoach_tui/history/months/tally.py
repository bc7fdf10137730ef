"""Sums of the sessions of a month's files, as JSON for the index, and sums over all months."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from footcoach_tui.coach.days import Day
from footcoach_tui.coach.exercise_totals import ExerciseTotals, exercise_totals, merge_totals
from footcoach_tui.session.record import SessionRecord


class Tally:
    """Sums by day, and by month and exercise: mostly of one month, unless days were changed.

    Only sessions that count are in the sums. `exercises` of a month has the others' too, with
    nothing done, so it names every exercise of the month.
    """

    def __init__(self) -> None:
        self.days: dict[str, tuple[int, float, int]] = {}
        """Sessions, seconds and sets by day."""
        self.counts: dict[str, int] = {}
        self.exercises: dict[str, dict[str, ExerciseTotals]] = {}

    def add(self, record: SessionRecord) -> None:
        day = record.date
        month = day[:7]
        self.counts[month] = self.counts.get(month, 0) + 1
        totals = self.exercises.setdefault(month, {})
        done = 0
        for name, sums in exercise_totals(record).items():
            totals[name] = totals[name].plus(sums) if name in totals else sums
            done += sums.sets
        if done:  # else it does not count
            sessions, seconds, sets = self.days.get(day, (0, 0.0, 0))
            self.days[day] = (sessions + 1, round(seconds + record.seconds, 3), sets + done)

    def names(self) -> Iterator[str]:
        """Ids and names of every exercise."""
        for totals in self.exercises.values():
            for sums in totals.values():
                yield sums.exercise
                yield sums.name

    def to_json(self) -> str:
        """The sums as JSON in one line."""
        days = [[day, *sums] for day, sums in self.days.items()]
        months = [
            [month, count, [list(sums) for sums in self.exercises[month].values()]]
            for month, count in self.counts.items()
        ]
        return json.dumps([days, months], separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Tally":
        """Parse `to_json`. Raises ValueError, TypeError and KeyError for anything else."""
        tally = cls()
        days, months = json.loads(text)
        for day, sessions, seconds, sets in days:
            tally.days[day] = (sessions, seconds, sets)
        for month, count, exercises in months:
            tally.counts[month] = count
            tally.exercises[month] = {fields[0]: ExerciseTotals(*fields) for fields in exercises}
        return tally

    @staticmethod
    def training_days(tallies: Iterable["Tally"]) -> tuple[Day, ...]:
        """The days with sessions that count, oldest first."""
        days: dict[str, tuple[int, float, int]] = {}
        for tally in tallies:
            for day, sums in tally.days.items():
                if day in days:
                    sessions, seconds, sets = days[day]
                    days[day] = (sessions + sums[0], seconds + sums[1], sets + sums[2])
                else:
                    days[day] = sums
        return tuple(Day(date.fromisoformat(day), *days[day]) for day in sorted(days))


@dataclass(frozen=True, slots=True)
class MonthTotals:
    """A calendar month: `month` is YYYY-MM, `count` the number of all its stored sessions.

    `exercises` holds, by id, the sums of the sessions that count.
    """

    month: str
    count: int = 0
    exercises: Mapping[str, ExerciseTotals] = field(default_factory=dict)

    @staticmethod
    def of_tallies(tallies: Iterable[Tally]) -> "tuple[MonthTotals, ...]":
        """Each calendar month, newest first; exercises without a set done are left out."""
        counts: dict[str, int] = {}
        by_month: dict[str, list[dict[str, ExerciseTotals]]] = {}
        for tally in tallies:
            for month, count in tally.counts.items():
                counts[month] = counts.get(month, 0) + count
                done = {name: sums for name, sums in tally.exercises[month].items() if sums.sets}
                by_month.setdefault(month, []).append(done)
        return tuple(
            MonthTotals(month, counts[month], merge_totals(by_month[month]))
            for month in sorted(counts, reverse=True)
        )
