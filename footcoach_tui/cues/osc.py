"""Operating system commands: how a notification and progress are put, and sent through tmux."""

import re
from enum import StrEnum

from footcoach_tui.boundary.text import clean

LONGEST = 120
"""Characters of a notification: terminals drop sequences that are too long."""

_ST = "\x1b\\"
_BEL = "\x07"


class Wrapping(StrEnum):
    """What stands between us and the terminal, and must be told to pass a sequence on."""

    NONE = "none"
    TMUX = "tmux"
    SCREEN = "screen"


def notification(kind: str, text: str) -> str:
    """A notification of the kind osc9, osc777 or osc99.

    It always begins with our name: ConEmu obeys an OSC 9 that begins with a number.
    """
    told = _safe(text)
    match kind:
        case "osc9":
            return _osc(f"9;footcoach: {told}")
        case "osc777":
            return _osc(f"777;notify;footcoach;{told}")
    # The same name each time: a newer one takes the place of the one before.
    return _osc(f"99;i=footcoach:o=unfocused;footcoach: {told}")


def progress(percent: int | None) -> str:
    """Progress of 0 to 100; None takes it away."""
    return _osc("9;4;0;0" if percent is None else f"9;4;1;{max(0, min(100, percent))}")


def wrapped(sequence: str, wrapping: Wrapping) -> str:
    """The sequence as tmux or screen passes it on to the terminal it is shown on."""
    if wrapping is Wrapping.TMUX:
        escaped = sequence.replace("\x1b", "\x1b\x1b")
        return f"\x1bPtmux;{escaped}{_ST}"
    if wrapping is Wrapping.SCREEN:  # it takes the first ST for the end, so there is only one
        return f"\x1bP{sequence.removesuffix(_ST)}{_BEL}{_ST}"
    return sequence


def _osc(payload: str) -> str:
    return f"\x1b]{payload}{_ST}"


def _safe(text: str) -> str:
    """Nothing that ends a sequence or begins a new part of it."""
    return re.sub(r"[;\\]", ",", clean(text, LONGEST))
