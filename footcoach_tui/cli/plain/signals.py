"""The signals that end a session, noted instead of obeyed, so that it is saved first."""

import os
from contextlib import suppress
from types import TracebackType
from typing import Self

from footcoach_tui.boundary.signals import SignalTrap


class StopSignal:
    """While entered, a signal sets `number` and makes `fd` readable; nothing else happens.

    The first signal counts, and later ones do not disturb the saving: a terminal that closes
    and a service that is stopped send several. What was ignored, as by nohup, stays ignored.
    """

    def __init__(self) -> None:
        """Nothing has come yet."""
        self.number = 0
        self.fd, self._bell = os.pipe()
        os.set_blocking(self._bell, False)
        self._signals = SignalTrap(self._noted)

    def __enter__(self) -> Self:
        """Take the signals."""
        self._signals.install()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the signals back."""
        self._signals.restore()
        os.close(self.fd)
        os.close(self._bell)

    def _noted(self, number: int) -> None:
        self.number = self.number or number
        with suppress(BlockingIOError):
            os.write(self._bell, b"\0")
