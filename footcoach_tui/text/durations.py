"""Durations, numbers with their noun, and days, as short text. Nothing heavy is imported."""

from datetime import date

SECONDS_PER_MINUTE = 60


def format_minutes(seconds: float) -> str:
    """Seconds as m:ss, rounded up: what is left is never told as less than it is.

    >>> minutes(323)
    '5:23'
    """
    whole = max(0, -int(-seconds // 1))
    return f"{whole // 60}:{whole % 60:02d}"


def format_countdown(seconds: float) -> str:
    """What is left, as it is counted: whole seconds below a minute, m:ss from there.

    >>> count(41.2), count(60)
    ('42', '1:00')
    """
    whole = max(0, -int(-seconds // 1))
    return str(whole) if whole < SECONDS_PER_MINUTE else format_minutes(whole)


def format_duration(seconds: float) -> str:
    """A length in words as short as they go.

    >>> spoken(3), spoken(90)
    ('3 s', '1:30')
    """
    return f"{seconds:g} s" if seconds < SECONDS_PER_MINUTE else format_minutes(seconds)


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun; `plural` is the noun with an s unless given.

    >>> counted(1, "session"), counted(1200, "session")
    ('1 session', '1,200 sessions')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def short_day(day: date, today: date) -> str:
    """A day with its weekday, or with its year if that is not this one.

    >>> short_day(date(2026, 3, 9), date(2026, 4, 1)), short_day(date(2025, 3, 9), date(2026, 4, 1))
    ('Mon 09 Mar', '09 Mar 2025')
    """
    return f"{day:%a %d %b}" if day.year == today.year else f"{day:%d %b %Y}"
