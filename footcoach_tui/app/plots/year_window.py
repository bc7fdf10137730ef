"""The weeks of a year that there is room for, and the day one is at: where each day stands."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from footcoach_tui.coach.weeks import WEEK, monday_of
from footcoach_tui.coach.year import WEEKDAYS, Cell, Column, Year


@dataclass(frozen=True, slots=True)
class YearWindow:
    """`room` is in weeks, `first` the number of the first week shown.

    The day one is at is always shown, and no room is left empty.
    """

    year: Year = Year(())  # noqa: RUF009 - frozen, so it can be shared
    day: date = date.min
    room: int = 1
    first: int = 0

    @property
    def columns(self) -> tuple[Column, ...]:
        """The weeks that are shown."""
        return self.year.columns[self.first : self.first + self.room]

    @property
    def cell(self) -> Cell | None:
        """The day one is at, with what was done on it; None in an empty year."""
        if not self.year.columns:
            return None
        return self.year.columns[_week(self)].cells[self.day.weekday()]

    def of(self, year: Year, today: date) -> "YearWindow":
        """Another year; one stays at one's day, or begins at today."""
        day = today if self.day == date.min else self.day
        return _scrolled(replace(self, year=year, day=_within(year, day)))

    def at(self, day: date) -> "YearWindow":
        """At another day, as near as there is one."""
        return _scrolled(replace(self, day=_within(self.year, day)))

    def moved(self, days: int) -> "YearWindow":
        """On or back by days, as far as there are any."""
        if not self.year.columns:
            return self
        oldest, newest = _ends(self.year)
        days = max((oldest - self.day).days, min((newest - self.day).days, days))
        return self.at(self.day + timedelta(days=days))

    def with_room(self, weeks: int) -> "YearWindow":
        """As many weeks as fit."""
        return _scrolled(replace(self, room=max(1, weeks)))

    @property
    def place(self) -> tuple[int, int]:
        """In which of the weeks shown, and on which weekday, one is."""
        return (_week(self) - self.first if self.year.columns else 0), self.day.weekday()

    def day_at(self, week: int, weekday: int) -> date | None:
        """The day at a place; None where there is none."""
        if not (0 <= week < len(self.columns) and 0 <= weekday < len(WEEKDAYS)):
            return None
        cell = self.columns[week].cells[weekday]
        return cell.day if cell else None


def _week(window: YearWindow) -> int:
    """Which week of the year one is in."""
    return (monday_of(window.day) - window.year.columns[0].monday) // WEEK


def _scrolled(window: YearWindow) -> YearWindow:
    if not window.year.columns:
        return replace(window, first=0)
    week = _week(window)
    last = max(0, len(window.year.columns) - window.room)
    wanted = min(window.first or last, week)
    return replace(window, first=min(last, max(week - window.room + 1, wanted)))


def _ends(year: Year) -> tuple[date, date]:
    """The first and the last day that have a cell."""
    cells = [cell for cell in year.columns[-1].cells if cell]
    return year.columns[0].monday, max(cell.day for cell in cells)


def _within(year: Year, day: date) -> date:
    if not year.columns:
        return day
    oldest, newest = _ends(year)
    return max(oldest, min(newest, day))
