"""The visible weeks of a calendar, and its cursor."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from footcoach_tui.coach.practice.calendar import (
    ActivityCalendar,
    CalendarDay,
    CalendarWeek,
)
from footcoach_tui.coach.practice.weeks import ONE_WEEK, monday_of
from footcoach_tui.text.day_names import SHORT_WEEKDAYS


@dataclass(frozen=True, slots=True)
class CalendarWindow:
    """Window of `max_weeks` from `first_week` on, with the cursor at `day`.

    The cursor is always visible, and no room is left empty.
    """

    year: ActivityCalendar = ActivityCalendar(())  # noqa: RUF009 - frozen, so it can be shared
    day: date = date.min
    max_weeks: int = 1
    first_week: int = 0

    @property
    def columns(self) -> tuple[CalendarWeek, ...]:
        return self.year.columns[self.first_week : self.first_week + self.max_weeks]

    @property
    def cell(self) -> CalendarDay | None:
        """Cell at the cursor; None in an empty year."""
        if not self.year.columns:
            return None
        return self.year.columns[_week(self)].cells[self.day.weekday()]

    def with_year(self, year: ActivityCalendar, today: date) -> "CalendarWindow":
        """Show another year; the cursor stays at its day, or begins at today."""
        day = today if self.day == date.min else self.day
        return _scrolled(replace(self, year=year, day=_within(year, day)))

    def at_day(self, day: date) -> "CalendarWindow":
        """Move the cursor to the nearest day with a cell."""
        return _scrolled(replace(self, day=_within(self.year, day)))

    def moved_by(self, days: int) -> "CalendarWindow":
        """Move the cursor by days, as far as there are cells."""
        if not self.year.columns:
            return self
        oldest, newest = _ends(self.year)
        days = max((oldest - self.day).days, min((newest - self.day).days, days))
        return self.at_day(self.day + timedelta(days=days))

    def with_max_weeks(self, weeks: int) -> "CalendarWindow":
        return _scrolled(replace(self, max_weeks=max(1, weeks)))

    @property
    def position(self) -> tuple[int, int]:
        """Week and weekday of the cursor in the window."""
        return (_week(self) - self.first_week if self.year.columns else 0), self.day.weekday()

    def day_at(self, week: int, weekday: int) -> date | None:
        """Day at a position; None if there is none."""
        if not (0 <= week < len(self.columns) and 0 <= weekday < len(SHORT_WEEKDAYS)):
            return None
        cell = self.columns[week].cells[weekday]
        return cell.day if cell else None


def _week(window: CalendarWindow) -> int:
    """Week of the year at the cursor."""
    return (monday_of(window.day) - window.year.columns[0].monday) // ONE_WEEK


def _scrolled(window: CalendarWindow) -> CalendarWindow:
    if not window.year.columns:
        return replace(window, first_week=0)
    week = _week(window)
    last = max(0, len(window.year.columns) - window.max_weeks)
    first = min(window.first_week or last, week)
    return replace(window, first_week=min(last, max(week - window.max_weeks + 1, first)))


def _ends(year: ActivityCalendar) -> tuple[date, date]:
    """First and last day with a cell."""
    cells = [cell for cell in year.columns[-1].cells if cell]
    return year.columns[0].monday, max(cell.day for cell in cells)


def _within(year: ActivityCalendar, day: date) -> date:
    if not year.columns:
        return day
    oldest, newest = _ends(year)
    return max(oldest, min(newest, day))
