"""Ids of sessions: ULIDs, which sort by time and are unique across devices."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime

ID_LENGTH = 26
_ULID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_DIGITS = {digit: value for value, digit in enumerate(_ALPHABET)}
_TIME_DIGITS = 10
"""The first digits of an id are its time, in milliseconds since 1970."""
_EPOCH = date(1970, 1, 1).toordinal()
_DAY = 86_400_000
_LAST_YEAR = 9999


def new_id(moment: datetime) -> str:
    """A new id for a session begun at `moment` (aware): 26 characters, all but 10 random."""
    from ulid import ULID  # noqa: PLC0415 - 50 ms that only a new session need pay

    return str(ULID.from_timestamp(moment.timestamp()))


def is_id(value: str) -> bool:
    """Whether `value` is a complete id, in capitals."""
    return _ULID.fullmatch(value) is not None


def month_of_id(identity: str) -> str:
    """The month (YYYY-MM, in UTC) of the time in an id; "" when it is after the year 9999."""
    milliseconds = 0
    for digit in identity[:_TIME_DIGITS]:
        milliseconds = milliseconds << 5 | _DIGITS[digit]
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat()[:7]
    except (ValueError, OverflowError, OSError):
        return ""


def ids_of_other_months(month: str, identities: Iterable[str]) -> list[str]:
    """The ids whose `month_of_id` is not this month (YYYY-MM)."""
    year, number = int(month[:4]), int(month[5:])
    begin = _first_digits(year, number)
    end = _first_digits(year + number // 12, number % 12 + 1)
    return [identity for identity in identities if not begin <= identity < end]


def _first_digits(year: int, month: int) -> str:
    """The smallest time digits of a month; ids sort as their times do."""
    is_after_last = year > _LAST_YEAR
    first_day = date(_LAST_YEAR, 12, 31) if is_after_last else date(max(year, 1), month, 1)
    days = first_day.toordinal() + is_after_last
    rest = max(0, days - _EPOCH) * _DAY
    digits = ""
    for _ in range(_TIME_DIGITS):
        rest, digit = divmod(rest, 32)
        digits = _ALPHABET[digit] + digits
    return digits
