"""Queue of sessions to save: on disk at once, or in memory until the disk takes them."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.history.store import History, Saved
from footcoach_tui.session.record import SessionRecord

if TYPE_CHECKING:  # the start screen is drawn before a session's parts are loaded
    from footcoach_tui.playback.live_session import LiveSession


class SaveQueue:
    """Saves sessions to a history; those that fail stay in the queue for the next try.

    Methods return a message for the user, or "". `update`, `delete` and `undo` raise HistoryError,
    and change nothing then.
    """

    def __init__(self, history: History) -> None:
        self._history = history
        self._pending: dict[str, SessionRecord] = {}
        self.write_count = 0
        """Number of writes: compare it to detect an outdated read."""
        self._edits_since_save = 0
        self.on_pending: Callable[[], None] = lambda: None
        """Called when a session could not be saved."""
        self.on_answered: Callable[[], list[str]] = list
        """Called when the questions about a session are closed; returns sentences for the user."""

    @property
    def is_last_write_an_edit(self) -> bool:
        """Whether the last write was an edit by the user, whom its undo will not surprise."""
        return self._edits_since_save > 0

    @property
    def pending(self) -> tuple[SessionRecord, ...]:
        """Sessions that are not on disk."""
        return tuple(self._pending.values())

    def save(self, record: SessionRecord) -> str:
        """Save a session, new or changed."""
        self._pending[record.id] = record
        return self.retry()

    def retry(self) -> str:
        """Save the sessions in the queue."""
        messages: list[str] = []
        for record in self.pending:
            try:
                saved = self._history.add(record)
            except HistoryError as error:
                self.on_pending()
                return f"Not saved yet; still in memory: {error}"
            self._count(is_edit=False)
            del self._pending[record.id]
            messages.append(_warnings(saved))
        return " ".join(filter(None, messages))

    def add_entry(
        self, kind: EntryKind, *documents: Mapping[str, object], is_undoable: bool = True
    ) -> str:
        """Save an entry that is not a session, or several that are undone as one.

        The message says why they could not be saved.
        """
        try:
            warnings = self._history.add_entry(kind, *documents, is_undoable=is_undoable)
        except HistoryError as error:
            return f"Not saved: {error}"
        self._count(is_edit=False)
        return " ".join(map(str, warnings))

    def suspend(self, session: "LiveSession") -> str:
        """Store the position in a session or, where that fails, save what was done of it."""
        record = session.suspend()
        if record is None:
            return ""
        return self.save(record) or "Your place could not be saved; what you did is in the history."

    def update(self, record: SessionRecord) -> str:
        """Replace a session of the history."""
        message = _warnings(self._history.update(record))
        self._count(is_edit=True)
        return message or "Changed. Press u to undo."

    def delete(self, record: SessionRecord) -> str:
        self._history.delete(record.id)
        self._count(is_edit=True)
        return f"Deleted {record.title} of {record.date}. Press u in the history to undo."

    def undo(self) -> str:
        """Take back the last change, if there is one."""
        message = self._history.undo()
        self.write_count += 1
        self._edits_since_save = max(0, self._edits_since_save - 1)
        return message

    def _count(self, *, is_edit: bool) -> None:
        self.write_count += 1
        self._edits_since_save = self._edits_since_save + 1 if is_edit else 0


def _warnings(saved: Saved) -> str:
    return " ".join(str(problem) for problem in saved.warnings)
