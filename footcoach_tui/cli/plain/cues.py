"""Cues beside plain lines, where these are read on a terminal."""

import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Timer

from footcoach_tui.boundary.text import to_ascii

MAX_DRAIN = 3.0
"""Seconds for the end to be heard before the program is over."""

MAX_SETUP = 1.0
"""Seconds, at most, to find out what there is to give cues with, before the first of them."""


class PlainCueOutput:
    """The standard output. Nobody is told where nobody reads any more: the lines tell that."""

    def __init__(self) -> None:
        """Nothing is written yet."""
        self._is_terminal = bool(sys.stdout and sys.stdout.isatty())

    def ring(self) -> None:
        """Ring the bell."""
        self.send("\a")

    def send(self, sequence: str) -> None:
        """Write a sequence, in ASCII as the lines are; nothing where there is no terminal."""
        if self._is_terminal:
            with suppress(OSError, ValueError):
                print(to_ascii(sequence), end="", flush=True)

    def call_later(self, seconds: float, do: Callable[[], None]) -> None:
        """Do something so much later, if the program still runs then."""
        timer = Timer(seconds, do)
        timer.daemon = True
        timer.start()

    def send_at_exit(self, sequence: str) -> None:
        """Plain lines always come to their end by themselves."""
