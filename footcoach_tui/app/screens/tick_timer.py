"""When a screen looks at the clock again."""

import asyncio
from collections.abc import Callable
from contextvars import copy_context

from textual.screen import Screen

from footcoach_tui.terminal.timer import OneShotTimer


class TickTimer:
    """One look that is to come, without the task and the messages that a timer of Textual's is.

    To be made in a handler of the screen's messages: looks are taken as if in another one.
    """

    def __init__(self, screen: Screen[None], look: Callable[[], None]) -> None:
        """Nothing is to come yet."""
        self._screen = screen
        self._tick = look
        self._timer = OneShotTimer(asyncio.get_running_loop())
        self._context = copy_context()

    def set(self, seconds: float) -> None:
        """Take the look in so many seconds, whatever was said before."""
        self._timer.stop()
        self._timer.set(seconds, self._run, self._context)

    def stop(self) -> None:
        """Take no look."""
        self._timer.stop()

    def _run(self) -> None:
        try:
            self._tick()
        except Exception as error:  # noqa: BLE001 - to be raised again, where it is heard
            self._screen.call_later(_raise, error)


def _raise(error: Exception) -> None:
    raise error
