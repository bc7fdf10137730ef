"""Signals that end a session, recorded so that it is saved first."""

import os
from contextlib import suppress
from types import TracebackType
from typing import Self

from footcoach_tui.boundary.signals import SignalTrap


class StopSignal:
    """Context in which a signal sets `number` and makes `fd` readable, and does nothing else.

    Only the first signal counts: a terminal that closes and a service that is stopped send
    several. Ignored signals, as by nohup, stay ignored.
    """

    def __init__(self) -> None:
        self.number = 0
        self.fd, self._waker = os.pipe()
        os.set_blocking(self._waker, False)
        self._signals = SignalTrap(self._record)

    def __enter__(self) -> Self:
        self._signals.install()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._signals.restore()
        os.close(self.fd)
        os.close(self._waker)

    def _record(self, number: int) -> None:
        self.number = self.number or number
        with suppress(BlockingIOError):
            os.write(self._waker, b"\0")
