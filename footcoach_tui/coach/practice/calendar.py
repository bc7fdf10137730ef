"""Activity calendar: a column a week, Monday on top, and a level of activity for each day.

The levels are footcoach's own: nothing, then below five minutes (a desk break), from five (a daily
routine), from ten (calves and heels), and from twenty (the sessions of the eight-week foot core
trials).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import ClassVar

from footcoach_tui.coach.practice.days import Day
from footcoach_tui.coach.practice.weeks import ONE_WEEK, monday_of
from footcoach_tui.text.day_names import MONTHS, SHORT_WEEKDAYS
from footcoach_tui.text.durations import counted


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of the calendar, its activity (empty without a session), and its worst pain."""

    LEVEL_MINUTES: ClassVar = (5, 10, 20)
    """Minutes from which a day is of level 2, 3 and 4; any below is of level 1."""

    day: date
    activity: Day
    pain: int | None = None

    @property
    def level(self) -> int:
        """0 (no session) to 4 (twenty minutes or more)."""
        if self.activity.seconds <= 0:
            return int(self.activity.sessions > 0)
        return 1 + sum(self.activity.seconds >= 60 * minutes for minutes in self.LEVEL_MINUTES)

    @property
    def sentence(self) -> str:
        """The day in words, with its figures."""
        name = SHORT_WEEKDAYS[self.day.weekday()]
        day = f"{name} {self.day.day} {MONTHS[self.day.month - 1]} {self.day.year}"
        pain = f", pain {self.pain}" if self.pain is not None else ""
        if not self.activity.sessions:
            return f"{day}: no session{pain}"
        sessions = counted(self.activity.sessions, "session")
        return f"{day}: {sessions}, {round(self.activity.seconds / 60)} min{pain}"


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

    YEAR_WEEKS: ClassVar = 53
    """The present week, and as many as make it a whole year back."""

    columns: tuple[CalendarWeek, ...]

    @classmethod
    def from_days(
        cls,
        days: Iterable[Day],
        today: date,
        count: int = YEAR_WEEKS,
        pain: Mapping[date, int] = MappingProxyType({}),
    ) -> "ActivityCalendar":
        """The last `count` weeks up to the present one; earlier and later days are left out.

        `pain` is the worst pain of days. Days after today have no cell, except one on which a
        session was done: ahead of the time zone of `today`, or under a clock that was wrong.
        """
        known = {day.day: day for day in days}
        known |= {day: Day(day) for day in pain if day not in known}
        present = monday_of(today)
        return cls(
            tuple(
                _week(present - ONE_WEEK * back, known, today, pain) for back in range(count)[::-1]
            )
        )

    @property
    def rows(self) -> tuple[tuple[CalendarDay | None, ...], ...]:
        """Cells by weekday: seven rows from Monday, each with a cell a week."""
        return tuple(zip(*(column.cells for column in self.columns), strict=True))

    def month_labels(self, width: int) -> str:
        """The names of months over the weeks they begin in, each week `width` columns wide.

        The month of the first week is named too where the next leaves it room. A name that would
        reach beyond the last week is left out.
        """
        length = width * len(self.columns)
        starts = [(n * width, week.month) for n, week in enumerate(self.columns) if week.month]
        if self.columns and not self.columns[0].month:
            starts.insert(0, (0, MONTHS[self.columns[0].monday.month - 1]))
        line = ""
        for start, name in reversed(starts):
            room = length - start - len(line)
            if len(name) + bool(line) <= room:
                line = name.ljust(room) + line
        return line.rjust(length)


def _week(
    monday: date, known: dict[date, Day], today: date, pain: Mapping[date, int]
) -> CalendarWeek:
    days = [monday + timedelta(days=n) for n in range(7)]
    cells = (
        CalendarDay(day, known.get(day, Day(day)), pain.get(day))
        if day <= today or day in known
        else None
        for day in days
    )
    month = next((MONTHS[day.month - 1] for day in days if day.day == 1), "")
    return CalendarWeek(monday, tuple(cells), month)
