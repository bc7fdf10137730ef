"""Restoring damaged months from their newest backup and from lines that can be read."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError, names_in, read_regular_file
from footcoach_tui.history.codec import from_document
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.fields import Document, FieldError
from footcoach_tui.history.index.answers import file_problems
from footcoach_tui.history.index.index import HistoryIndex
from footcoach_tui.history.index.rows import current_versions
from footcoach_tui.history.index.schema import ProblemKind
from footcoach_tui.history.months.backups import months_with_backup, newest_backup
from footcoach_tui.history.months.files import CORRUPT_MARK, HISTORY_FOLDER, is_month
from footcoach_tui.history.months.format import MAX_MONTH_BYTES, readable_rows
from footcoach_tui.history.months.versions import Version
from footcoach_tui.text.durations import counted

if TYPE_CHECKING:  # listing damaged months must not load TinyDB
    from footcoach_tui.history.changes.transaction import Transaction


class MonthSalvage(NamedTuple):
    """The sessions of a month that its own file lacks, or has only in an older version.

    `day` is that of the backup, if there is one; `is_damaged` is about the month's own file,
    `aside` are the names of those set aside.
    """

    month: str
    missing: tuple[Version, ...] = ()
    day: date | None = None
    is_damaged: bool = False
    aside: tuple[str, ...] = ()

    @property
    def sessions(self) -> int:
        """Number of sessions that can be restored, deletions not counted."""
        return sum(not version.is_deletion for version in self.missing)


class RestoreResult(NamedTuple):
    """Number of sessions restored, the day of the backup, None without one, and warnings."""

    sessions: int
    day: date | None
    warnings: tuple[Problem, ...] = ()


def damaged_months(data: Path, device: str, index: HistoryIndex) -> tuple[MonthSalvage, ...]:
    """Return the months of a device that are damaged, were set aside, or are gone.

    Gone are those with a backup and no file. Nothing is written.
    """
    names = set(names_in(data / HISTORY_FOLDER / device)) if device else set()
    aside = {name.partition(CORRUPT_MARK)[0] for name in names if CORRUPT_MARK in name}
    gone = months_with_backup(data, device) - {name.removesuffix(".json") for name in names}
    found = _damaged(device, index) | aside | gone
    months = sorted(filter(is_month, found)) if device else []
    return tuple(_salvage(data, device, month, index) for month in months)


def restore_month(
    transaction: "Transaction", data: Path, index: HistoryIndex, month: str
) -> RestoreResult:
    """Add the missing sessions of a month of this device to its file.

    Of each session the version that was written last is current. Raises HistoryError when there
    is nothing to restore.
    """
    device = transaction.device
    index.change(lambda filler: filler.forget(device, month))  # its damage may be unnoticed
    salvage = _salvage(data, device, month, index)
    if not salvage.missing:
        if salvage.is_damaged or salvage.aside:
            raise HistoryError(f"Nothing can be restored for {month}")
        raise HistoryError(f"Nothing seems to be missing from {month}, judging by its backups")
    what = f"restored {counted(salvage.sessions, 'session')} of {month}"
    transaction.restore(month, salvage.missing, what)
    return RestoreResult(salvage.sessions, salvage.day, tuple(transaction.warnings))


def _salvage(data: Path, device: str, month: str, index: HistoryIndex) -> MonthSalvage:
    """Find the sessions of a month of a device that can be restored."""
    folder = data / HISTORY_FOLDER / device
    is_damaged = month in _damaged(device, index)
    aside = sorted(name for name in names_in(folder) if name.startswith(f"{month}{CORRUPT_MARK}"))
    day, rows = newest_backup(data, device, month)
    for name in ([f"{month}.json"] if is_damaged else []) + aside:
        with suppress(UnreadableError):
            rows.extend(readable_rows(read_regular_file(folder / name, MAX_MONTH_BYTES)))
    latest: dict[str, Version] = {}
    for version in _versions(rows, device, month):
        if version.id not in latest or latest[version.id].stamp < version.stamp:
            latest[version.id] = version
    current = index.ask(lambda db: current_versions(db, latest.keys()))
    missing = [
        version
        for version in latest.values()
        if version.id not in current or current[version.id].stamp < version.stamp
    ]
    return MonthSalvage(month, tuple(missing), day, is_damaged, tuple(aside))


def _damaged(device: str, index: HistoryIndex) -> set[str]:
    """Return the months of a device whose files are damaged."""
    return {
        problem.file.month
        for problem in index.ask(file_problems)
        if problem.kind is ProblemKind.DAMAGED and problem.file.device == device
    }


def _versions(rows: Iterable[Document], device: str, month: str) -> Iterator[Version]:
    """Yield the sound sessions and deletions as versions of a month of the device."""
    for row in rows:
        with suppress(FieldError):
            version = Version.of(row, device, month)
            if not version.is_deletion:
                from_document(row)
            yield version
