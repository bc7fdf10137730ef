"""Undo: the document before the latest change is written as a new version."""

from contextlib import suppress

from footcoach_tui.boundary.files import WriteError
from footcoach_tui.history.changes.transaction import Transaction
from footcoach_tui.history.changes.undo_log import UndoChange, UndoEntry, UndoLog
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.fields import Document
from footcoach_tui.history.months.format import SESSIONS
from footcoach_tui.history.months.versions import (
    DELETED,
    REVISION,
    WRITTEN,
    Stamp,
    same_document,
)


def undo_latest(transaction: Transaction) -> str:
    """Undo the latest change; the sentence names it. Raises HistoryError.

    A change that failed, or is undone already, is skipped. A session that was changed or has
    vanished since stays as it is.
    """
    entries = transaction.undo_log.entries()
    if not entries and transaction.undo_log.problem:
        raise HistoryError(f"{UndoLog.EMPTY} {transaction.undo_log.problem}")
    while entries:
        entry = entries.pop()
        current, why_not = _sort(transaction, entry)
        if current:
            transaction.remove_entries(change for change in current if change.table != SESSIONS)
            before = {change.id: change.before for change in current if change.table == SESSIONS}
            written = transaction.write(
                {
                    identity: None if not document or document.get(DELETED) else document
                    for identity, document in before.items()
                },
                exact=True,
            )
            device = transaction.device
            rest = [_restamped(each, before, written, device) for each in entries]
            _replace_log(transaction, rest)
            stay = f"; {len(why_not)} changed since then stay as they are" if why_not else ""
            return f"Undone: {entry.what}{stay}."
        if why_not:
            _replace_log(transaction, entries)
            raise HistoryError(f"Not undone: {entry.what}. {why_not[0]}.")
    _replace_log(transaction, [])
    raise HistoryError(UndoLog.EMPTY)


def _sort(transaction: Transaction, entry: UndoEntry) -> tuple[list[UndoChange], list[str]]:
    """Return the changes that can be undone, and why each other one cannot, in a sentence."""
    for home in {change.home for change in entry.changes}:
        transaction.month(home).check()
    sessions = [change for change in entry.changes if change.table == SESSIONS]
    versions = transaction.versions({change.id for change in sessions})
    others = [change for change in entry.changes if change.table != SESSIONS]
    current = [change for change in others if transaction.has_entry(change)]
    why_not: list[str] = []
    if entry.is_made and len(current) < len(others):
        why_not.append("It is no longer in the history")
    for change in sessions:
        version = versions.get(change.id)
        if version and _is_own(version.stamp, change.after):
            current.append(change)
        elif version is None or version.stamp < change.after:
            if entry.is_made:  # else it failed: there is nothing to undo
                why_not.append("Another program has since replaced or removed its file")
        elif not same_document(version.document, change.before):
            why_not.append(f"It was changed since then on {version.stamp.device}")
    return current, why_not


def _is_own(stamp: Stamp, own: Stamp) -> bool:
    """Whether a version is this device's, if read from a copy of its folder or file."""
    return stamp[:2] == own[:2] and own.device in stamp.device


def _restamped(
    entry: UndoEntry, before: dict[str, Document | None], written: dict[str, Document], device: str
) -> UndoEntry:
    """Return an earlier entry with the new stamps of the versions that undo has brought back."""
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
