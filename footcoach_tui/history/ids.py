"""Ids of sessions: ULIDs, which sort by time and are unique across devices."""

import re
from datetime import datetime

ID_LENGTH = 26
_ULID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")


def new_id(moment: datetime) -> str:
    """A new id for a session begun at `moment` (aware): 26 characters, all but 10 random."""
    from ulid import ULID  # noqa: PLC0415 - 50 ms that only a new session need pay

    return str(ULID.from_timestamp(moment.timestamp()))


def is_id(value: str) -> bool:
    """Whether `value` is a complete id, in capitals."""
    return _ULID.fullmatch(value) is not None
