"""Trying again, by and by, to save what the disk did not take."""

from textual.app import App
from textual.timer import Timer

from footcoach_tui.app.saving import SaveQueue
from footcoach_tui.app.screens.play import PlayScreen

_RETRY_SECONDS = 20.0
"""Seconds between two tries."""


class SaveRetry:
    """Waits for nothing as long as nothing is held."""

    def __init__(self, app: App[None], keeper: SaveQueue) -> None:
        """From now on the keeper wakes it."""
        self._app = app
        self._save_queue = keeper
        self._timer: Timer | None = None
        keeper.on_pending = self.schedule

    def schedule(self) -> None:
        """Something is held: try again before long."""
        if self._timer is None and self._app.is_running:
            self._timer = self._app.set_timer(_RETRY_SECONDS, self.retry)

    def retry(self) -> None:
        """Try, unless a session is going on: to wait for a lock would stop its clock."""
        self._timer = None
        if any(_is_running(screen) for screen in self._app.screen_stack):
            self.schedule()
            return
        count = len(self._save_queue.pending)
        told = self._save_queue.retry()
        if count and not self._save_queue.pending:
            self._app.notify(told or "What was kept in memory is saved now.", markup=False)


def _is_running(screen: object) -> bool:
    return isinstance(screen, PlayScreen) and screen.live_session.player.is_running
