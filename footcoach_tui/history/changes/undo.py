"""Taking the latest change back: what was before is written as a new version."""

from collections import defaultdict
from contextlib import suppress

from footcoach_tui.boundary.files import WriteError
from footcoach_tui.history.changes.transaction import Transaction
from footcoach_tui.history.changes.undo_log import UndoChange, UndoEntry
from footcoach_tui.history.changes.versions import (
    DELETED,
    REVISION,
    WRITTEN,
    Stamp,
    Version,
    without_stamp,
)
from footcoach_tui.history.changes.write_version import WriteRequest, same_document
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.fields import Document

NOTHING_TO_UNDO = "There is nothing to undo."


def undo_latest(history: Transaction) -> str:
    """Undo the latest change that was made; the sentence says which. Raises HistoryError.

    Changes that never came to be, or are undone already, are passed over. A session that another
    device has changed since stays as it is.
    """
    entries = history.undoing.entries()
    if not entries and history.undoing.problem:
        raise HistoryError(f"{NOTHING_TO_UNDO} {history.undoing.problem}")
    while entries:
        entry = entries.pop()
        ours, theirs = _sorted_out(history, entry)
        if ours:
            before = {one.id: one.before for one in ours}
            made = history.write([_back(one) for one in ours], exact=True)
            _keep(history, [_after(one, before, made.documents, history.device) for one in entries])
            stay = f"; {len(theirs)} changed since then stay as they are" if theirs else ""
            return f"Undone: {entry.what}{stay}."
        if theirs:
            _keep(history, entries)
            where = ", ".join(sorted({one.stamp.device for one in theirs}))
            raise HistoryError(f"Not undone: {entry.what}. It was changed since then on {where}.")
    _keep(history, [])
    raise HistoryError(NOTHING_TO_UNDO)


def _sorted_out(history: Transaction, entry: UndoEntry) -> tuple[list[UndoChange], list[Version]]:
    """The changes to take back, and the versions that somebody made since."""
    by_home = defaultdict[str, list[UndoChange]](list)
    for change in entry.changes:
        by_home[change.home].append(change)
    ours: list[UndoChange] = []
    theirs: list[Version] = []
    for home, changes in by_home.items():
        now = history.months.versions(home, {one.id for one in changes})
        for change in changes:
            version = now.get(change.id)
            if version and version.rank == (change.after, home):
                ours.append(change)
            elif version and not same_document(version.document, change.before):
                theirs.append(version)
    return ours, theirs


def _back(change: UndoChange) -> WriteRequest:
    before = change.before
    gone = before is None or before.get(DELETED)
    return change.id, change.home, None if before is None or gone else without_stamp(before)


def _after(
    entry: UndoEntry, before: dict[str, Document | None], made: dict[str, Document], device: str
) -> UndoEntry:
    """An earlier change, where what it led to has come back under a new stamp."""
    changes = []
    for change in entry.changes:
        old, new = before.get(change.id), made.get(change.id)
        if old and new and (old.get(WRITTEN), old.get(REVISION)) == change.after[:2]:
            stamp = Stamp(str(new[WRITTEN]), int(str(new[REVISION])), device)
            changes.append(change._replace(after=stamp))
        else:
            changes.append(change)
    return entry._replace(changes=tuple(changes))


def _keep(history: Transaction, entries: list[UndoEntry]) -> None:
    """What cannot be kept does no harm: it is found out to be undone."""
    with suppress(WriteError):
        history.undoing.replace(entries)
