"""Days with what was done on them, and their totals.

tally(records) -> Days, oldest first
totals(days, first, last) -> Totals      sessions, seconds, days, sets between two days
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from footcoach_tui.session.record import SessionRecord, SetOutcome


@dataclass(frozen=True, slots=True)
class Day:
    """The sessions that count of one local day. `seconds` are without pauses, `sets` done."""

    day: date
    sessions: int = 0
    seconds: float = 0.0
    sets: int = 0


def group_by_day(records: Iterable[SessionRecord]) -> tuple[Day, ...]:
    """The days of the records that count, oldest first."""
    days: dict[date, Day] = {}
    for record in records:
        if not record.is_counted:
            continue
        day = record.started.date()
        so_far = days.get(day, Day(day))
        done = sum(one.outcome is not SetOutcome.SKIPPED for one in record.sets)
        days[day] = Day(
            day, so_far.sessions + 1, so_far.seconds + record.seconds, so_far.sets + done
        )
    return tuple(days[day] for day in sorted(days))


@dataclass(frozen=True, slots=True)
class Totals:
    """Sessions, their seconds without pauses, the number of days that had one, and sets done."""

    sessions: int = 0
    seconds: float = 0.0
    days: int = 0
    sets: int = 0

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded."""
        return round(self.seconds / 60)


def totals(days: Iterable[Day], first: date = date.min, last: date = date.max) -> Totals:
    """Add up the days from `first` to `last`, both among them. A day is to be there once."""
    counted = [one for one in days if one.sessions and first <= one.day <= last]
    return Totals(
        sessions=sum(one.sessions for one in counted),
        seconds=sum(one.seconds for one in counted),
        days=len(counted),
        sets=sum(one.sets for one in counted),
    )
