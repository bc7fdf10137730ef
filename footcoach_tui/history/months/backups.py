"""Backups of month files: before the first save of each day, and before a change of schema.

The newest backup of a month is never removed; the others are those of the last seven days, and
the newest of each week in the four weeks before.
"""

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from footcoach_tui.boundary.files import WriteError, link_target, write_durably
from footcoach_tui.boundary.paths import Folders, PathError, create_private_folder
from footcoach_tui.boundary.safe_read import UnreadableError, names_in, read_regular_file
from footcoach_tui.history.device import read_device
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months.files import MonthFile
from footcoach_tui.history.months.format import (
    MAX_MONTH_BYTES,
    SESSIONS,
    parse_month,
    readable_rows,
)

_FOLDER = "backups"
_DAILY = "daily"
_DAYS, _WEEKS = timedelta(days=7), timedelta(days=7 + 4 * 7)
_NAME = re.compile(r"([0-9]{4}-[0-9]{2})\.([0-9]{4}-[0-9]{2}-[0-9]{2})\.json")


def write_daily_backup(folder: Path, path: Path, content: bytes, today: date) -> None:
    """Back up the sound month file at `path`, whose bytes are `content`, once a day.

    `folder` is the data folder. Raises nothing: a save must not fail for want of a backup.
    """
    place = folder / _FOLDER / _DAILY / path.parent.name
    copy = place / f"{path.stem}.{today}.json"
    with suppress(OSError, WriteError, PathError):
        if copy.exists():
            return
        if not place.is_dir():
            create_private_folder(place)
        try:  # a save replaces the file: a hard link preserves the old one and takes no room
            os.link(link_target(path), copy, follow_symlinks=False)
        except OSError:  # the month is on another disk, or the disk has no hard links
            write_durably(copy, content)
        _remove_old(place, today)


def back_up_older_layout(folder: Path, path: Path, content: bytes, schema: int) -> Path:
    """Back up a month's bytes, of schema number `schema`; durable on return.

    An existing copy is never overwritten. Returns the path of the copy. Raises PathError and
    WriteError.
    """
    place = folder / _FOLDER / f"schema-{schema}" / path.parent.name
    create_private_folder(place)
    copy = place / path.name
    number = 1
    while not _is_free(copy, content):
        number += 1
        copy = place / f"{path.name}.{number}"
    write_durably(copy, content)
    return copy


def newest_backup(
    folder: Path, device: str, month: str
) -> tuple[date | None, list[dict[str, Any]]]:
    """The newest backup of a month that is sound: its day (in UTC), and its sessions.

    None, and no sessions, where there is none.
    """
    place = folder / _FOLDER / _DAILY / device
    days = sorted((day for _, name, day in _backups(place) if name == month), reverse=True)
    for day in days:
        with suppress(HistoryError, UnreadableError):
            content = read_regular_file(place / f"{month}.{day}.json", MAX_MONTH_BYTES)
            return day, list(parse_month(content).get(SESSIONS, {}).values())
    return None, []


def months_with_backup(folder: Path, device: str) -> set[str]:
    """The months (YYYY-MM) of a device that have a backup, readable or not."""
    return {month for _, month, _ in _backups(folder / _FOLDER / _DAILY / device)}


def advice_on_damage(folders: Folders, file: MonthFile, device: str = "") -> str:
    """Return `restore_hint` for a damaged month of this device, named `device` if given, or ""."""
    with suppress(UnreadableError, WriteError):
        if file.device == (device or read_device(folders.state)):
            content = read_regular_file(link_target(file.path(folders.data)), MAX_MONTH_BYTES)
            return restore_hint(folders.data, file.device, file.month, content)
    return ""


def restore_hint(folder: Path, device: str, month: str, damaged: bytes) -> str:
    """Return the end of a sentence on a damaged month of this device: what restores it.

    `damaged` is its bytes. "" when there is nothing to restore.
    """
    if month in months_with_backup(folder, device) or any(readable_rows(damaged)):
        return f"; footcoach restore {month} restores what it can"
    return ""


def _days_to_keep(days: Iterable[date], today: date) -> set[date]:
    """The days of one month's backups that are not removed; days in the future are among them."""
    newest_first = sorted(days, reverse=True)
    recent = {day for day in newest_first if day > today - _DAYS}
    of_weeks: dict[tuple[int, int], date] = {}
    for day in newest_first:
        if today - _WEEKS < day <= today - _DAYS:
            of_weeks.setdefault(day.isocalendar()[:2], day)
    return recent | set(of_weeks.values()) | set(newest_first[:1])


def _remove_old(place: Path, today: date) -> None:
    """Remove the old backups of a device. Raises OSError."""
    by_month = defaultdict[str, dict[date, str]](dict)
    for name, month, day in _backups(place):
        by_month[month][day] = name
    for names in by_month.values():
        for day in names.keys() - _days_to_keep(names, today):
            (place / names[day]).unlink(missing_ok=True)


def _backups(place: Path) -> Iterator[tuple[str, str, date]]:
    """Name, month and day of each backup; none of a folder that cannot be listed."""
    for name in names_in(place):
        if match := _NAME.fullmatch(name):
            with suppress(ValueError):
                yield name, match[1], date.fromisoformat(match[2])


def _is_free(copy: Path, content: bytes) -> bool:
    """Whether the copy does not exist, or is identical."""
    try:
        return read_regular_file(copy, MAX_MONTH_BYTES) == content
    except UnreadableError as error:
        return isinstance(error.__cause__, FileNotFoundError)
