"""Undo: the document before the latest change is written as a new version."""

from collections import defaultdict
from contextlib import suppress

from footcoach_tui.boundary.files import WriteError
from footcoach_tui.history.changes.transaction import Transaction
from footcoach_tui.history.changes.undo_log import UndoChange, UndoEntry, UndoLog
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.fields import Document
from footcoach_tui.history.months.versions import (
    DELETED,
    REVISION,
    WRITTEN,
    Stamp,
    Version,
    same_document,
)


def undo_latest(transaction: Transaction) -> str:
    """Undo the latest change; the sentence names it. Raises HistoryError.

    Changes that failed, or are undone already, are skipped. A session that another device has
    changed since stays as it is.
    """
    entries = transaction.undo_log.entries()
    if not entries and transaction.undo_log.problem:
        raise HistoryError(f"{UndoLog.EMPTY} {transaction.undo_log.problem}")
    while entries:
        entry = entries.pop()
        current, overtaken = _sort(transaction, entry)
        if current:
            homes = {change.id: change.home for change in current}
            before = {change.id: change.before for change in current}
            result = transaction.write(
                homes,
                {
                    identity: None if not document or document.get(DELETED) else document
                    for identity, document in before.items()
                },
                exact=True,
            )
            device = transaction.device
            rest = [_restamped(each, before, result.documents, device) for each in entries]
            _replace_log(transaction, rest)
            stay = f"; {len(overtaken)} changed since then stay as they are" if overtaken else ""
            return f"Undone: {entry.what}{stay}."
        if overtaken:
            _replace_log(transaction, entries)
            where = ", ".join(sorted({version.stamp.device for version in overtaken}))
            raise HistoryError(f"Not undone: {entry.what}. It was changed since then on {where}.")
    _replace_log(transaction, [])
    raise HistoryError(UndoLog.EMPTY)


def _sort(transaction: Transaction, entry: UndoEntry) -> tuple[list[UndoChange], list[Version]]:
    """The changes that can be undone, and the versions that other devices wrote since."""
    by_home = defaultdict[str, list[UndoChange]](list)
    for change in entry.changes:
        by_home[change.home].append(change)
    current: list[UndoChange] = []
    overtaken: list[Version] = []
    for home, changes in by_home.items():
        versions = transaction.months.sound_versions(home, {change.id for change in changes})
        for change in changes:
            version = versions.get(change.id)
            if version and version.rank == (change.after, home):
                current.append(change)
            elif version and not same_document(version.document, change.before):
                overtaken.append(version)
    return current, overtaken


def _restamped(
    entry: UndoEntry, before: dict[str, Document | None], written: dict[str, Document], device: str
) -> UndoEntry:
    """An earlier entry, with the new stamps of the versions that undo has brought back."""
    changes = []
    for change in entry.changes:
        old, new = before.get(change.id), written.get(change.id)
        if old and new and (old.get(WRITTEN), old.get(REVISION)) == change.after[:2]:
            stamp = Stamp(str(new[WRITTEN]), int(str(new[REVISION])), device)
            changes.append(change._replace(after=stamp))
        else:
            changes.append(change)
    return entry._replace(changes=tuple(changes))


def _replace_log(transaction: Transaction, entries: list[UndoEntry]) -> None:
    """Write errors are ignored: the next undo skips what is undone already."""
    with suppress(WriteError):
        transaction.undo_log.replace(entries)
