"""Ids of sessions: ULIDs, which sort by time and are unique across devices."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

ID_LENGTH = 26
_ULID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")
_TIME_DIGITS = 10
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TO_BASE_32 = str.maketrans(_ALPHABET, "0123456789abcdefghijklmnopqrstuv")
"""Digits of a ULID to those of int()."""
_DAY = 86_400_000
"""Milliseconds."""
_DECEMBER = 12


def new_id(moment: datetime) -> str:
    """A new id for a session begun at `moment` (aware): 26 characters, all but 10 random."""
    from ulid import ULID  # noqa: PLC0415 - 50 ms that only a new session need pay

    return str(ULID.from_timestamp(moment.timestamp()))


def is_id(value: str) -> bool:
    """Whether `value` is a complete id, in capitals."""
    return _ULID.fullmatch(value) is not None


def month_of_id(identity: str) -> str:
    """The month (YYYY-MM, in UTC) of the time in an id; "" when it is after the year 9999."""
    milliseconds = int(identity[:_TIME_DIGITS].translate(_TO_BASE_32), 32)
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat()[:7]
    except (ValueError, OverflowError, OSError):
        return ""


def ids_of_other_months(month: str, identities: Iterable[str]) -> list[str]:
    """The ids whose `month_of_id` is not this month (YYYY-MM)."""
    year, number = max(int(month[:4]), 1), int(month[5:])
    start = datetime(year, number, 1, tzinfo=UTC)
    days = 31 if number == _DECEMBER else (start.replace(month=number + 1) - start).days
    milliseconds = int(start.timestamp()) * 1000
    first, after = _time_digits(milliseconds), _time_digits(milliseconds + days * _DAY)
    return [identity for identity in identities if not first <= identity < after]


def _time_digits(milliseconds: int) -> str:
    """The first digits of an id of this time, since 1970; ids sort as their times do."""
    value = max(milliseconds, 0)
    return "".join(_ALPHABET[value >> 5 * place & 31] for place in reversed(range(_TIME_DIGITS)))
