"""Days as a sentence names them, in English whatever the locale is."""

from datetime import date
from typing import Final

WEEKDAYS: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
SHORT_WEEKDAYS: Final = tuple(name[:3] for name in WEEKDAYS)
MONTHS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
_NEAR_DAYS = 6
"""Days ahead up to which the weekday alone says which day is meant."""


def day_name(day: date, today: date) -> str:
    """Return the weekday, or also the date if it is more than six days ahead.

    >>> day_name(date(2026, 12, 2), date(2026, 11, 30))
    'Wednesday'
    >>> day_name(date(2026, 12, 9), date(2026, 11, 30))
    'Wed 9 Dec'
    """
    weekday = WEEKDAYS[day.weekday()]
    if 0 <= (day - today).days <= _NEAR_DAYS:
        return weekday
    return f"{weekday[:3]} {day.day} {MONTHS[day.month - 1]}"
