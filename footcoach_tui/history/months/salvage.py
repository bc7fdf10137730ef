"""What is left of a month that was damaged: its newest backup, and the lines that can be read."""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from footcoach_tui.boundary.files import WriteError, link_target
from footcoach_tui.boundary.safe_read import UnreadableError, names_in, read_regular_file
from footcoach_tui.history.changes.versions import Version, current_versions, version_of
from footcoach_tui.history.codec import from_document
from footcoach_tui.history.device import read_device
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.fields import Document, FieldError
from footcoach_tui.history.months.backups import CORRUPT_MARK, months_with_backup, newest_backup
from footcoach_tui.history.months.files import HISTORY_FOLDER, month_files
from footcoach_tui.history.months.format import (
    MAX_MONTH_BYTES,
    SESSIONS,
    DamagedError,
    parse_month,
    readable_rows,
)
from footcoach_tui.history.months.open_month import open_strictly
from footcoach_tui.history.scan import HistoryScan

_FindVersions = Callable[[Collection[str]], Mapping[str, Version]]
"""Of the sessions with these ids, the versions that hold."""


class MonthSalvage(NamedTuple):
    """The sessions of a month that its own file, as it is, does not hold, or only older.

    `day` is that of the backup, if there is one; `is_damaged` tells of the month's own file,
    `aside` are the names of those set aside.
    """

    month: str
    missing: tuple[Version, ...] = ()
    day: date | None = None
    is_damaged: bool = False
    aside: tuple[str, ...] = ()

    @property
    def sessions(self) -> int:
        """How many sessions can be brought back, deletions not counted."""
        return sum(bool(one.date) for one in self.missing)


def damaged_months(folder: Path) -> tuple[MonthSalvage, ...]:
    """Those months of this device that are damaged, were set aside, or are gone and have a backup.

    Nothing is written. Raises UnreadableError when it cannot be told which device this is, and
    OSError.
    """
    device = read_device(folder)
    if not device:
        return ()
    reading = HistoryScan(folder)  # never closed: that would write the index
    deque(reading.tallies(), maxlen=0)
    told = [Path(one.file) for one in reading.problems if not one.key]
    damaged = {path.stem for path in told if path.parent.name == device}
    names = set(names_in(folder / HISTORY_FOLDER / device))
    aside = {name.partition(".json")[0] for name in names if f".json{CORRUPT_MARK}" in name}
    gone = months_with_backup(folder, device) - {name.removesuffix(".json") for name in names}
    each = (salvage_month(folder, device, one) for one in sorted(damaged | aside | gone))
    return tuple(one for one in each if one.is_damaged or one.aside or one.month in gone)


def salvage_month(
    folder: Path, device: str, month: str, held: _FindVersions | None = None
) -> MonthSalvage:
    """What can be brought back of one month of a device.

    `held` tells the versions that hold in it now; without it they are read. Raises OSError.
    """
    path = folder / HISTORY_FOLDER / device / f"{month}.json"
    damage = read_damaged(path)
    aside = sorted(
        one for one in names_in(path.parent) if one.startswith(f"{path.name}{CORRUPT_MARK}")
    )
    backup = newest_backup(folder, device, month)
    rows = list(backup.tables.get(SESSIONS, {}).values()) if backup else []
    if damage is not None:
        rows.extend(readable_rows(damage))
    for name in aside:
        with suppress(UnreadableError):
            rows.extend(readable_rows(read_regular_file(path.with_name(name), MAX_MONTH_BYTES)))
    left = current_versions(_versions(rows, path))
    now = held(left.keys()) if held else _holding_now(folder, month)
    missing = [one for one in left.values() if one.id not in now or now[one.id].stamp < one.stamp]
    day = backup.day if backup else None
    return MonthSalvage(month, tuple(missing), day, damage is not None, tuple(aside))


def _holding_now(folder: Path, month: str) -> dict[str, Version]:
    opened = open_strictly(month_files(folder, month))
    return {version.id: version for version in opened.versions}


def _versions(rows: Iterable[Document], path: Path) -> Iterator[Version]:
    """Those that are sessions, or deletions, as if they stood in the file."""
    for row in rows:
        with suppress(FieldError):
            version = version_of(row, str(path))
            if version.date:
                from_document(row)
            yield version


def read_damaged(path: Path) -> bytes | None:
    """What a damaged month's file holds; None for a sound one, or none."""
    try:
        parse_month(read_regular_file(link_target(path), MAX_MONTH_BYTES))
    except DamagedError as damage:
        return damage.content
    except (HistoryError, UnreadableError, WriteError):
        return None
    return None
