"""Pace of a session: by the timer alone, or with a wait after each hold."""

import re
from typing import Any

TIMER, WAIT = "timer", "wait"
_MAX_SECONDS = 600
PACE_PATTERN = "^(timer|wait( [1-9][0-9]{0,2})?)$"
PACE_FAULT = f'must be "timer", "wait", or a wait of 1 to {_MAX_SECONDS} seconds, such as "wait 20"'


def is_pace(value: Any) -> bool:
    """Whether a value of the config, or an option, is a pace."""
    if not isinstance(value, str) or not re.fullmatch(PACE_PATTERN, value):
        return False
    return (pace_seconds(value) or 0) <= _MAX_SECONDS


def pace_seconds(pace: str) -> float | None:
    """Return the seconds to wait after each hold, 0 until a key; None by the timer alone."""
    return None if pace == TIMER else float(pace.removeprefix(WAIT) or 0)


def pace_words(seconds: float | None) -> str:
    """Return the pace as it is written in the config."""
    if seconds is None:
        return TIMER
    return f"{WAIT} {seconds:g}" if seconds else WAIT
