"""The names of sessions: ULIDs, which sort by time and never meet across devices."""

import re
from datetime import UTC, datetime

ID_LENGTH = 26
SHORTEST_PREFIX = 6
_ULID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")
_DIGITS = {digit: value for value, digit in enumerate("0123456789ABCDEFGHJKMNPQRSTVWXYZ")}
_TIME = 10
"""Digits of an id that tell its time, in milliseconds since 1970."""


def new_id(moment: datetime) -> str:
    """A new id for a session begun at `moment` (aware): 26 characters, the rest of it random."""
    from ulid import ULID  # noqa: PLC0415 - 50 ms that only a new session need pay

    return str(ULID.from_timestamp(moment.timestamp()))


def is_id(value: str) -> bool:
    """Whether `value` is a whole id, in capitals."""
    return _ULID.fullmatch(value) is not None


def month_in(identity: str) -> str:
    """The month (YYYY-MM, in UTC) of the time that an id tells; "" if that is no time of ours."""
    milliseconds = 0
    for digit in identity[:_TIME]:
        milliseconds = milliseconds << 5 | _DIGITS[digit]
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat()[:7]
    except (ValueError, OverflowError, OSError):
        return ""
