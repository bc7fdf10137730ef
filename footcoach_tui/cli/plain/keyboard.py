"""Lines typed while a plain session runs, read without waiting longer than one may."""

import os
import select
from contextlib import suppress
from typing import Protocol, TextIO

_CHUNK = 1024
_LONGEST_LINE = 65_536


class Keyboard(Protocol):
    """Where a person answers, or nobody does."""

    @property
    def is_open(self) -> bool:
        """Whether anybody could type."""
        ...

    def read_line(self, seconds: float | None) -> str | None:
        """The next line, waiting `seconds` of the real clock for it, or as long as it takes.

        None where there was none in time, nobody types any more, or a signal came.
        """
        ...


class TerminalKeyboard:
    """A terminal. Anything else counts as nobody: a pipe may stay open and silent for ever.

    It reads the terminal itself: `readline` would wait for the end of a line that was begun.
    """

    def __init__(self, stream: TextIO | None, waker: int) -> None:
        """`stream` is the standard input, None if closed; `waker` readable ends a wait early."""
        self.is_open = bool(stream and stream.isatty())
        self._fd = stream.fileno() if stream and self.is_open else -1
        self._waker = waker
        self._typed = b""

    def read_line(self, seconds: float | None) -> str | None:
        """The next line typed, without spaces around it; see `Keyboard`."""
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
        with suppress(OSError):  # the terminal is gone
            typed = os.read(self._fd, _CHUNK)
        self.is_open = bool(typed)
        self._typed = (self._typed + typed)[:_LONGEST_LINE]
