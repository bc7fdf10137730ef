"""Timer of an event loop that fires once, however often it is set."""

from asyncio import AbstractEventLoop, TimerHandle
from collections.abc import Callable
from contextvars import Context


class OneShotTimer:
    """Fires once, at the earliest of the times for which it was set."""

    def __init__(self, loop: AbstractEventLoop) -> None:
        self._loop = loop
        self._handle: TimerHandle | None = None

    @property
    def is_set(self) -> bool:
        return self._handle is not None

    def set(self, seconds: float, call: Callable[[], object], context: Context) -> None:
        """Call a function in so many seconds, unless the timer is set to fire before that."""
        due = self._loop.time() + seconds
        if self._handle and self._handle.when() <= due:
            return
        self.stop()
        self._handle = self._loop.call_at(due, self._fire, call, context=context)

    def stop(self) -> None:
        if self._handle:
            self._handle.cancel()
            self._handle = None

    def _fire(self, call: Callable[[], object]) -> None:
        self._handle = None
        call()
