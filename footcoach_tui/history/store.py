"""The history: every session of every device, read as one and added to durably.

The files are described in docs/data-format.md. Importing this is quick; TinyDB is loaded by the
first write.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.history.codec import from_document, to_document
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.fields import Document, FieldError
from footcoach_tui.history.months.versions import Version
from footcoach_tui.history.reader import HistoryReader
from footcoach_tui.session.record import SessionRecord

if TYPE_CHECKING:  # reading must not load TinyDB
    from contextlib import AbstractContextManager

    from footcoach_tui.history.changes.restore import RestoreResult
    from footcoach_tui.history.changes.transaction import Transaction


class Saved(NamedTuple):
    """The sessions written, as stored and safe on disk, and warnings for the user.

    `unchanged` is the number of sessions that were stored just so already.
    """

    records: tuple[SessionRecord, ...]
    warnings: tuple[Problem, ...] = ()
    unchanged: int = 0

    @property
    def record(self) -> SessionRecord:
        """The session, where just one was saved."""
        return self.records[0]


def _utc_now() -> datetime:
    return datetime.now(UTC)


class History(HistoryReader):
    """The sessions below a data folder, and changes to them.

    Methods that write raise HistoryError on failure; nothing stored before is harmed then.
    """

    def __init__(
        self, folder: Path, device: str = "", now: Callable[[], datetime] = _utc_now
    ) -> None:
        """`folder` is the data folder; nothing is created or read yet.

        `device` replaces the name stored in the folder, which is made when first needed. `now`
        returns the present time, aware.
        """
        super().__init__(folder)
        self._device = device
        self._now = now

    def add(self, record: SessionRecord) -> Saved:
        """Save a session; it is safe on disk on return.

        A session with the same id is replaced; if it was just added, both are undone as one. A
        record without a device gets this one. A damaged month of this device is set aside first,
        byte for byte, and named in `warnings`.
        """
        document = _document(record)
        with self._transaction() as transaction:
            homes = transaction.months.homes({record.id: record.date[:7]})
            what = f"added {document['title']} of {record.date}"
            return self._write(transaction, homes, {record.id: document}, what, "add")

    def add_all(self, records: Iterable[SessionRecord], what: str) -> Saved:
        """Save many sessions, each month written once, undone as one.

        `what` is such as "imported 12 sessions". After HistoryError whole months may have been
        written; that can be undone as well.
        """
        documents = {record.id: _document(record) for record in records}
        with self._transaction() as transaction:
            homes = transaction.months.homes(
                {identity: str(document["date"])[:7] for identity, document in documents.items()}
            )
            return self._write(transaction, homes, documents, what, "many")

    def update(self, record: SessionRecord) -> Saved:
        """Save a changed session of any device."""
        document = _document(record)
        with self._transaction() as transaction:
            version = self._version(record.id, record.date[:7], transaction)
            what = f"changed {document['title']} of {record.date}"
            homes = {record.id: version.month}
            return self._write(transaction, homes, {record.id: document}, what)

    def delete(self, identity: str) -> SessionRecord:
        """Delete a session, given its id or the beginning of it; returns the session."""
        with self._transaction() as transaction:
            version = self._version(identity, "", transaction)
            record = from_document(version.document)
            what = f"deleted {record.title} of {record.date}"
            transaction.write({version.id: version.month}, {version.id: None}, what=what)
            return record

    def undo(self) -> str:
        """Undo the latest change of this device; the sentence names it.

        Raises HistoryError when there is none, or another device changed the session since.
        """
        from footcoach_tui.history.changes.undo import undo_latest  # noqa: PLC0415 - TinyDB
        from footcoach_tui.history.changes.undo_log import UndoLog  # noqa: PLC0415 - only here

        if not self.undoable() and not self.problems:
            raise HistoryError(UndoLog.EMPTY)
        with self._transaction() as transaction:
            return undo_latest(transaction)

    def restore(self, month: str) -> "RestoreResult":
        """Restore what is missing of this device's month (YYYY-MM).

        Sources are its newest backup, and readable lines of the damaged file and of those set
        aside. Nothing written since is lost, and it can be undone.
        """
        from footcoach_tui.history.changes.restore import restore_month  # noqa: PLC0415 - only here

        with self._transaction() as transaction:
            return restore_month(transaction, self.folder, month)

    def undoable(self) -> tuple[str, ...]:
        """The changes that can be undone, latest first, at most 20."""
        from footcoach_tui.history.changes.undo_log import UndoLog  # noqa: PLC0415 - only here

        log = UndoLog(self.folder)
        sentences = [f"{entry.what[:1].upper()}{entry.what[1:]}" for entry in log.entries()]
        self._latest = None
        self._problems = (log.problem,) if log.problem else ()
        return tuple(reversed(sentences))

    def _write(
        self,
        transaction: "Transaction",
        homes: Mapping[str, str],
        documents: Mapping[str, Document],
        what: str,
        kind: str = "",
    ) -> Saved:
        result = transaction.write(homes, documents, what=what, kind=kind)
        records = tuple(map(from_document, result.documents.values()))
        return Saved(records, tuple(transaction.warnings), len(result.unchanged))

    def _version(self, identity: str, month: str, transaction: "Transaction") -> Version:
        """The current version of a session. Raises HistoryError when there is none."""
        with self._scan() as scan:
            version = scan.find_by_prefix(identity)
        if version:
            month = version.month
        if month:
            transaction.months.sound_versions(month, ())  # raises if it cannot be written
        if version is None:
            raise HistoryError(f"Session {identity} is not in the history")
        return version

    def _transaction(self) -> "AbstractContextManager[Transaction]":
        from footcoach_tui.history.changes.transaction import Transaction  # noqa: PLC0415 - TinyDB: 10 ms

        return Transaction.begin(self.folder, self._device, self._now)


def _document(record: SessionRecord) -> dict[str, object]:
    """The document of a record. Raises HistoryError for one that could not be read back."""
    document = to_document(record)
    try:
        from_document(document)
        json.dumps(document, allow_nan=False)
    except (FieldError, TypeError, ValueError, RecursionError) as error:
        raise HistoryError(f"The session cannot be saved: {error}") from error
    return document
