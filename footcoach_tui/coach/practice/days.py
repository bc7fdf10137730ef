"""Days with the sessions done on them, and totals over a span of days.

Named tuples, because `footcoach due` must be quick: the module of dataclasses takes 8 ms to import.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple


class Day(NamedTuple):
    """The sessions that count of one local day. `seconds` are without pauses, `sets` done.

    `short` are those of the sessions that are too little for the week and its goal.
    """

    day: date
    sessions: int = 0
    seconds: float = 0.0
    sets: int = 0
    short: int = 0

    @property
    def week_sessions(self) -> int:
        """Sessions that the week counts."""
        return self.sessions - self.short


class Totals(NamedTuple):
    """Sessions, their seconds without pauses, the number of days that had one, and sets done."""

    sessions: int = 0
    seconds: float = 0.0
    days: int = 0
    sets: int = 0

    @classmethod
    def from_days(
        cls, days: Iterable[Day], first: date = date.min, last: date = date.max
    ) -> "Totals":
        """Totals of the days from `first` to `last`, both included; each day at most once."""
        active = [day for day in days if day.sessions and first <= day.day <= last]
        return cls(
            sessions=sum(day.sessions for day in active),
            seconds=sum(day.seconds for day in active),
            days=len(active),
            sets=sum(day.sets for day in active),
        )

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded."""
        return round(self.seconds / 60)
