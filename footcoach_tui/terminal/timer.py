"""A look that is to be taken later, once, however often it is asked for."""

from asyncio import AbstractEventLoop, TimerHandle
from collections.abc import Callable
from contextvars import Context


class OneShotTimer:
    """Rings once, at the earliest of the moments for which it was set."""

    def __init__(self, loop: AbstractEventLoop) -> None:
        """Not set."""
        self._loop = loop
        self._handle: TimerHandle | None = None

    @property
    def is_set(self) -> bool:
        """Whether it will ring."""
        return self._handle is not None

    def set(self, seconds: float, call: Callable[[], object], context: Context) -> None:
        """Have something called in so many seconds, if nothing is before that."""
        due = self._loop.time() + seconds
        if self._handle and self._handle.when() <= due:
            return
        self.stop()
        self._handle = self._loop.call_at(due, self._fire, call, context=context)

    def stop(self) -> None:
        """Do not ring."""
        if self._handle:
            self._handle.cancel()
            self._handle = None

    def _fire(self, call: Callable[[], object]) -> None:
        self._handle = None
        call()
