"""A calendar of days by how much was done on them, a column a week, Monday on top.

    level(seconds) -> 0..4
    year(days, today, count=53) -> Year   .columns[week].cells[weekday], .rows[weekday][week]
    month_line(year, wide) -> str         the months over columns that are `wide` cells wide

The levels are ours: nothing, then below five minutes (a desk break), from five (a daily routine),
from ten (calves and heels), and from twenty (the sessions of the eight-week foot core trials).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from footcoach_tui.coach.days import Day
from footcoach_tui.coach.weeks import ONE_WEEK, monday_of
from footcoach_tui.text.durations import counted

LEVEL_MINUTES = (5, 10, 20)
"""Minutes from which a day is of level 2, 3 and 4; any below is of level 1."""
CALENDAR_WEEKS = 53
"""Weeks of a calendar: the present one, and as many as make it a whole year back."""
MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day of the calendar; `done` is empty where nothing was done."""

    day: date
    activity: Day

    @property
    def level(self) -> int:
        """0 to 4; a session without a length was done all the same."""
        return max(int(self.activity.sessions > 0), _activity_level(self.activity.seconds))

    @property
    def sentence(self) -> str:
        """The day in words: for who cannot tell the levels apart, or wants the figures."""
        name = WEEKDAY_NAMES[self.day.weekday()]
        day = f"{name} {self.day.day} {MONTH_NAMES[self.day.month - 1]} {self.day.year}"
        if not self.activity.sessions:
            return f"{day}: no session"
        sessions = counted(self.activity.sessions, "session")
        return f"{day}: {sessions}, {round(self.activity.seconds / 60)} min"


@dataclass(frozen=True, slots=True)
class CalendarWeek:
    """A week: seven cells from Monday, None where a day is still to come.

    `month` is the name of the month whose first day is in this week, else "".
    """

    monday: date
    cells: tuple[CalendarDay | None, ...]
    month: str = ""


@dataclass(frozen=True, slots=True)
class ActivityCalendar:
    """The weeks of the calendar, the present one last."""

    columns: tuple[CalendarWeek, ...]

    @property
    def rows(self) -> tuple[tuple[CalendarDay | None, ...], ...]:
        """The same by weekday: seven rows from Monday, each with a cell a week."""
        return tuple(zip(*(column.cells for column in self.columns), strict=True))


def _activity_level(seconds: float) -> int:
    """How much that is for a day: 0 nothing, to 4 twenty minutes or more."""
    if seconds <= 0:
        return 0
    return 1 + sum(seconds >= 60 * minutes for minutes in LEVEL_MINUTES)


def activity_calendar(
    days: Iterable[Day], today: date, count: int = CALENDAR_WEEKS
) -> ActivityCalendar:
    """The last `count` weeks up to the present one. What is further back or on is left out.

    Days after today have no cell, except one on which a session was done: ahead of here, or under
    a clock that was wrong.
    """
    known = {one.day: one for one in days}
    present = monday_of(today)
    return ActivityCalendar(
        tuple(_column(present - ONE_WEEK * back, known, today) for back in range(count)[::-1])
    )


def month_labels(year: ActivityCalendar, wide: int) -> str:
    """The names of months over the columns they begin in, exactly as long as the columns are wide.

    The month that the first column is already in is named too where the next leaves it room. A
    name that would reach beyond the last column is left out.
    """
    length = wide * len(year.columns)
    places = [(n * wide, one.month) for n, one in enumerate(year.columns) if one.month]
    if year.columns and not year.columns[0].month:
        places.insert(0, (0, MONTH_NAMES[year.columns[0].monday.month - 1]))
    line = ""
    for start, name in reversed(places):
        room = length - start - len(line)
        if len(name) + bool(line) <= room:
            line = name.ljust(room) + line
    return line.rjust(length)


def _column(monday: date, known: dict[date, Day], today: date) -> CalendarWeek:
    week = [monday + timedelta(days=n) for n in range(7)]
    cells = (
        CalendarDay(day, known.get(day, Day(day))) if day <= today or day in known else None
        for day in week
    )
    month = next((MONTH_NAMES[day.month - 1] for day in week if day.day == 1), "")
    return CalendarWeek(monday, tuple(cells), month)
