"""Operating system commands (OSC) for notifications and progress, also through tmux and screen."""

import re
from enum import StrEnum

from footcoach_tui.boundary.text import clean

_MAX_NOTIFICATION = 120
"""Longest notification, in characters: terminals drop longer sequences."""

_ST = "\x1b\\"
_BEL = "\x07"


class Multiplexer(StrEnum):
    """Terminal multiplexer around the session."""

    NONE = "none"
    TMUX = "tmux"
    SCREEN = "screen"

    def wrap(self, sequence: str) -> str:
        """Wrap a sequence so that the multiplexer passes it to the terminal."""
        if self is Multiplexer.TMUX:
            escaped = sequence.replace("\x1b", "\x1b\x1b")
            return f"\x1bPtmux;{escaped}{_ST}"
        if self is Multiplexer.SCREEN:  # it ends at the first ST, so the inner one becomes BEL
            return f"\x1bP{sequence.removesuffix(_ST)}{_BEL}{_ST}"
        return sequence


def notification_sequence(kind: str, text: str) -> str:
    """Notification of the kind osc9, osc777 or osc99.

    The text begins with ``footcoach``: ConEmu takes an OSC 9 with a number for a command.
    """
    message = re.sub(r"[;\\]", ",", clean(text, _MAX_NOTIFICATION))  # they would end a part
    match kind:
        case "osc9":
            return _osc(f"9;footcoach: {message}")
        case "osc777":
            return _osc(f"777;notify;footcoach;{message}")
    # One id for all: a new notification replaces the one before.
    return _osc(f"99;i=footcoach:o=unfocused;footcoach: {message}")


def progress_sequence(percent: int | None) -> str:
    """Progress in percent; None removes it."""
    return _osc("9;4;0;0" if percent is None else f"9;4;1;{max(0, min(100, percent))}")


def _osc(payload: str) -> str:
    return f"\x1b]{payload}{_ST}"
