"""The axes of a plot: positions of values and days, and their labels."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from math import ceil, floor
from typing import ClassVar

from footcoach_tui.text.day_names import MONTHS
from footcoach_tui.text.durations import format_minutes

_MIN_ROWS_FOR_LABELS = 5  # least rows for labels between the ends
_TIMES = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800)


@dataclass(frozen=True, slots=True)
class PlotArea:
    """Area of a plot in cells: days at the left and right, values at the foot and top."""

    DOTS_PER_COLUMN: ClassVar[int] = 2
    DOTS_PER_ROW: ClassVar[int] = 4

    days: tuple[date, date]
    low: int
    high: int
    step: int
    columns: int
    rows: int

    def x(self, day: date) -> int:
        """Dots from the left; a single day is in the middle."""
        first, last = self.days
        share = (day - first) / (last - first) if last > first else 0.5
        return round(share * (self.columns * self.DOTS_PER_COLUMN - 1))

    def y(self, value: int) -> int:
        """Dots from the foot; a single value is in the middle."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return round(share * (self.rows * self.DOTS_PER_ROW - 1))

    def row(self, dots: int) -> int:
        """Row from the top, for dots above the foot."""
        return self.rows - 1 - dots // self.DOTS_PER_ROW

    def value_labels(self, *, seconds: bool, unit: float = 1.0) -> dict[int, str]:
        """Label of each row, in units or as m:ss; empty where two would share a row."""
        ticks = range(self.low, self.high + 1, self.step)
        labels = {
            self.row(self.y(tick)): format_minutes(tick) if seconds else f"{tick * unit:g}"
            for tick in ticks
        }
        return labels if len(labels) == len(ticks) else {}

    def day_labels(self) -> str:
        """The first and the last day below the ends of the area, as fully as they fit."""
        (first, last), width = self.days, self.columns
        if first == last:
            fitting = (text for text in (_whole(last), _day(last)) if len(text) <= width)
            return next(fitting, "").center(width)
        for form in (_whole, _day if first.year == last.year else _month, _year):
            left, right = form(first), form(last)
            if left != right and len(left) + len(right) < width:
                return left + right.rjust(width - len(left))
        return " " * width


def label_range(minimum: int, maximum: int, rows: int, *, seconds: bool) -> tuple[int, int, int]:
    """Lowest and highest label, and the step between labels, which are two rows apart or more.

    Without room for round numbers between, the ends are the values themselves.
    """
    if rows < _MIN_ROWS_FOR_LABELS:
        return minimum, maximum, max(1, maximum - minimum)
    for step in _times() if seconds else _numbers():
        low, high = floor(minimum / step) * step, ceil(maximum / step) * step
        if high - low <= step * ((rows - 1) // 2):
            return low, high, step
    raise AssertionError  # the steps grow without end


def _numbers() -> Iterator[int]:
    """Round steps, in ascending order."""
    return (step * 10**power for power in count() for step in (1, 2, 3, 4, 5))


def _times() -> Iterator[int]:
    """Round steps of seconds, in ascending order."""
    yield from _TIMES
    yield from (3600 * 2**power for power in count())


def _whole(day: date) -> str:
    return f"{_day(day)} {day.year}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _year(day: date) -> str:
    return str(day.year)
