"""Transactions: changes to the history under its lock, each noted so that it can be undone."""

import json
import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Self

from footcoach_tui.boundary.files import WriteError, error_reason, file_lock
from footcoach_tui.boundary.paths import Folders, PathError, create_private_folder
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.history.changes.own_month import OwnMonth
from footcoach_tui.history.changes.undo_log import UndoChange, UndoEntry, UndoLog
from footcoach_tui.history.codec import from_document, to_document, with_unknown_fields
from footcoach_tui.history.device import ensure_device
from footcoach_tui.history.errors import HistoryError, history_problem
from footcoach_tui.history.fields import Document, FieldError
from footcoach_tui.history.index.index import HistoryIndex, Update
from footcoach_tui.history.index.record_bytes import pack
from footcoach_tui.history.index.rows import current_versions, has_entry
from footcoach_tui.history.months.entries import EntryKind, read_entry, removal
from footcoach_tui.history.months.format import SESSIONS
from footcoach_tui.history.months.versions import (
    DELETED,
    Stamp,
    Version,
    same_document,
    without_stamp,
)
from footcoach_tui.session.record import SessionRecord

_LOCK_FILE = "history.lock"


class Transaction:
    """The history under its lock. `warnings` are for the user, after the change."""

    def __init__(
        self, folders: Folders, device: str, index: HistoryIndex, now: Callable[[], datetime]
    ) -> None:
        """Nothing is read yet."""
        self.device = device
        self.warnings: list[Problem] = []
        self.undo_log = UndoLog(folders.state)
        self._data = folders.data
        self._index = index
        self._now = now

    @classmethod
    @contextmanager
    def begin(
        cls, folders: Folders, device: str, index: HistoryIndex, now: Callable[[], datetime]
    ) -> Iterator[Self]:
        """Lock the history. Raises every error as HistoryError.

        `device` replaces this machine's name, unless it is "".
        """
        try:
            for folder in (folders.state, folders.data):
                if not folder.is_dir():
                    create_private_folder(folder)
            with file_lock(folders.state / _LOCK_FILE, "The history"):
                name = device or ensure_device(folders.state, os.uname().nodename)
                yield cls(folders, name, index, now)
        except (WriteError, PathError, UnreadableError) as error:
            raise HistoryError(str(error)) from error
        except OSError as error:
            sentence = f"could not be written: {error_reason(error)}"
            raise HistoryError(str(history_problem(folders.data, sentence))) from error

    def month(self, name: str) -> OwnMonth:
        """Return this device's file of a month (YYYY-MM)."""
        return OwnMonth(self._data, self.device, name, self._index)

    def check(self, identity: str, month: str = "") -> None:
        """Check that a session exists and that the file for its next version is sound.

        `month` is that of a session that is not found: its file may be damaged. Raises
        HistoryError.
        """
        version = self.versions([identity]).get(identity)
        if home := version.month if version else month:
            self.month(home).check()
        if version is None or version.is_deletion:
            raise HistoryError(f"Session {identity} is not in the history")

    def versions(self, identities: Collection[str]) -> dict[str, Version]:
        """Return the current versions of sessions, deletions included.

        Raises HistoryError if a folder cannot be read.
        """
        versions = self._index.ask(lambda db: current_versions(db, identities), Update.FOLDERS)
        if self._index.listing and self._index.listing.unreadable:
            raise HistoryError(str(self._index.listing.unreadable[0]))
        return versions

    def write(
        self,
        documents: Mapping[str, Document | None],
        *,
        what: str = "",
        kind: str = "",
        exact: bool = False,
    ) -> dict[str, Document]:
        """Write new versions of sessions, by id; None deletes a session. Return what is stored.

        Each goes to the month of the current version, and a new session to the month of its day.
        They are noted for undo as `what`; "" notes nothing. Fields unknown here are carried over
        from the versions before, unless `exact`. When `kind` is "many", unchanged documents are
        left out.
        """
        versions = self.versions(documents.keys())
        changes: list[UndoChange] = []
        new = defaultdict[str, dict[str, Document]](dict)
        for identity, document in documents.items():
            old = versions.get(identity)
            home = old.month if old else str((document or {})["date"])[:7]
            before = old.document if old else None
            stamp = Stamp.next(old.stamp if old else None, self.device, self._now())
            stored = _stored(document, identity, before, stamp, exact=exact)
            if kind == "many" and old and same_document(stored, before):
                continue
            changes.append(UndoChange(identity, home, before, stamp))
            new[home][identity] = stored
        self._write_noted(UndoEntry(what, tuple(changes), kind), new)
        return {key: document for of_month in new.values() for key, document in of_month.items()}

    def restore(self, month: str, versions: Collection[Version], what: str) -> None:
        """Write versions of this device to a month unchanged, noted for undo as `what`."""
        current = self.versions([version.id for version in versions])
        changes = []
        for version in versions:
            old = current.get(version.id)
            before = old.document if old else None
            changes.append(UndoChange(version.id, month, before, version.stamp))
        new = {month: {version.id: version.document for version in versions}}
        self._write_noted(UndoEntry(what, tuple(changes), "many"), new, restores=True)

    def add_entries(self, kind: EntryKind, documents: Iterable[Document], what: str) -> None:
        """Write entries, each to the month of its day. Raises HistoryError for one without a day.

        They are noted for undo as `what`; "" notes nothing.
        """
        changes = []
        new = defaultdict[str, dict[str, Document]](dict)
        for document in documents:
            entry = read_entry(document)
            if entry is None or not entry.day:
                raise HistoryError("The entry has no id or no day, or cannot be saved")
            changes.append(UndoChange(entry.id, entry.day[:7], None, Stamp(), kind))
            new[entry.day[:7]][entry.id] = document
        self._write_noted(UndoEntry(what, tuple(changes)), new, table=kind)

    def has_entry(self, change: UndoChange) -> bool:
        """Whether the entry that a change added is in the history."""
        return self._index.ask(lambda db: has_entry(db, change.table, change.id))

    def remove_entries(self, changes: Iterable[UndoChange]) -> None:
        """Remove the entries that changes added."""
        for change in changes:
            self._put(change.home, change.table, {change.id: removal(change.id)})

    def _write_noted(
        self,
        entry: UndoEntry,
        new: Mapping[str, Mapping[str, Document]],
        *,
        table: str = SESSIONS,
        restores: bool = False,
    ) -> None:
        """Write documents by month, noted for undo before: a change that then fails is skipped."""
        is_noted = bool(entry.what and entry.changes)
        if is_noted:
            try:
                self.undo_log.note(entry)
            except WriteError as error:
                sentence = f"{error.sentence}; it cannot be undone"
                self.warnings.append(history_problem(Path(error.file), sentence))
        for month, documents in new.items():
            self._put(month, table, documents, restores=restores)
        if is_noted:
            with suppress(WriteError):  # without it undo takes the change for one that failed
                self.undo_log.note_made()

    def _put(
        self, month: str, table: str, documents: Mapping[str, Document], *, restores: bool = False
    ) -> None:
        own = self.month(month)
        if warning := own.put(table, documents, self._now(), restores=restores):
            self.warnings.append(history_problem(own.path, warning))


def _stored(
    new: Document | None, identity: str, before: Document | None, stamp: Stamp, *, exact: bool
) -> dict[str, object]:
    """Return the document to store for `new`, after the document `before` of the same session."""
    if new is None:
        return stamp.deletion(identity)
    if exact:
        return stamp.apply(new)
    document = dict(new)
    if before is not None and not before.get(DELETED):
        document["device"] = document["device"] or before.get("device", "")
        document = with_unknown_fields(without_stamp(before), document)
    document["device"] = document["device"] or stamp.device
    return stamp.apply(document)


def document_of(record: SessionRecord) -> dict[str, object]:
    """Return the document of a record, as read back. Raises HistoryError if it could not be."""
    document = to_document(record)
    try:
        stored: dict[str, object] = json.loads(json.dumps(document, allow_nan=False))
        pack(from_document(stored))  # as the index will hold it
    except (FieldError, TypeError, ValueError, RecursionError) as error:
        raise HistoryError(f"The session cannot be saved: {error}") from error
    return stored
