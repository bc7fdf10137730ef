"""Days with what was done on them: all that sums over weeks and years need to know."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from footcoach_tui.session.record import Outcome, SessionRecord


@dataclass(frozen=True, slots=True)
class Day:
    """The sessions that count of one local day. `seconds` are without pauses, `sets` done."""

    day: date
    sessions: int = 0
    seconds: float = 0.0
    sets: int = 0


def tally(records: Iterable[SessionRecord]) -> tuple[Day, ...]:
    """The days of the records that count, oldest first."""
    days: dict[date, Day] = {}
    for record in records:
        if not record.counts:
            continue
        day = record.started.date()
        so_far = days.get(day, Day(day))
        done = sum(one.outcome is not Outcome.SKIPPED for one in record.sets)
        days[day] = Day(
            day, so_far.sessions + 1, so_far.seconds + record.seconds, so_far.sets + done
        )
    return tuple(days[day] for day in sorted(days))
