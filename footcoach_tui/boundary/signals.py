"""Signals that end a program, passed to a callback instead, so that it can save first."""

import signal
from collections.abc import Callable
from types import FrameType
from typing import Any


class SignalTrap:
    """Handler of the exit signals from `install` to `restore`, both in the main thread.

    `on_signal` gets the number of each; it may be called in the midst of anything that the main
    thread does. Signals that were ignored from the start, as by nohup, stay ignored.
    """

    # Sent by ctrl+c, by a service that is stopped, and by a terminal that closes.
    _EXIT_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def __init__(self, on_signal: Callable[[int], object]) -> None:
        self._on_signal = on_signal
        self._previous_handlers: dict[int, Callable[..., Any] | int | None] = {}

    def install(self) -> None:
        for number in self._EXIT_SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._previous_handlers[number] = signal.signal(number, self._handle)

    def restore(self) -> None:
        for number, handler in self._previous_handlers.items():
            signal.signal(number, handler)
        self._previous_handlers.clear()

    def _handle(self, number: int, _: FrameType | None) -> None:
        self._on_signal(number)
