"""The names of sessions: ULIDs, which sort by time and never meet across devices."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime

ID_LENGTH = 26
MIN_PREFIX_LENGTH = 6
_ULID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_DIGITS = {digit: value for value, digit in enumerate(_ALPHABET)}
_TIME = 10
"""Digits of an id that tell its time, in milliseconds since 1970."""
_EPOCH = date(1970, 1, 1).toordinal()
_DAY = 86_400_000
_LAST_YEAR = 9999


def new_id(moment: datetime) -> str:
    """A new id for a session begun at `moment` (aware): 26 characters, the rest of it random."""
    from ulid import ULID  # noqa: PLC0415 - 50 ms that only a new session need pay

    return str(ULID.from_timestamp(moment.timestamp()))


def is_id(value: str) -> bool:
    """Whether `value` is a whole id, in capitals."""
    return _ULID.fullmatch(value) is not None


def month_of_id(identity: str) -> str:
    """The month (YYYY-MM, in UTC) of the time that an id tells; "" if that is no time of ours."""
    milliseconds = 0
    for digit in identity[:_TIME]:
        milliseconds = milliseconds << 5 | _DIGITS[digit]
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat()[:7]
    except (ValueError, OverflowError, OSError):
        return ""


def ids_of_other_months(month: str, identities: Iterable[str]) -> list[str]:
    """Those ids that tell another month than this one (YYYY-MM): `month_in` of them differs."""
    year, number = int(month[:4]), int(month[5:])
    begin = _first_digits(year, number)
    end = _first_digits(year + number // 12, number % 12 + 1)
    return [one for one in identities if not begin <= one < end]


def _first_digits(year: int, month: int) -> str:
    """With what the ids of a month begin; they sort as their times do."""
    last = year > _LAST_YEAR
    days = (
        date(_LAST_YEAR, 12, 31).toordinal() + 1
        if last
        else date(max(year, 1), month, 1).toordinal()
    )
    left = max(0, days - _EPOCH) * _DAY
    digits = ""
    for _ in range(_TIME):
        left, digit = divmod(left, 32)
        digits = _ALPHABET[digit] + digits
    return digits
