"""Days as they are written in a query: calendar days, lengths back from today, names."""

import re
from calendar import monthrange
from datetime import date, timedelta

from footcoach_tui.boundary.problems import suggestion
from footcoach_tui.boundary.text import quote

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NAMED_DAYS = ("today", "yesterday")
NAMED_WEEKS = ("this", "last")
_RANGE_SIGN = ".."
_EXAMPLES = "30d, 2w, 3m, 1y, yesterday, monday, 2026, 2026-10 or 2026-10-05"
_BACK = re.compile(r"([0-9]{1,5})([dwmy])")
_CALENDAR = re.compile(r"([0-9]{4})(?:-(?:w([0-9]{1,2})|([0-9]{1,2})(?:-([0-9]{1,2}))?))?")
_SHORTEST_WEEKDAY = 3
_WEEK = 7

_Span = tuple[date, date]
"""The first and the last day of a stretch, both in it."""


def parse_period(text: str, today: date) -> _Span:
    """The day, week, month or year a text means. Raises ValueError with a sentence.

    `3m` is the same day three months ago, or that month's last; a weekday is the latest one,
    today included. What would lie before the calendar is its first day.
    """
    text = text.casefold()
    if match := _CALENDAR.fullmatch(text):
        try:
            return _calendar(*(int(part) if part else None for part in match.groups()))
        except ValueError:
            raise ValueError(f"{quote(text)} stands in no calendar") from None
    if match := _BACK.fullmatch(text):
        day = _back(int(match[1]), match[2], today)
    elif text in NAMED_DAYS:
        day = _minus(today, NAMED_DAYS.index(text))
    elif (weekday := _weekday(text)) is not None:
        day = _minus(today, (today.weekday() - weekday) % _WEEK)
    else:
        meant = suggestion(text, (*NAMED_DAYS, *WEEKDAYS))
        raise ValueError(f"{quote(text)} is no day: {meant or f'write {_EXAMPLES}'}")
    return day, day


def parse_range(text: str, today: date) -> _Span:
    """As `span_of`, and also from one to the other: `2026-09..2026-10-05`."""
    first, to, last = text.partition(_RANGE_SIGN)
    if not to:
        return parse_period(text, today)
    return parse_period(first, today)[0], parse_period(last, today)[1]


def parse_week(text: str, today: date) -> _Span:
    """The week, Monday to Sunday, that a text means or its day is in. Raises as above."""
    if text.casefold() in NAMED_WEEKS:
        day = _minus(today, _WEEK * NAMED_WEEKS.index(text.casefold()))
    elif meant := "" if text[:1].isdecimal() else suggestion(text.casefold(), NAMED_WEEKS):
        raise ValueError(f"{quote(text)} is no week: {meant}")
    else:
        day = parse_period(text, today)[0]
    monday = _minus(day, day.weekday())
    return monday, _minus(monday, 1 - _WEEK)


def _calendar(
    year: int | None, week: int | None = None, month: int | None = None, day: int | None = None
) -> _Span:
    """What the numbers mean. Raises ValueError for those that no calendar has."""
    assert year is not None  # noqa: S101 - the pattern begins with it
    if week is not None:
        monday = date.fromisocalendar(year, week, 1)
        return monday, _minus(monday, 1 - _WEEK)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        first = date(year, month, 1)
        return first, first.replace(day=monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def _back(count: int, unit: str, today: date) -> date:
    if unit in "dw":
        return _minus(today, count * (_WEEK if unit == "w" else 1))
    months = today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    if year < date.min.year:
        return date.min
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _weekday(text: str) -> int | None:
    """The number, from 0, of a weekday by its name or the beginning of it."""
    if len(text) < _SHORTEST_WEEKDAY:
        return None
    return next((at for at, name in enumerate(WEEKDAYS) if name.startswith(text)), None)


def _minus(day: date, days: int) -> date:
    """So many days before, or after when negative, as far as the calendar goes."""
    try:
        return day - timedelta(days=days)
    except OverflowError:
        return date.min if days > 0 else date.max
