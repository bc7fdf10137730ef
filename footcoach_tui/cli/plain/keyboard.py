"""Lines typed while a plain session runs, read with a timeout."""

import os
import select
from contextlib import suppress
from typing import Protocol, TextIO

_CHUNK = 1024
_MAX_LINE = 65_536


class Keyboard(Protocol):
    """Source of typed lines."""

    @property
    def is_open(self) -> bool:
        """Whether the user could type."""

    def read_line(self, seconds: float | None) -> str | None:
        """Read a line without spaces around it, for at most `seconds` of the real clock.

        None if there was no line in time, the keyboard is closed, or a signal came.
        """


class TerminalKeyboard:
    """Keyboard of a terminal. Other streams count as closed: a pipe may stay silent for ever.

    Reads the terminal itself: `readline` would wait for the end of a line.
    """

    def __init__(self, stream: TextIO | None, waker: int) -> None:
        """`stream` is the standard input, None if closed; `waker` readable ends a wait early."""
        self.is_open = bool(stream and stream.isatty())
        self._fd = stream.fileno() if stream and self.is_open else -1
        self._waker = waker
        self._typed = b""

    def read_line(self, seconds: float | None) -> str | None:
        if b"\n" not in self._typed and (self.is_open or seconds is not None):
            self._read(seconds)
        line, end, rest = self._typed.partition(b"\n")
        if not end:
            return None
        self._typed = rest
        return line.decode(errors="replace").strip()

    def _read(self, seconds: float | None) -> None:
        watched = [self._waker, self._fd] if self.is_open else [self._waker]
        ready, _, _ = select.select(watched, [], [], seconds)
        if self._fd not in ready:
            return
        typed = b""
        with suppress(OSError):  # the terminal is closed
            typed = os.read(self._fd, _CHUNK)
        self.is_open = bool(typed)
        self._typed = (self._typed + typed)[:_MAX_LINE]
