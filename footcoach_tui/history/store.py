"""The history: every session of every device, read as one and added to durably.

The files are described in docs/data-format.md. Importing this costs little; TinyDB comes in
when something is written.
"""

import json
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.history.changes.versions import Version
from footcoach_tui.history.codec import from_document, to_document
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.fields import FieldError
from footcoach_tui.history.reader import HistoryReader, find_by_prefix
from footcoach_tui.session.record import SessionRecord

if TYPE_CHECKING:  # a name for the type checker only: reading must not load TinyDB
    from contextlib import AbstractContextManager

    from footcoach_tui.history.changes.restore import RestoreResult
    from footcoach_tui.history.changes.transaction import Transaction


class Saved(NamedTuple):
    """A session that is safe on disk, as it was stored, and what the person should be told."""

    record: SessionRecord
    warnings: tuple[Problem, ...] = ()


class SavedMany(NamedTuple):
    """The sessions that were written, how many were just so already, and what should be told."""

    records: tuple[SessionRecord, ...]
    unchanged: int = 0
    warnings: tuple[Problem, ...] = ()


def _utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


class History(HistoryReader):
    """The sessions below a data folder, and changes to them.

    What writes raises HistoryError when it could not; what was there before is unharmed then.
    """

    def __init__(
        self, folder: Path, device: str = "", now: Callable[[], datetime] = _utc_now
    ) -> None:
        """`folder` is the data folder; nothing is created or read yet.

        `device` stands in for the name kept in the folder, which is made when first needed.
        `now` tells the present, aware.
        """
        super().__init__(folder)
        self._device = device
        self._now = now

    def add(self, record: SessionRecord) -> Saved:
        """Keep a session; it is safe on disk when this returns.

        One with the same id is replaced, so adding again does no harm; right after it was added
        both are undone as one. A record without a device gets this one. This device's month that
        is damaged is set aside first, byte for byte, and `told` names it.
        """
        document = _document(record)
        month = record.date[:7]
        with self._changing() as changing:
            home = changing.months.homes({record.id: month})[record.id]
            what = f"added {document['title']} of {record.date}"
            made = changing.write([(record.id, home, document)], what=what, kind="add")
            return Saved(from_document(made.documents[record.id]), tuple(changing.warnings))

    def add_all(self, records: Iterable[SessionRecord], what: str) -> SavedMany:
        """Keep many, each month written once; `what` names all of it, to be undone as one.

        `what` is such as "imported 12 sessions". Those that are there just so are left alone.
        When this raises, whole months may have been written; that can be undone as well.
        """
        documents = {record.id: _document(record) for record in records}
        with self._changing() as changing:
            months = {one: str(document["date"])[:7] for one, document in documents.items()}
            homes = changing.months.homes(months)
            wanted = [(one, homes[one], document) for one, document in documents.items()]
            made = changing.write(wanted, what=what, kind="many")
            written = tuple(map(from_document, made.documents.values()))
            return SavedMany(written, len(made.unchanged), tuple(changing.warnings))

    def update(self, record: SessionRecord) -> Saved:
        """Write a session of any device anew: something about it was changed."""
        document = _document(record)
        with self._changing() as changing:
            version = self._there(record.id, record.date[:7], changing)
            what = f"changed {document['title']} of {record.date}"
            made = changing.write([(record.id, version.month, document)], what=what)
            return Saved(from_document(made.documents[record.id]), tuple(changing.warnings))

    def delete(self, identity: str) -> SessionRecord:
        """Take a session, by its id or the beginning of it, out of every answer; returns it."""
        with self._changing() as changing:
            version = self._there(identity, "", changing)
            record = from_document(version.document)
            what = f"deleted {record.title} of {record.date}"
            changing.write([(version.id, version.month, None)], what=what)
            return record

    def undo(self) -> str:
        """Take the latest change of this device back; the sentence says which it was.

        Raises HistoryError when there is none, or another device changed the session since.
        """
        from footcoach_tui.history.changes.undo import NOTHING_TO_UNDO, undo_latest  # noqa: PLC0415 - TinyDB

        if not self.undoable() and not self.problems:
            raise HistoryError(NOTHING_TO_UNDO)
        with self._changing() as changing:
            return undo_latest(changing)

    def restore(self, month: str) -> "RestoreResult":
        """Bring back what is missing of this device's month (YYYY-MM) and can be found.

        That is in its newest backup, and in what can be read of the damaged file or of those set
        aside. Nothing that was written since is lost, and undo takes it back.
        """
        from footcoach_tui.history.changes.restore import restore_month  # noqa: PLC0415 - TinyDB

        with self._changing() as changing:
            return restore_month(self.folder, changing, month)

    def undoable(self) -> tuple[str, ...]:
        """What can be undone, latest first, at most 20."""
        from footcoach_tui.history.changes.undo_log import UndoLog  # noqa: PLC0415 - only here

        undoing = UndoLog(self.folder)
        sentences = [f"{entry.what[:1].upper()}{entry.what[1:]}" for entry in undoing.entries()]
        self._latest = None
        self._problems = (undoing.problem,) if undoing.problem else ()
        return tuple(reversed(sentences))

    def _there(self, identity: str, month: str, changing: "Transaction") -> Version:
        """The version that holds of a session, which must be there. Raises HistoryError."""
        with self._reading() as reading:
            version = find_by_prefix(reading, identity)
        if version:
            month = version.month
        if month:
            changing.months.versions(month, ())  # whether our own file of it can be written
        if version is None:
            raise HistoryError(f"Session {identity} is not in the history")
        return version

    def _changing(self) -> "AbstractContextManager[Transaction]":
        from footcoach_tui.history.changes.transaction import transaction  # noqa: PLC0415 - TinyDB: 10 ms

        return transaction(self.folder, self._device, self._now)


def _document(record: SessionRecord) -> dict[str, object]:
    """What is stored of a record. Raises HistoryError for one that could not be read back."""
    document = to_document(record)
    try:
        from_document(document)
        json.dumps(document, allow_nan=False)
    except (FieldError, TypeError, ValueError, RecursionError) as error:
        raise HistoryError(f"The session cannot be saved: {error}") from error
    return document
