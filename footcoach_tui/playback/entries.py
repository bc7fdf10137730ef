"""The lines of a running session's journal: what they say, as JSON, and back."""

import json
from dataclasses import asdict

from footcoach_tui.session import commands
from footcoach_tui.session.clock import Instant
from footcoach_tui.session.commands import PlayerCommand
from footcoach_tui.session.journal import JournalEntry

_BARE = {
    one.__name__: one
    for one in (
        commands.Start,
        commands.Pause,
        commands.Resume,
        commands.Next,
        commands.Back,
        commands.Restart,
        commands.Done,
        commands.Undo,
        commands.Finish,
        commands.Leave,
    )
}
"""Commands without values."""
_FURTHEST = 1e12
_LATEST = 1e11
"""Seconds since 1970, in the year 5138; a date knows years up to 9999."""


class JournalLineError(ValueError):
    """A line that says nothing that can be used."""


def encode_entry(entry: JournalEntry) -> bytes:
    """A moment and what was told then, as one line; that it is over stands in a line of its own."""
    value: dict[str, object] = {"at": [entry.at.monotonic, entry.at.wall]}
    if entry.command:
        value |= {"do": type(entry.command).__name__} | asdict(entry.command)
    elif entry.is_over:
        value["over"] = True
    return json.dumps(value, allow_nan=False, separators=(",", ":")).encode("ascii") + b"\n"


def decode_entry(line: bytes) -> JournalEntry:
    """What a line says. Raises LineError."""
    try:
        value = json.loads(line)
        monotonic, wall = (_number(one) for one in value.pop("at"))
        if not 0 <= wall <= _LATEST:
            raise JournalLineError("is of no year there is")
        name = value.pop("do", None)
        command = _command(name, value) if name else None
        return JournalEntry(Instant(monotonic, wall), command, command is None and "over" in value)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise JournalLineError("is no line of a journal") from error


def _command(name: object, values: dict[str, object]) -> PlayerCommand:
    """The command of a name, with all its values and no more."""
    if name == commands.Jump.__name__:
        return commands.Jump(int(_number(values.pop("step"))))
    if name == commands.Adjust.__name__:
        return commands.Adjust(_number(values.pop("seconds")))
    if values:
        raise JournalLineError("is no command")
    return _BARE[str(name)]()


def _number(value: object) -> float:
    if not isinstance(value, int | float) or not abs(value) <= _FURTHEST:  # so that NaN is out
        raise JournalLineError("is no number")
    return float(value)
