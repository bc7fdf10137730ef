"""Weeks, Monday to Sunday, of sessions counted on the local days they were done on.

A habit is weeks with enough sessions, not days without a gap: a missed day costs nothing.
The usual goal of three sessions a week is ours.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from footcoach_tui.session.record import SessionRecord

GOAL = 3
"""Sessions a week."""
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """What was done in the week that begins on `monday`. `seconds` are without pauses."""

    monday: date
    sessions: int = 0
    seconds: float = 0.0

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded."""
        return round(self.seconds / 60)


@dataclass(frozen=True, slots=True)
class Kept:
    """Sessions done of sessions planned; a week's extra ones do not make up for another's."""

    done: int
    planned: int

    @property
    def percent(self) -> int | None:
        """0 to 100, rounded down; None when nothing was planned yet."""
        return 100 * self.done // self.planned if self.planned else None


def day_of(record: SessionRecord) -> date:
    """The local day on which a session began, wherever that was."""
    return record.started.date()


def monday_of(day: date) -> date:
    """The first day of a day's week, also across the turn of a year."""
    return day - timedelta(days=day.weekday())


def weeks(records: Iterable[SessionRecord], today: date, count: int) -> tuple[Week, ...]:
    """The last `count` weeks, the present one last; only sessions that count."""
    present = monday_of(today)
    shown = {present - WEEK * back: Week(present - WEEK * back) for back in reversed(range(count))}
    for record in records:
        week = shown.get(monday_of(day_of(record)))
        if week is not None and record.counts:
            more = Week(week.monday, week.sessions + 1, week.seconds + record.seconds)
            shown[week.monday] = more
    return tuple(shown.values())


def this_week(records: Iterable[SessionRecord], today: date) -> Week:
    """The week of today so far."""
    return weeks(records, today, 1)[0]


def run_of_weeks(
    records: Iterable[SessionRecord], today: date, goal: int = GOAL, forgiven: int = 0
) -> int:
    """How many weeks in a row had at least `goal` sessions.

    The present week counts once it has them, and does not end the run before it is over. Up to
    `forgiven` weeks that fell short are passed over: they do not count, and do not end it.
    """
    done = _per_week(records)
    week = monday_of(today)
    first = min(done, default=week)
    run = int(done[week] >= goal)
    while week > first and forgiven >= 0:
        week -= WEEK
        if done[week] >= goal:
            run += 1
        else:
            forgiven -= 1
    return run


def kept(records: Iterable[SessionRecord], today: date, goal: int = GOAL, count: int = 8) -> Kept:
    """Sessions kept of those planned in the last `count` weeks, the present one among them.

    Weeks before the very first session were not planned, and of the present week no more than
    is done: what is still to come is not missed.
    """
    done = _per_week(records)
    present = monday_of(today)
    span = [present - WEEK * back for back in range(count)]
    begun = [week for week in span if done and week >= min(done)]
    total = sum(min(done[week], goal) for week in begun)
    return Kept(total, sum(goal for week in begun if week != present) + min(done[present], goal))


def _per_week(records: Iterable[SessionRecord]) -> Counter[date]:
    return Counter(monday_of(day_of(record)) for record in records if record.counts)
