"""The signals that end a session, noted instead of obeyed, so that it is saved first."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Any, Self

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopping:
    """While entered, a signal sets `number` and makes `fd` readable; nothing else happens.

    The first signal counts, and later ones do not disturb the saving: a terminal that closes
    and a service that is stopped send several. What was ignored, as by nohup, stays ignored.
    """

    def __init__(self) -> None:
        """Nothing has come yet."""
        self.number = 0
        self.fd, self._bell = os.pipe()
        os.set_blocking(self._bell, False)
        self._before: dict[int, Callable[..., Any] | int | None] = {}

    def __enter__(self) -> Self:
        """Take the signals."""
        for number in _SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._noted)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the signals back."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        os.close(self.fd)
        os.close(self._bell)

    def _noted(self, number: int, _: FrameType | None) -> None:
        self.number = self.number or number
        with suppress(BlockingIOError):
            os.write(self._bell, b"\0")
