"""Ids of sessions: ULIDs, which sort by time and are unique across devices."""

import os
import re
from datetime import datetime

ID_LENGTH = 26
_ULID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")
_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RANDOM_BYTES = 10


def new_id(moment: datetime) -> str:
    """A new id for a session begun at `moment` (aware): 26 characters, all but 10 random."""
    return derived_id(moment, os.urandom(_RANDOM_BYTES))


def derived_id(moment: datetime, content: bytes) -> str:
    """The id of a session begun at `moment` (aware, from 1970) with 10 bytes instead of chance."""
    milliseconds = max(0, round(moment.timestamp() * 1000))
    number = milliseconds << 8 * _RANDOM_BYTES | int.from_bytes(content[:_RANDOM_BYTES])
    places = reversed(range(ID_LENGTH))
    return "".join([_DIGITS[number >> 5 * place & 31] for place in places])


def is_id(value: str) -> bool:
    """Whether `value` is a complete id, in capitals."""
    return _ULID.fullmatch(value) is not None
