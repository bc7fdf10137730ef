"""Retries to save sessions that the disk did not take."""

from textual.app import App
from textual.timer import Timer

from footcoach_tui.app.save_queue import SaveQueue

_RETRY_SECONDS = 20.0


class SaveRetry:
    """Timer that retries while the queue has sessions; the queue starts it."""

    def __init__(self, app: App[None], save_queue: SaveQueue) -> None:
        self._app = app
        self._save_queue = save_queue
        self._timer: Timer | None = None
        save_queue.on_pending = self.schedule

    def schedule(self) -> None:
        if self._timer is None and self._app.is_running:
            self._timer = self._app.set_timer(_RETRY_SECONDS, self.retry)

    def retry(self) -> None:
        """Save, unless a session is running: waiting for a lock would stop its clock."""
        self._timer = None
        if any(_is_running(screen) for screen in self._app.screen_stack):
            self.schedule()
            return
        count = len(self._save_queue.pending)
        message = self._save_queue.retry()
        if count and not self._save_queue.pending:
            self._app.notify(message or "What was in memory is saved now.", markup=False)


def _is_running(screen: object) -> bool:
    from footcoach_tui.app.screens.play import PlayScreen  # noqa: PLC0415 - see `launch`

    return isinstance(screen, PlayScreen) and screen.live_session.player.is_running
