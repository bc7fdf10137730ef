"""Days as they are written in a query: calendar days, lengths back from today, names."""

import re
from datetime import date, timedelta

from footcoach_tui.boundary.problems import suggestion
from footcoach_tui.boundary.text import quote

WEEK_NAMES = ("this", "last")
_DAY_NAMES = ("today", "yesterday")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_EXAMPLES = (*_DAY_NAMES, "7d", "30d", "3m", "1y", *_WEEKDAYS)
_FORMS = "30d, 2w, 3m, 1y, yesterday, monday, 2026, 2026-10 or 2026-10-05"
_RANGE_SIGN = ".."
_LENGTH = re.compile(r"([0-9]{1,5})([dwmy])")
_CALENDAR = re.compile(r"([0-9]{4})(?:-(?:w([0-9]{1,2})|([0-9]{1,2})(?:-([0-9]{1,2}))?))?")
_MIN_WEEKDAY_LETTERS = 3
_WEEK, _DECEMBER = 7, 12

_Period = tuple[date, date]
"""The first and the last day, both included."""


def parse_days(key: str, text: str, today: date) -> _Period:
    """Read the days of a term: `on` takes ranges too, `week` means the week around a day.

    Raises ValueError with a sentence.
    """
    if key == "week":
        return _parse_week(text, today)
    first, sign, last = text.partition(_RANGE_SIGN)
    if key == "on" and sign:
        return _parse_period(first, today)[0], _parse_period(last, today)[1]
    return _parse_period(text, today)


def _parse_period(text: str, today: date) -> _Period:
    """Read a day, week, month or year.

    `3m` is the same day three months ago, or that month's last; a weekday is the latest one,
    today included. A day before the calendar begins is its first day.
    """
    text = text.casefold()
    if match := _CALENDAR.fullmatch(text):
        try:
            return _calendar_period(*(int(part) if part else None for part in match.groups()))
        except ValueError:
            raise ValueError(f"{quote(text)} is not a calendar date") from None
    if match := _LENGTH.fullmatch(text):
        day = _day_back(int(match[1]), match[2], today)
    elif text in _DAY_NAMES:
        day = _minus(today, _DAY_NAMES.index(text))
    elif (weekday := _weekday(text)) is not None:
        day = _minus(today, (today.weekday() - weekday) % _WEEK)
    else:
        hint = suggestion(text, (*_DAY_NAMES, *_WEEKDAYS)) or f"write {_FORMS}"
        raise ValueError(f"{quote(text)} is not a day: {hint}")
    return day, day


def _parse_week(text: str, today: date) -> _Period:
    """Read a week, Monday to Sunday, by its name or a day in it."""
    if text.casefold() in WEEK_NAMES:
        day = _minus(today, _WEEK * WEEK_NAMES.index(text.casefold()))
    elif hint := "" if text[:1].isdecimal() else suggestion(text.casefold(), WEEK_NAMES):
        raise ValueError(f"{quote(text)} is not a week: {hint}")
    else:
        day = _parse_period(text, today)[0]
    monday = _minus(day, day.weekday())
    return monday, _minus(monday, 1 - _WEEK)


def _calendar_period(
    year: int | None, week: int | None = None, month: int | None = None, day: int | None = None
) -> _Period:
    """Raises ValueError for numbers that no calendar has."""
    assert year is not None  # noqa: S101 - the pattern begins with it
    if week is not None:
        monday = date.fromisocalendar(year, week, 1)
        return monday, _minus(monday, 1 - _WEEK)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        first = date(year, month, 1)
        return first, first.replace(day=_month_length(year, month))
    return date(year, month, day), date(year, month, day)


def _day_back(count: int, unit: str, today: date) -> date:
    if unit in "dw":
        return _minus(today, count * (_WEEK if unit == "w" else 1))
    months = today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    if year < date.min.year:
        return date.min
    return date(year, month + 1, min(today.day, _month_length(year, month + 1)))


def _month_length(year: int, month: int) -> int:
    if month == _DECEMBER:
        return 31
    return (date(year, month + 1, 1) - date(year, month, 1)).days


def _weekday(text: str) -> int | None:
    """The number, from 0, of a weekday by its name or the beginning of it."""
    if len(text) < _MIN_WEEKDAY_LETTERS:
        return None
    return next((at for at, name in enumerate(_WEEKDAYS) if name.startswith(text)), None)


def _minus(day: date, days: int) -> date:
    """Days before, or after when negative, as far as the calendar goes."""
    try:
        return day - timedelta(days=days)
    except OverflowError:
        return date.min if days > 0 else date.max
