"""The history: every session of every device, read as one and added to durably.

The files are described in docs/data-format.md. Importing this is quick; TinyDB is loaded by the
first write.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from footcoach_tui.boundary.paths import Folders
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.text import clean
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.reader import HistoryReader

if TYPE_CHECKING:  # reading must not load TinyDB
    from contextlib import AbstractContextManager

    from footcoach_tui.history.changes.arrivals import Arrival
    from footcoach_tui.history.changes.restore import MonthSalvage, RestoreResult
    from footcoach_tui.history.changes.transaction import Transaction
    from footcoach_tui.history.changes.undo_log import UndoLog
    from footcoach_tui.history.fields import Document
    from footcoach_tui.history.months.entries import EntryKind
    from footcoach_tui.history.months.lines import MonthLine
    from footcoach_tui.session.record import SessionRecord


class Saved(NamedTuple):
    """The sessions written, as stored and safe on disk, and warnings for the user.

    `unchanged` is the number of sessions that were stored just so already.
    """

    records: "tuple[SessionRecord, ...]"
    warnings: tuple[Problem, ...] = ()
    unchanged: int = 0

    @property
    def record(self) -> "SessionRecord":
        """The session, where just one was saved."""
        return self.records[0]


def _utc_now() -> datetime:
    return datetime.now(UTC)


class History(HistoryReader):
    """The sessions of a data folder, and changes to them.

    Methods that write raise HistoryError on failure; nothing stored before is harmed then.
    """

    def __init__(
        self, folders: Folders, device: str = "", now: Callable[[], datetime] = _utc_now
    ) -> None:
        """Nothing is created or read yet.

        `device` replaces this machine's name, which is made when first needed. `now` returns the
        present time, aware.
        """
        super().__init__(folders, device)
        self._now = now
        self.on_added: Callable[[SessionRecord], None] = lambda _: None
        """Called with each session that `add` has saved; it must raise nothing."""

    def add(self, record: "SessionRecord") -> Saved:
        """Save a session; it is safe on disk on return.

        A session with the same id is replaced; if it was just added, both are undone as one. A
        record without a device gets this one. A damaged month of this device is set aside first,
        byte for byte, and named in `warnings`.
        """
        saved = self._save([record], f"added {clean(record.title)} of {record.date}", "add")
        self.on_added(saved.record)
        return saved

    def add_all(self, records: "Iterable[SessionRecord]", what: str) -> Saved:
        """Save many sessions, each month written once, undone as one.

        `what` is such as "imported 12 sessions". After HistoryError whole months may have been
        written; that can be undone as well.
        """
        return self._save(records, what, "many")

    def update(self, record: "SessionRecord") -> Saved:
        """Save a changed session of any device. Raises HistoryError if it does not exist."""
        what = f"changed {clean(record.title)} of {record.date}"
        return self._save([record], what, must_exist=True)

    def delete(self, identity: str) -> "SessionRecord":
        """Delete a session, given its id or the beginning of it; returns the session."""
        with self._transaction() as transaction:
            record = self.get(identity)
            if record is None:
                raise HistoryError(f"Session {identity} is not in the history")
            transaction.check(record.id)
            what = f"deleted {record.title} of {record.date}"
            transaction.write({record.id: None}, what=what)
            return record

    def add_entry(
        self, kind: "EntryKind", *documents: "Document", is_undoable: bool = True
    ) -> tuple[Problem, ...]:
        """Save an entry that is not a session, or several that are undone as one.

        Each document has an id and a day (YYYY-MM-DD). What follows from a session is not
        `is_undoable`: it would be derived again. Returns warnings for the user.
        """
        from footcoach_tui.history.changes.entry_words import entry_words  # noqa: PLC0415 - only here

        with self._transaction() as transaction:
            what = entry_words(kind, documents, self.entries(kind)) if is_undoable else ""
            transaction.add_entries(kind, documents, what)
            return tuple(transaction.warnings)

    def undo(self) -> str:
        """Undo the latest change of this device; the sentence names it.

        Raises HistoryError when there is none, or another device changed the session since.
        """
        from footcoach_tui.history.changes.undo import undo_latest  # noqa: PLC0415 - TinyDB

        log = self._undo_log()
        if not log.entries() and not log.problem:
            raise HistoryError(log.EMPTY)
        with self._transaction() as transaction:
            return undo_latest(transaction)

    def restore(self, month: str) -> "RestoreResult":
        """Restore what is missing of this device's month (YYYY-MM).

        Sources are its newest backup, and readable lines of the damaged file and of those set
        aside. Nothing written since is lost, and it can be undone.
        """
        from footcoach_tui.history.changes.restore import restore_month  # noqa: PLC0415 - only here

        with self._transaction() as transaction:
            return restore_month(transaction, self.folders.data, self.index, month)

    def damaged_months(self) -> "tuple[MonthSalvage, ...]":
        """Return the months of this device that are damaged, were set aside, or are gone."""
        from footcoach_tui.history.changes.restore import damaged_months  # noqa: PLC0415 - only here
        from footcoach_tui.history.device import read_device  # noqa: PLC0415 - the same

        device = self._device or read_device(self.folders.state)
        return damaged_months(self.folders.data, device, self.index)

    def own_device(self) -> str:
        """Return this machine's name, which is made if there is none."""
        with self._transaction() as transaction:
            return transaction.device

    def merge(self, device: str, month: str, lines: "Iterable[MonthLine]") -> "Arrival":
        """Merge what arrived of another device's month (YYYY-MM); it is safe on disk on return."""
        from footcoach_tui.history.changes.arrivals import merge_arrivals  # noqa: PLC0415 - only here

        with self._transaction() as transaction:
            return merge_arrivals(self.folders.data, transaction.device, device, month, lines)

    def undoable(self) -> tuple[str, ...]:
        """Return the changes that can be undone, latest first, at most 20."""
        sentences = [
            entry.what[:1].upper() + entry.what[1:] for entry in self._undo_log().entries()
        ]
        return tuple(reversed(sentences))

    def undo_problem(self) -> Problem | None:
        """Return what is wrong with the list of changes that can be undone."""
        log = self._undo_log()
        log.entries()
        return log.problem

    def _save(
        self,
        records: "Iterable[SessionRecord]",
        what: str,
        kind: str = "",
        *,
        must_exist: bool = False,
    ) -> Saved:
        from footcoach_tui.history.changes.transaction import document_of  # noqa: PLC0415 - TinyDB
        from footcoach_tui.history.codec import from_document  # noqa: PLC0415 - only here

        documents = {record.id: document_of(record) for record in records}
        with self._transaction() as transaction:
            if must_exist:
                for identity, document in documents.items():
                    transaction.check(identity, str(document["date"])[:7])
            written = transaction.write(documents, what=what, kind=kind)
            stored = tuple(map(from_document, written.values()))
            unchanged = len(documents) - len(written)
            return Saved(stored, tuple(transaction.warnings), unchanged)

    def _undo_log(self) -> "UndoLog":
        from footcoach_tui.history.changes.undo_log import UndoLog  # noqa: PLC0415 - only here

        return UndoLog(self.folders.state)

    def _transaction(self) -> "AbstractContextManager[Transaction]":
        from footcoach_tui.history.changes.transaction import Transaction  # noqa: PLC0415 - TinyDB: 10 ms

        return Transaction.begin(self.folders, self._device, self.index, self._now)
