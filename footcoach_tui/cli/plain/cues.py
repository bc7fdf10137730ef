"""Output of the cues in plain mode."""

import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Timer

from footcoach_tui.boundary.text import to_ascii


class PlainCueOutput:
    """Standard output. Write errors are ignored: the lines of the session report them."""

    MAX_DRAIN = 3.0
    """Seconds that the last cue may take before the program ends."""

    def __init__(self) -> None:
        self._is_terminal = bool(sys.stdout and sys.stdout.isatty())

    def ring(self) -> None:
        self.send("\a")

    def send(self, sequence: str) -> None:
        """Write a sequence in ASCII, as the lines are; nothing without a terminal."""
        if self._is_terminal:
            with suppress(OSError, ValueError):
                print(to_ascii(sequence), end="", flush=True)

    def call_later(self, seconds: float, do: Callable[[], None]) -> None:
        timer = Timer(seconds, do)
        timer.daemon = True
        timer.start()

    def send_at_exit(self, sequence: str) -> None:
        """Ignore the sequence: `PlainPlayer` always ends by itself."""
