"""Restoring damaged months from their newest backup and from lines that can be read."""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from footcoach_tui.boundary.files import WriteError, link_target
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError, names_in, read_regular_file
from footcoach_tui.history.codec import from_document
from footcoach_tui.history.device import read_device
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.fields import Document, FieldError
from footcoach_tui.history.indexing.index import Index
from footcoach_tui.history.months.backups import CORRUPT_MARK, months_with_backup, newest_backup
from footcoach_tui.history.months.files import HISTORY_FOLDER, MonthFile, is_month
from footcoach_tui.history.months.format import (
    MAX_MONTH_BYTES,
    SESSIONS,
    DamagedError,
    parse_month,
    readable_rows,
)
from footcoach_tui.history.months.open_month import open_strictly
from footcoach_tui.history.months.versions import Version, current_versions
from footcoach_tui.history.scan import HistoryScan
from footcoach_tui.text.durations import counted

if TYPE_CHECKING:  # listing damaged months must not load TinyDB
    from footcoach_tui.history.changes.transaction import Transaction

_FindVersions = Callable[[Collection[str]], Mapping[str, Version]]
"""The current versions of the sessions with these ids."""


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
        return sum(bool(version.date) for version in self.missing)


class RestoreResult(NamedTuple):
    """Number of sessions restored, the day of the backup, None without one, and warnings."""

    sessions: int
    day: date | None
    warnings: tuple[Problem, ...] = ()


def damaged_months(folder: Path) -> tuple[MonthSalvage, ...]:
    """The months of this device that are damaged, were set aside, or are gone and have a backup.

    Nothing is written. Raises UnreadableError when the device is unknown, and OSError.
    """
    device = read_device(folder)
    if not device:
        return ()
    scan = HistoryScan(folder)  # never closed: that would write the index
    deque(scan.tallies(), maxlen=0)
    paths = [Path(problem.file) for problem in scan.problems if not problem.key]
    damaged = {path.stem for path in paths if path.parent.name == device and is_month(path.stem)}
    names = set(names_in(folder / HISTORY_FOLDER / device))
    marked = {name.partition(".json")[0] for name in names if f".json{CORRUPT_MARK}" in name}
    aside = set(filter(is_month, marked))
    gone = months_with_backup(folder, device) - {name.removesuffix(".json") for name in names}
    salvages = (_salvage(folder, device, month) for month in sorted(damaged | aside | gone))
    return tuple(each for each in salvages if each.is_damaged or each.aside or each.month in gone)


def restore_month(transaction: "Transaction", folder: Path, month: str) -> RestoreResult:
    """Add the missing sessions of a month of this device to its file.

    Of each session the version that was written last is current. Raises HistoryError when there
    is nothing to restore.
    """
    device = transaction.device
    if _damaged_content(folder / HISTORY_FOLDER / device / f"{month}.json") is not None:
        (folder / Index.LINES_FILE).unlink(missing_ok=True)  # it may have a line of it as sound
    salvage = _salvage(folder, device, month, partial(transaction.months.versions, month))
    if not salvage.missing:
        if salvage.is_damaged or salvage.aside:
            raise HistoryError(f"Nothing can be restored for {month}")
        raise HistoryError(f"Nothing seems to be missing from {month}, judging by its backups")
    what = f"restored {counted(salvage.sessions, 'session')} of {month}"
    transaction.restore(month, salvage.missing, what)
    return RestoreResult(salvage.sessions, salvage.day, tuple(transaction.warnings))


def _salvage(
    folder: Path, device: str, month: str, find_versions: _FindVersions | None = None
) -> MonthSalvage:
    """Find the sessions of a month of a device that can be restored. Raises OSError.

    Without `find_versions` the month is opened.
    """
    path = folder / HISTORY_FOLDER / device / f"{month}.json"
    damaged = _damaged_content(path)
    aside = sorted(
        name for name in names_in(path.parent) if name.startswith(f"{path.name}{CORRUPT_MARK}")
    )
    backup = newest_backup(folder, device, month)
    rows = list(backup.tables.get(SESSIONS, {}).values()) if backup else []
    if damaged is not None:
        rows.extend(readable_rows(damaged))
    for name in aside:
        with suppress(UnreadableError):
            rows.extend(readable_rows(read_regular_file(path.with_name(name), MAX_MONTH_BYTES)))
    salvaged = current_versions(_versions(rows, path))
    if find_versions:
        current = find_versions(salvaged.keys())
    else:
        opened = open_strictly(MonthFile.find(folder, month))
        current = {version.id: version for version in opened.versions}
    missing = [
        version
        for version in salvaged.values()
        if version.id not in current or current[version.id].stamp < version.stamp
    ]
    day = backup.day if backup else None
    return MonthSalvage(month, tuple(missing), day, damaged is not None, tuple(aside))


def _versions(rows: Iterable[Document], path: Path) -> Iterator[Version]:
    """The sound sessions and deletions, as versions of the file `path`."""
    for row in rows:
        with suppress(FieldError):
            version = Version.of(row, str(path))
            if version.date:
                from_document(row)
            yield version


def _damaged_content(path: Path) -> bytes | None:
    """The bytes of a damaged month file; None for a sound or missing one."""
    try:
        parse_month(read_regular_file(link_target(path), MAX_MONTH_BYTES))
    except DamagedError as damage:
        return damage.content
    except (HistoryError, UnreadableError, WriteError):
        return None
    return None
