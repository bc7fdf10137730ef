"""The signals that end a program, told instead of obeyed, so that what was done is kept."""

import signal
from collections.abc import Callable
from types import FrameType
from typing import Any

_EXIT_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""What ends a program that does nothing about it: a key, a service, a terminal that closes."""


class SignalTrap:
    """From `take` to `give_back`, each of `ENDING` is told by its number.

    What was ignored from the start, as the hang-up is by nohup, stays ignored.
    """

    def __init__(self, told: Callable[[int], object]) -> None:
        """`told` may be called in the midst of anything the main thread does."""
        self._told = told
        self._before: dict[int, Callable[..., Any] | int | None] = {}

    def install(self) -> None:
        """Take the signals. To be called in the main thread, as `give_back` is."""
        for number in _EXIT_SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._heard)

    def restore(self) -> None:
        """Have each do what it did before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before.clear()

    def _heard(self, number: int, _: FrameType | None) -> None:
        self._told(number)
