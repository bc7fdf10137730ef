"""What days come to.

totals(days, first, last) -> Totals      sessions, seconds, days, sets between two days
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from footcoach_tui.coach.days import Day


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
