"""Sums over years, out of the sums of the months' files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from footcoach_tui.coach.days import Day
from footcoach_tui.coach.exercise_totals import ExerciseTotals, merge_totals
from footcoach_tui.history.indexing.tally import Tally


@dataclass(frozen=True, slots=True)
class MonthTotals:
    """A month by the calendar: `month` is YYYY-MM, `count` every session kept in it.

    `exercises` holds, by id, what the sessions that count did.
    """

    month: str
    count: int = 0
    exercises: Mapping[str, ExerciseTotals] = field(default_factory=dict)


def days_from_tallies(tallies: Iterable[Tally]) -> tuple[Day, ...]:
    """The days with sessions that count, oldest first."""
    found: dict[str, tuple[int, float, int]] = {}
    for tally in tallies:
        for day, sums in tally.days.items():
            if day in found:
                sessions, seconds, sets = found[day]
                found[day] = (sessions + sums[0], seconds + sums[1], sets + sums[2])
            else:
                found[day] = sums
    return tuple(Day(date.fromisoformat(day), *found[day]) for day in sorted(found))


def months_from_tallies(tallies: Iterable[Tally]) -> tuple[MonthTotals, ...]:
    """Each month by the calendar, newest first; exercises without a set done are left out."""
    counts: dict[str, int] = {}
    parts: dict[str, list[dict[str, ExerciseTotals]]] = {}
    for tally in tallies:
        for month, count in tally.counts.items():
            counts[month] = counts.get(month, 0) + count
            done = {name: sums for name, sums in tally.exercises[month].items() if sums.sets}
            parts.setdefault(month, []).append(done)
    return tuple(
        MonthTotals(month, counts[month], merge_totals(parts[month]))
        for month in sorted(counts, reverse=True)
    )
