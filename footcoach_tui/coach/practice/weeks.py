"""Weeks, Monday to Sunday, and progress against a weekly goal: streak, adherence and totals.

A habit is weeks with enough sessions, not days without a gap: a day of rest costs nothing.
The usual goal of three sessions a week is footcoach's own.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from footcoach_tui.coach.practice.days import Day, Totals
from footcoach_tui.text.durations import counted

ONE_WEEK = timedelta(days=7)
_DEFAULT_GOAL = 3
"""Sessions a week."""
_WINDOW_WEEKS = 8
"""Weeks over which sessions done are compared with those planned."""
_MAX_MISSED_WEEKS = 1
"""Weeks in any eight that may fall short: seven of eight are more than 80 % of the plan."""


def monday_of(day: date) -> date:
    """The first day of a day's week, also across the turn of a year."""
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True, slots=True)
class Week:
    """The sessions of the week that begins on `monday`, as far as the week counts them.

    `seconds` without pauses, and `sets`, are those of every session.
    """

    monday: date
    sessions: int = 0
    seconds: float = 0.0
    sets: int = 0

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded."""
        return round(self.seconds / 60)


def recent_weeks(days: Iterable[Day], today: date, count: int = _WINDOW_WEEKS) -> tuple[Week, ...]:
    """The last `count` weeks, the present one last."""
    present = monday_of(today)
    mondays = [present - ONE_WEEK * back for back in range(count)[::-1]]
    weeks = {monday: Week(monday) for monday in mondays}
    for day in days:
        week = weeks.get(monday_of(day.day))
        if week is not None:
            weeks[week.monday] = Week(
                week.monday,
                week.sessions + day.week_sessions,
                week.seconds + day.seconds,
                week.sets + day.sets,
            )
    return tuple(weeks.values())


@dataclass(frozen=True, slots=True)
class Streak:
    """Weeks in a row that met the goal, and the weeks between them that missed it."""

    weeks: int = 0
    missed: int = 0

    @classmethod
    def from_days(
        cls, days: Iterable[Day], today: date, goal: int = _DEFAULT_GOAL, forgiven: int = 0
    ) -> "Streak":
        """The weeks in a row, up to the present one, with at least `goal` sessions.

        The present week counts once it has them, and does not end the streak before it is over.
        Of any eight weeks in a row up to `forgiven` may fall short: they do not count, and do not
        end the streak. So a week of rest costs nothing, and a month of it does.
        """
        sessions = _sessions_by_week(days)
        week = monday_of(today)
        first = min(sessions, default=week)
        met = int(sessions[week] >= goal)
        missed: list[date] = []
        streak = cls(met)
        while week > first:
            week -= ONE_WEEK
            if sessions[week] >= goal:
                met += 1
                streak = cls(met, len(missed))
                continue
            missed.append(week)
            window_end = week + ONE_WEEK * _WINDOW_WEEKS
            if sum(monday < window_end for monday in missed[-forgiven - 1 :]) > forgiven:
                break
        return streak


@dataclass(frozen=True, slots=True)
class Adherence:
    """Sessions done of sessions planned; a week's extra ones do not make up for another's."""

    done: int = 0
    planned: int = 0

    @classmethod
    def from_days(
        cls,
        days: Iterable[Day],
        today: date,
        goal: int = _DEFAULT_GOAL,
        count: int = _WINDOW_WEEKS,
    ) -> "Adherence":
        """Sessions done of those planned in the last `count` weeks, the present one among them.

        The plan is `goal` sessions a week. Weeks before the first session were not planned, and
        of the present week no more than is done: sessions still to come are not missed.
        """
        sessions = _sessions_by_week(days)
        present = monday_of(today)
        window = [present - ONE_WEEK * back for back in range(count)]
        weeks = [week for week in window if sessions and week >= min(sessions)]
        done = sum(min(sessions[week], goal) for week in weeks)
        planned = sum(goal for week in weeks if week != present) + min(sessions[present], goal)
        return cls(done, planned)

    @property
    def percent(self) -> int | None:
        """0 to 100, rounded down; None when nothing was planned yet."""
        return 100 * self.done // self.planned if self.planned else None


@dataclass(frozen=True, slots=True)
class TrainingProgress:
    """The present week so far and the weeks before it, against `goal` sessions a week.

    `adherence` and `eight_weeks` are of the last eight weeks, the present one among them.
    """

    week: Week
    streak: Streak = field(default_factory=Streak)
    goal: int = _DEFAULT_GOAL
    adherence: Adherence = field(default_factory=Adherence)
    eight_weeks: Totals = field(default_factory=Totals)
    all_time: Totals = field(default_factory=Totals)

    @classmethod
    def from_days(
        cls, days: Iterable[Day], today: date, goal: int = _DEFAULT_GOAL
    ) -> "TrainingProgress":
        days = tuple(days)
        weeks = recent_weeks(days, today)
        last = weeks[-1].monday + timedelta(days=6)
        return cls(
            week=weeks[-1],
            streak=Streak.from_days(days, today, goal, _MAX_MISSED_WEEKS),
            goal=goal,
            adherence=Adherence.from_days(days, today, goal),
            eight_weeks=Totals.from_days(days, weeks[0].monday, last),
            all_time=Totals.from_days(days),
        )

    @property
    def sentences(self) -> tuple[str, str]:
        """Two short lines: the present week, and the streak; the aim before the first."""
        missed = f" ({self.streak.missed} lighter)" if self.streak.missed else ""
        weeks = f"{counted(self.streak.weeks, 'week')} in a row with {self.goal} or more{missed}"
        return (
            f"{counted(self.week.sessions, 'session')} this week, {self.week.minutes} min",
            weeks if self.streak.weeks else aim(self.goal),
        )


def aim(goal: int) -> str:
    """Return the weekly goal in words."""
    return f"Aim: {counted(goal, 'session')} a week"


def _sessions_by_week(days: Iterable[Day]) -> Counter[date]:
    """Sessions by the Monday of their week; only weeks that had one."""
    sessions: Counter[date] = Counter()
    for day in days:
        if day.week_sessions:
            sessions[monday_of(day.day)] += day.week_sessions
    return sessions
