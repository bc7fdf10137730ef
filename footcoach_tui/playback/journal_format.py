"""What a session began with: the first line of its journal, as JSON, and back."""

import json
from dataclasses import dataclass
from datetime import datetime

from footcoach_tui.boundary.text import clean
from footcoach_tui.history.ids import is_id
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.side import Side

_SCHEMA = 1
_SHORT, _LONG = 200, 4000
_MOST = 1e9


@dataclass(frozen=True, slots=True)
class JournalHeader:
    """What a session began with. `routine` is a copy of it as JSON values.

    `gap_limit` is the player's, in seconds of the session's clock.
    """

    info: SessionInfo
    routine: object
    first: Side
    gap_limit: float


def encode_header(begun: JournalHeader) -> bytes:
    """It as a journal's first line, with its line end."""
    heading = begun.info
    head = {
        "journal": _SCHEMA,
        "id": heading.id,
        "started": heading.started.isoformat(),
        "zone": heading.zone,
        "context": heading.context,
        "speed": heading.speed,
        "version": heading.version,
        "note": heading.note,
        "first": begun.first.value,
        "gap_limit": begun.gap_limit,
        "routine": begun.routine,
    }
    return json.dumps(head, allow_nan=False).encode("ascii") + b"\n"


def decode_header(line: bytes) -> JournalHeader:
    """What a first line says. Raises ValueError."""
    try:
        head = json.loads(line, parse_constant=float)
        if head["journal"] != _SCHEMA or not is_id(head["id"]):
            raise ValueError("it is another kind of file")
        started = datetime.fromisoformat(head["started"])
        if started.tzinfo is None:
            raise ValueError("its start has no zone")
        heading = SessionInfo(
            id=head["id"],
            started=started,
            zone=clean(head["zone"], _SHORT),
            context=clean(head["context"], _SHORT),
            speed=_positive(head["speed"]),
            version=clean(head["version"], _SHORT),
            note=clean(head["note"], _LONG),
        )
        return JournalHeader(
            heading, head["routine"], Side(head["first"]), _positive(head["gap_limit"])
        )
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("its first line is not one of a journal") from error


def _positive(value: object) -> float:
    if not isinstance(value, int | float) or not 0 < value < _MOST:  # so that NaN is out
        raise ValueError("a number in it is none")
    return float(value)
