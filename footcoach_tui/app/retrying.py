"""Trying again, by and by, to save what the disk did not take."""

from textual.app import App
from textual.timer import Timer

from footcoach_tui.app.keeping import Keeper
from footcoach_tui.app.screens.play import PlayScreen

PAUSE = 20.0
"""Seconds between two tries."""


class Retrying:
    """Waits for nothing as long as nothing is held."""

    def __init__(self, app: App[None], keeper: Keeper) -> None:
        """From now on the keeper wakes it."""
        self._app = app
        self._keeper = keeper
        self._timer: Timer | None = None
        keeper.wake = self.wake

    def wake(self) -> None:
        """Something is held: try again before long."""
        if self._timer is None and self._app.is_running:
            self._timer = self._app.set_timer(PAUSE, self.retry)

    def retry(self) -> None:
        """Try, unless a session is going on: to wait for a lock would stop its clock."""
        self._timer = None
        if any(_is_running(screen) for screen in self._app.screen_stack):
            self.wake()
            return
        count = len(self._keeper.held)
        told = self._keeper.retry()
        if count and not self._keeper.held:
            self._app.notify(told or "What was kept in memory is saved now.", markup=False)


def _is_running(screen: object) -> bool:
    return isinstance(screen, PlayScreen) and screen.playing.player.is_running
