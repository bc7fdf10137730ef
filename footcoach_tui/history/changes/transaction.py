"""Transactions: changes to the history under its lock, each noted so that it can be undone."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Self

from footcoach_tui.boundary.files import WriteError, error_reason, file_lock
from footcoach_tui.boundary.paths import PathError, create_private_folder
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.history.changes.locked_months import LockedMonths
from footcoach_tui.history.changes.undo_log import UndoChange, UndoEntry, UndoLog
from footcoach_tui.history.codec import from_document, with_unknown_fields
from footcoach_tui.history.device import ensure_device
from footcoach_tui.history.errors import HistoryError, history_problem
from footcoach_tui.history.fields import Document
from footcoach_tui.history.indexing.index import Index
from footcoach_tui.history.months.files import MonthFiles
from footcoach_tui.history.months.versions import (
    DELETED,
    Stamp,
    Version,
    same_document,
    without_stamp,
)

_LOCK_FILE = "history.lock"
_NEW_FILE = ", and a new file was started"


class _WriteResult(NamedTuple):
    """The documents written, by id, and the ids of those that were the same already."""

    documents: dict[str, Document]
    unchanged: tuple[str, ...] = ()


class Transaction:
    """The history under its lock. `warnings` are for the user, after the change."""

    def __init__(self, folder: Path, device: str, now: Callable[[], datetime]) -> None:
        """Nothing is read yet."""
        self.device = device
        self.warnings: list[Problem] = []
        self.undo_log = UndoLog(folder)
        self._folder = folder
        self._now = now
        self._index = Index(folder)
        self.months = LockedMonths(folder, device, self._index)

    @classmethod
    @contextmanager
    def begin(cls, folder: Path, device: str, now: Callable[[], datetime]) -> Iterator[Self]:
        """Lock the history of `folder`. Raises every error as HistoryError.

        `device` replaces the name stored in the folder, unless it is "".
        """
        try:
            if not folder.is_dir():
                create_private_folder(folder)
            with file_lock(folder / _LOCK_FILE, "The history"):
                name = device or ensure_device(folder, os.uname().nodename)
                yield cls(folder, name, now)
        except (WriteError, PathError, UnreadableError) as error:
            raise HistoryError(str(error)) from error
        except OSError as error:
            sentence = f"could not be written: {error_reason(error)}"
            raise HistoryError(str(history_problem(folder, sentence))) from error

    def write(
        self,
        homes: Mapping[str, str],
        documents: Mapping[str, Document | None],
        *,
        what: str = "",
        kind: str = "",
        exact: bool = False,
    ) -> _WriteResult:
        """Write new versions to their home months, both by id; None deletes a session.

        They are noted for undo as `what`; "" notes nothing. Fields unknown here are carried over
        from the versions before, unless `exact`. When `kind` is "many", unchanged documents are
        left out.
        """
        ids_of = defaultdict[str, list[str]](list)
        for identity in documents:
            ids_of[homes[identity]].append(identity)
        changes: list[UndoChange] = []
        new: dict[str, dict[str, Document]] = {}
        unchanged: list[str] = []
        for home, ids in ids_of.items():
            versions = self.months.month(home).versions(ids)
            for identity in ids:
                old = versions.get(identity)
                stamp = Stamp.next(old.stamp if old else None, self.device, self._now())
                before = old.document if old else None
                document = _stored(documents[identity], identity, before, stamp, exact=exact)
                if kind == "many" and old and same_document(document, before):
                    unchanged.append(identity)
                else:
                    changes.append(UndoChange(identity, home, before, stamp))
                    new.setdefault(home, {})[identity] = document
        if what and changes:
            self._note(UndoEntry(what, tuple(changes), kind))
        self._write_months(new, {change.id for change in changes if change.before is None})
        written = {key: document for each in new.values() for key, document in each.items()}
        return _WriteResult(written, tuple(unchanged))

    def restore(self, month: str, versions: Iterable[Version], what: str) -> None:
        """Write versions of this device to a month unchanged, noted for undo as `what`."""
        restored = {version.id: version for version in versions}
        current = self.months.versions(month, restored.keys())
        before = {identity: version.document for identity, version in current.items()}
        changes = [
            UndoChange(version.id, month, before.get(version.id), version.stamp)
            for version in restored.values()
        ]
        self._note(UndoEntry(what, tuple(changes), "many"))
        documents = {version.id: version.document for version in restored.values()}
        self._write_month(month, documents, set(), "")
        self._index.drop_overview()
        self._index.save()

    def _note(self, entry: UndoEntry) -> None:
        """Note a change before it is made: undo skips a change that then failed."""
        try:
            self.undo_log.note(entry)
        except WriteError as error:
            self.warnings.append(
                history_problem(Path(error.file), f"{error.sentence}; it cannot be undone")
            )

    def _write_months(self, new: Mapping[str, Mapping[str, Document]], fresh: set[str]) -> None:
        """Write documents, by id, to their home months, and update the index.

        `fresh` are the ids of new sessions.
        """
        overview = None
        with suppress(OSError):
            overview = self._index.overview(MonthFiles.current_folder_state(self._folder))
        for home, documents in new.items():
            is_indexed = self._write_month(home, documents, fresh)
            strays = any(str(each.get("date"))[:7] != home for each in documents.values())
            if not is_indexed or strays or (overview and home in overview.spans):
                overview = None
        with suppress(OSError):
            if overview is not None:
                self._index.put_overview(MonthFiles.current_folder_state(self._folder), overview)
            elif new:
                self._index.drop_overview()
        self._index.save()

    def _write_month(
        self,
        name: str,
        documents: Mapping[str, Document],
        fresh: set[str],
        damage_note: str = _NEW_FILE,
    ) -> bool:
        """Write documents to a month; returns whether the index is up to date."""
        documents = dict(sorted(documents.items(), key=_by_day))
        month = self.months.month(name)
        month.versions(documents)
        self.months.drop(name)
        try:
            aside = month.put(documents, self._now())
        except HistoryError as error:
            raise HistoryError(str(history_problem(month.path, str(error)))) from error
        if aside:
            hint = f"{damage_note}{month.restore_hint}" if damage_note else ""
            sentence = f"was damaged; it is kept as {aside}{hint}"
            self.warnings.append(history_problem(month.path, sentence))
            return False
        records = map(from_document, documents.values())
        return fresh.issuperset(documents) and month.update_index(records)


def _stored(
    new: Document | None, identity: str, before: Document | None, stamp: Stamp, *, exact: bool
) -> dict[str, object]:
    """The document to store for `new`, after the document `before` of the same session."""
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


def _by_day(item: tuple[str, Document]) -> tuple[str, str]:
    identity, document = item
    return str(document.get("date", "")), identity
