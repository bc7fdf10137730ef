"""Keeps sessions: on disk at once, or in memory until the disk takes them."""

from collections.abc import Callable

from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.store import History, Saved
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.session.record import SessionRecord


class SaveQueue:
    """Saves to a history. What it could not save it holds, and tries again with the next one."""

    def __init__(self, history: History) -> None:
        """Hold nothing yet."""
        self._history = history
        self._pending: dict[str, SessionRecord] = {}
        self.write_count = 0
        """Grows with whatever is written: who has read before knows that it is out of date."""
        self._edits_since_save = 0
        self.on_pending: Callable[[], None] = lambda: None
        """Called when something is held, so that it is tried again before long."""

    @property
    def is_last_write_an_edit(self) -> bool:
        """Whether the latest thing written is a change made by hand: to undo it surprises none."""
        return self._edits_since_save > 0

    @property
    def pending(self) -> tuple[SessionRecord, ...]:
        """Sessions that are not on disk."""
        return tuple(self._pending.values())

    def save(self, record: SessionRecord) -> str:
        """Save a session, new or changed. Returns what the person must be told, else ""."""
        self._pending[record.id] = record
        return self.retry()

    def retry(self) -> str:
        """Try to save all that is held. Returns what the person must be told, else ""."""
        told: list[str] = []
        for record in self.pending:
            try:
                saved = self._history.add(record)
            except HistoryError as error:
                self.on_pending()
                return f"Not saved yet, kept in memory: {error}"
            self._count(fresh=False)
            del self._pending[record.id]
            told.append(_sentences(saved))
        return " ".join(filter(None, told))

    def suspend(self, session: LiveSession) -> str:
        """Keep a session's place or, where that cannot be, what was done of it.

        Returns what the person must be told, else "".
        """
        done = session.suspend()
        if done is None:
            return ""
        return self.save(done) or "Your place could not be kept; what you did is in the history."

    def update(self, record: SessionRecord) -> str:
        """Write a session of the history anew. Raises HistoryError, and nothing is changed then."""
        told = _sentences(self._history.update(record))
        self._count(fresh=True)
        return told or "Changed; u takes it back."

    def delete(self, record: SessionRecord) -> str:
        """Delete a session. Raises HistoryError, and nothing is changed then."""
        self._history.delete(record.id)
        self._count(fresh=True)
        return f"Deleted {record.title} of {record.date}; u in the history brings it back."

    def undo(self) -> str:
        """Take back the latest change. Raises HistoryError where there is none that can be."""
        sentence = self._history.undo()
        self.write_count += 1
        self._edits_since_save = max(0, self._edits_since_save - 1)
        return sentence

    def _count(self, *, fresh: bool) -> None:
        self.write_count += 1
        self._edits_since_save = self._edits_since_save + 1 if fresh else 0


def _sentences(saved: Saved) -> str:
    return " ".join(str(problem) for problem in saved.warnings)
