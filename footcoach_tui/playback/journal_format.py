"""Format of a journal: a header line and lines of entries, as JSON."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Self, get_args

from footcoach_tui.boundary.text import clean
from footcoach_tui.history.fields import read_object
from footcoach_tui.history.ids import is_id
from footcoach_tui.session.clock import Instant
from footcoach_tui.session.commands import (
    AddReps,
    Adjust,
    Done,
    Hurt,
    Jump,
    Note,
    PlayerCommand,
    ReportFlags,
)
from footcoach_tui.session.journal import JournalEntry
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.side import Side

_SCHEMA = 1
_MAX_SHORT_TEXT, _MAX_NOTE = 200, 4000
"""Characters."""
_MAX_SETTING = 1e9
_MAX_NUMBER = 1e12
_MAX_HOLD_WAIT = 3600.0
"""Seconds."""
_MAX_WALL = 1e11
"""Seconds since 1970, in the year 5138; a date knows years up to 9999."""
_COMMANDS: dict[str, Callable[[], PlayerCommand]] = {
    command.__name__: command for command in get_args(PlayerCommand)
}


@dataclass(frozen=True, slots=True)
class JournalHeader:
    """First line of a journal: what the session began with.

    `routine` is a copy of the routine as JSON values; `gap_limit` is the player's, in seconds of
    the session's clock, `hold_wait` the timeline's.
    """

    info: SessionInfo
    routine: object
    first: Side
    gap_limit: float
    hold_wait: float | None = None

    def encode(self) -> bytes:
        """Return the line with its line end."""
        header: dict[str, object] = {
            "journal": _SCHEMA,
            "id": self.info.id,
            "started": self.info.started.isoformat(),
            "zone": self.info.zone,
            "context": self.info.context,
            "speed": self.info.speed,
            "version": self.info.version,
            "note": self.info.note,
            "first": self.first.value,
            "gap_limit": self.gap_limit,
            "routine": self.routine,
        }
        if self.hold_wait is not None:
            header["hold_wait"] = self.hold_wait
        if self.info.checkin:
            header["checkin"] = self.info.checkin
        return json.dumps(header, allow_nan=False).encode("ascii") + b"\n"

    @classmethod
    def decode(cls, line: bytes) -> Self:
        """Read the line; its texts come out clean. Raises ValueError."""
        try:
            header = json.loads(line, parse_constant=float)
            if header["journal"] != _SCHEMA or not is_id(header["id"]):
                raise ValueError("it is another kind of file")
            started = datetime.fromisoformat(header["started"])
            if started.tzinfo is None:
                raise ValueError("its start has no time zone")
            info = SessionInfo(
                id=header["id"],
                started=started,
                zone=clean(header["zone"], _MAX_SHORT_TEXT),
                context=clean(header["context"], _MAX_SHORT_TEXT),
                speed=_positive(header["speed"]),
                version=clean(header["version"], _MAX_SHORT_TEXT),
                note=clean(header["note"], _MAX_NOTE),
                checkin=read_object(header, "checkin"),
            )
            first, gap_limit = Side(header["first"]), _positive(header["gap_limit"])
            return cls(info, header["routine"], first, gap_limit, _wait(header.get("hold_wait")))
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError("its first line is not that of a journal") from error


def encode_entry(entry: JournalEntry) -> bytes:
    """Return an entry as a line. The end mark has a line of its own."""
    value: dict[str, object] = {"at": [entry.at.monotonic, entry.at.wall]}
    if entry.command:
        fields = asdict(entry.command).items()
        value |= {"do": type(entry.command).__name__}
        value |= {key: field for key, field in fields if field is not None}
    elif entry.is_over:
        value["over"] = True
    return json.dumps(value, allow_nan=False, separators=(",", ":")).encode("ascii") + b"\n"


def decode_entries(content: bytes) -> tuple[JournalEntry, ...]:
    """Read the entries of all lines. A line that a power cut tore is left out."""
    entries: list[JournalEntry] = []
    for line in content.splitlines():
        with suppress(ValueError):
            entries.append(_decode_entry(line))
    return tuple(entries)


def _decode_entry(line: bytes) -> JournalEntry:
    """Read an entry from a line. Raises ValueError."""
    try:
        value = json.loads(line)
        monotonic, wall = map(_number, value.pop("at"))
        if not 0 <= wall <= _MAX_WALL:
            raise ValueError("is not in a possible year")
        name = value.pop("do", None)
        command = _command(name, value) if name else None
        return JournalEntry(Instant(monotonic, wall), command, command is None and "over" in value)
    except (AttributeError, KeyError, TypeError, RecursionError) as error:
        raise ValueError("is not a line of a journal") from error


def _command(name: object, values: dict[str, object]) -> PlayerCommand:
    """Build a command of its name, with all its values and no more."""
    if name == Jump.__name__:
        return Jump(int(_number(values.pop("step"))))
    if name == Adjust.__name__:
        return Adjust(_number(values.pop("seconds")))
    if name == AddReps.__name__:
        return AddReps(_whole(values.pop("reps")))
    if name == Done.__name__ and "value" in values:
        return Done(_number(values.pop("value")))
    if name == Hurt.__name__:
        return Hurt(_whole(values.pop("score")), is_sharp=values.pop("is_sharp", False) is True)
    if name == Note.__name__:
        return Note(_text(values.pop("text")))
    if name == ReportFlags.__name__:
        return ReportFlags(_texts(values.pop("flags")))
    if values:
        raise ValueError("is not a command")
    return _COMMANDS[str(name)]()


def _number(value: object) -> float:
    if not isinstance(value, int | float) or not abs(value) <= _MAX_NUMBER:  # so that NaN is out
        raise ValueError("is not a number")
    return float(value)


def _whole(value: object) -> int:
    number = _number(value)
    if not number.is_integer():
        raise ValueError("is not a whole number")
    return int(number)


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise TypeError("is not a list")
    return tuple(map(_text, value))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("is not a text")
    return clean(value, _MAX_SHORT_TEXT)


def _wait(value: object) -> float | None:
    return None if value is None else min(_MAX_HOLD_WAIT, max(0.0, _number(value)))


def _positive(value: object) -> float:
    if not isinstance(value, int | float) or not 0 < value < _MAX_SETTING:  # so that NaN is out
        raise ValueError("one of its numbers is not a number")
    return float(value)
