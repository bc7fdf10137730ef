"""Weeks, Monday to Sunday, of days with sessions on them.

    weeks(days, today, count) -> tuple[Week, ...]      the present one last
    this_week(days, today) -> Week
    run_of_weeks(days, today, goal, forgiven) -> Run   weeks in a row that met the goal
    kept(days, today, goal, count) -> Kept             sessions kept of sessions planned

A habit is weeks with enough sessions, not days without a gap: a day of rest costs nothing.
The usual goal of three sessions a week is ours.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from footcoach_tui.coach.days import Day

DEFAULT_GOAL = 3
"""Sessions a week."""
ONE_WEEK = timedelta(days=7)
WINDOW_WEEKS = 8
"""Weeks over which sessions kept are counted of those planned."""
MAX_MISSED_WEEKS = 1
"""Weeks in any eight that may fall short: seven of eight are more than 80 % of the plan."""


@dataclass(frozen=True, slots=True)
class Week:
    """What was done in the week that begins on `monday`. `seconds` are without pauses."""

    monday: date
    sessions: int = 0
    seconds: float = 0.0
    sets: int = 0

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded."""
        return round(self.seconds / 60)


@dataclass(frozen=True, slots=True)
class Adherence:
    """Sessions done of sessions planned; a week's extra ones do not make up for another's."""

    done: int = 0
    planned: int = 0

    @property
    def percent(self) -> int | None:
        """0 to 100, rounded down; None when nothing was planned yet."""
        return 100 * self.done // self.planned if self.planned else None


@dataclass(frozen=True, slots=True)
class Streak:
    """Weeks in a row that met the goal, and those between them that were passed over."""

    weeks: int = 0
    missed: int = 0


def monday_of(day: date) -> date:
    """The first day of a day's week, also across the turn of a year."""
    return day - timedelta(days=day.weekday())


def recent_weeks(days: Iterable[Day], today: date, count: int) -> tuple[Week, ...]:
    """The last `count` weeks, the present one last."""
    present = monday_of(today)
    shown = {
        present - ONE_WEEK * back: Week(present - ONE_WEEK * back)
        for back in reversed(range(count))
    }
    for one in days:
        week = shown.get(monday_of(one.day))
        if week is not None:
            shown[week.monday] = Week(
                week.monday,
                week.sessions + one.sessions,
                week.seconds + one.seconds,
                week.sets + one.sets,
            )
    return tuple(shown.values())


def this_week(days: Iterable[Day], today: date) -> Week:
    """The week of today so far."""
    return recent_weeks(days, today, 1)[0]


def streak(days: Iterable[Day], today: date, goal: int = DEFAULT_GOAL, forgiven: int = 0) -> Streak:
    """How many weeks in a row had at least `goal` sessions.

    The present week counts once it has them, and does not end the run before it is over. Of any
    eight weeks in a row up to `forgiven` may have fallen short: they are passed over, do not
    count, and do not end it. So a week of rest costs nothing, and a month of it does.
    """
    done = _per_week(days)
    present = monday_of(today)
    first = min(done, default=present)
    met = int(done[present] >= goal)
    passed: list[date] = []
    run = Streak(met)
    week = present
    while week > first:
        week -= ONE_WEEK
        if done[week] >= goal:
            met += 1
            run = Streak(met, len(passed))
            continue
        passed.append(week)
        if sum(one < week + ONE_WEEK * WINDOW_WEEKS for one in passed[-forgiven - 1 :]) > forgiven:
            break
    return run


def adherence(
    days: Iterable[Day], today: date, goal: int = DEFAULT_GOAL, count: int = WINDOW_WEEKS
) -> Adherence:
    """Sessions kept of those planned in the last `count` weeks, the present one among them.

    The plan is `goal` sessions a week, every week alike. Weeks before the very first session were
    not planned, and of the present week no more than is done: what is still to come is not missed.
    """
    done = _per_week(days)
    present = monday_of(today)
    span = [present - ONE_WEEK * back for back in range(count)]
    begun = [week for week in span if done and week >= min(done)]
    total = sum(min(done[week], goal) for week in begun)
    return Adherence(
        total, sum(goal for week in begun if week != present) + min(done[present], goal)
    )


def _per_week(days: Iterable[Day]) -> Counter[date]:
    """Sessions by the Monday of their week; only weeks that had one."""
    done: Counter[date] = Counter()
    for one in days:
        if one.sessions:
            done[monday_of(one.day)] += one.sessions
    return done
