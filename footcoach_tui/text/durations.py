"""Durations, numbers with their noun, and days, as text. Nothing heavy is imported."""

from datetime import date

SHORT_DAYS = 28
"""Days back from which a weekday and its number name no other day."""

_MINUTE = 60


def format_minutes(seconds: float) -> str:
    """Return seconds as m:ss, rounded up: time left is never shown as less than it is.

    >>> format_minutes(323)
    '5:23'
    """
    whole = max(0, -int(-seconds // 1))
    return f"{whole // 60}:{whole % 60:02d}"


def format_countdown(seconds: float) -> str:
    """Return the time left: whole seconds below a minute, m:ss from there.

    >>> format_countdown(41.2), format_countdown(60)
    ('42', '1:00')
    """
    whole = max(0, -int(-seconds // 1))
    return str(whole) if whole < _MINUTE else format_minutes(whole)


def format_duration(seconds: float) -> str:
    """Return a length in its shortest form.

    >>> format_duration(3), format_duration(90)
    ('3 s', '1:30')
    """
    return f"{seconds:g} s" if seconds < _MINUTE else format_minutes(seconds)


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun; `plural` is the noun with an s unless given.

    >>> counted(1, "session"), counted(1200, "session")
    ('1 session', '1,200 sessions')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def spoken_duration(seconds: float) -> str:
    """Return a length in words, to the second.

    >>> spoken_duration(1), spoken_duration(20), spoken_duration(90)
    ('1 second', '20 seconds', '1 minute 30')
    """
    whole = max(0, round(seconds))
    minutes, rest = divmod(whole, _MINUTE)
    if not minutes:
        return counted(rest, "second")
    return f"{counted(minutes, 'minute')} {rest}" if rest else counted(minutes, "minute")


def short_day(day: date, today: date) -> str:
    """Return a day with its weekday, or with its year if that is not this one.

    >>> short_day(date(2026, 3, 9), date(2026, 4, 1)), short_day(date(2025, 3, 9), date(2026, 4, 1))
    ('Mon 09 Mar', '09 Mar 2025')
    """
    return f"{day:%a %d %b}" if day.year == today.year else f"{day:%d %b %Y}"


def shortest_day(day: date, today: date) -> str:
    """Return a day as short as it is clear: today, of the last four weeks, of this year, or older.

    >>> [shortest_day(date(2026, 3, n), date(2026, 3, 12)) for n in (12, 11, 9)]
    ['Today', 'Yest.', 'Mon 9']
    """
    back = (today - day).days
    if back in {0, 1}:
        return ("Today", "Yest.")[back]
    if 0 < back < SHORT_DAYS:
        return f"{day:%a} {day.day}"
    return f"{day.day} {day:%b}" if day.year == today.year else f"{day:%b %Y}"
