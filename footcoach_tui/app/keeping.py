"""Keeps sessions: on disk at once, or in memory until the disk takes them."""

from footcoach_tui.history.problem import HistoryError
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord


class Keeper:
    """Saves to a history. What it could not save it holds, and tries again with the next one."""

    def __init__(self, history: History) -> None:
        """Hold nothing yet."""
        self._history = history
        self._held: dict[str, SessionRecord] = {}

    @property
    def held(self) -> tuple[SessionRecord, ...]:
        """Sessions that are not on disk."""
        return tuple(self._held.values())

    def keep(self, record: SessionRecord) -> str:
        """Save a session, new or changed. Returns what the person must be told, else ""."""
        self._held[record.id] = record
        return self.retry()

    def retry(self) -> str:
        """Try to save all that is held. Returns what the person must be told, else ""."""
        told: list[str] = []
        for record in self.held:
            try:
                saved = self._history.add(record)
            except HistoryError as error:
                return f"Not saved yet, kept in memory: {error}"
            del self._held[record.id]
            told.extend(str(problem) for problem in saved.told)
        return " ".join(told)
