"""The lines of a running session's journal: what they say, as JSON, and back."""

import json
from dataclasses import asdict

from footcoach_tui.session import commands as tell
from footcoach_tui.session.instant import Instant
from footcoach_tui.session.replay import Entry

_BARE = {
    one.__name__: one
    for one in (
        tell.Start,
        tell.Pause,
        tell.Resume,
        tell.Next,
        tell.Back,
        tell.Restart,
        tell.Done,
        tell.Undo,
        tell.Finish,
        tell.Leave,
    )
}
"""Commands without values."""
_FURTHEST = 1e12
_LATEST = 1e11
"""Seconds since 1970, in the year 5138; a date knows years up to 9999."""


class LineError(ValueError):
    """A line that says nothing that can be used."""


def to_line(entry: Entry) -> bytes:
    """A moment and what was told then, as one line; that it is over stands in a line of its own."""
    value: dict[str, object] = {"at": [entry.at.monotonic, entry.at.wall]}
    if entry.command:
        value |= {"do": type(entry.command).__name__} | asdict(entry.command)
    elif entry.over:
        value["over"] = True
    return json.dumps(value, allow_nan=False, separators=(",", ":")).encode("ascii") + b"\n"


def from_line(line: bytes) -> Entry:
    """What a line says. Raises LineError."""
    try:
        value = json.loads(line)
        monotonic, wall = (_number(one) for one in value.pop("at"))
        if not 0 <= wall <= _LATEST:
            raise LineError("is of no year there is")
        name = value.pop("do", None)
        command = _command(name, value) if name else None
        return Entry(Instant(monotonic, wall), command, command is None and "over" in value)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise LineError("is no line of a journal") from error


def _command(name: object, values: dict[str, object]) -> tell.Command:
    """The command of a name, with all its values and no more."""
    if name == tell.Jump.__name__:
        return tell.Jump(int(_number(values.pop("step"))))
    if name == tell.Adjust.__name__:
        return tell.Adjust(_number(values.pop("seconds")))
    if values:
        raise LineError("is no command")
    return _BARE[str(name)]()


def _number(value: object) -> float:
    if not isinstance(value, int | float) or not abs(value) <= _FURTHEST:  # so that NaN is out
        raise LineError("is no number")
    return float(value)
