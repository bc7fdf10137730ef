"""What all sessions that count come to."""

from collections.abc import Iterable
from dataclasses import dataclass

from footcoach_tui.coach.weeks import day_of
from footcoach_tui.session.record import SessionRecord


@dataclass(frozen=True, slots=True)
class Totals:
    """Sessions, their seconds without pauses, and the number of days that had one."""

    sessions: int = 0
    seconds: float = 0.0
    days: int = 0

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded."""
        return round(self.seconds / 60)


def totals(records: Iterable[SessionRecord]) -> Totals:
    """Add up the sessions that count: done in real time, and not all skipped."""
    counted = [record for record in records if record.counts]
    return Totals(
        sessions=len(counted),
        seconds=sum(record.seconds for record in counted),
        days=len({day_of(record) for record in counted}),
    )
