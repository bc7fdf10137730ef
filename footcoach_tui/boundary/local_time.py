"""Present local time, which a variable sets in tests."""

import os
from contextlib import suppress
from datetime import UTC, date, datetime

_TEST_TIME = "FOOTCOACH_NOW"
"""Variable for tests, such as 2026-03-02T07:30: the present local time."""


def now() -> datetime:
    """Return the present local time; in UTC where TZ names an impossible zone."""
    with suppress(KeyError, ValueError):
        return datetime.fromisoformat(os.environ[_TEST_TIME]).astimezone()
    try:
        return datetime.now().astimezone()
    except ValueError:  # an offset of a day or more
        return datetime.now(UTC)


def today() -> date:
    return now().date()


def recorded_speed(speed: float) -> float:
    """Return the speed of the clock that a session's record has: only those with 1 count.

    In the time that a test has set all of them count, for the days pass as quickly.
    """
    return 1.0 if _TEST_TIME in os.environ else speed
