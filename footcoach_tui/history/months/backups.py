"""Backups of months: before the first save of each day, and before a move to a new schema.

The newest backup of a month stays for good; besides it there are those of the last seven days,
and the newest of each week in the four weeks before.
"""

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from footcoach_tui.boundary.files import WriteError, link_target, write_durably
from footcoach_tui.boundary.paths import PathError, create_private_folder
from footcoach_tui.boundary.safe_read import UnreadableError, names_in, read_regular_file
from footcoach_tui.history.device import read_device
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months.format import MAX_MONTH_BYTES, Tables, parse_month, readable_rows

FOLDER = "backups"
_DAILY = "daily"
CORRUPT_MARK = ".corrupt-"
"""Stands in the names of damaged files that were set aside, behind the month's own."""
_DAYS, _WEEKS = timedelta(days=7), timedelta(days=7 + 4 * 7)
_NAME = re.compile(r"([0-9]{4}-[0-9]{2})\.([0-9]{4}-[0-9]{2}-[0-9]{2})\.json")


class _Backup(NamedTuple):
    """One that can be read: `day` (in UTC) is that of the save it was made before."""

    day: date
    tables: Tables


def write_daily_backup(folder: Path, path: Path, content: bytes, today: date) -> None:
    """Keep the month at `path`, which holds `content` and is sound, unless it was kept today.

    `folder` is the data folder. Never raises: a save must not fail for want of a backup.
    """
    place = folder / FOLDER / _DAILY / path.parent.name
    copy = place / f"{path.stem}.{today}.json"
    with suppress(OSError, WriteError, PathError):
        if copy.exists():
            return
        if not place.is_dir():
            create_private_folder(place)
        try:  # saving puts a new file in the place of the old: a link keeps that and takes no room
            os.link(link_target(path), copy, follow_symlinks=False)
        except OSError:  # the month lies on another disk, or this one has no links
            write_durably(copy, content)
        _thin_out(place, today)


def back_up_older_layout(folder: Path, path: Path, content: bytes, schema: int) -> Path:
    """Keep a month's bytes, of schema number `schema`, below the data folder; durable on return.

    A copy that is there already is never written over. Returns where it lies. Raises PlaceError
    and WriteError.
    """
    place = folder / FOLDER / f"schema-{schema}" / path.parent.name
    create_private_folder(place)
    copy = place / path.name
    number = 1
    while not _is_free(copy, content):
        number += 1
        copy = place / f"{path.name}.{number}"
    write_durably(copy, content)
    return copy


def newest_backup(folder: Path, device: str, month: str) -> _Backup | None:
    """The newest backup of a month that can be read strictly; None when there is none."""
    place = folder / FOLDER / _DAILY / device
    days = sorted((day for name, one, day in _listed(place) if one == month), reverse=True)
    for day in days:
        with suppress(HistoryError, UnreadableError):
            content = read_regular_file(place / f"{month}.{day}.json", MAX_MONTH_BYTES)
            return _Backup(day, parse_month(content))
    return None


def months_with_backup(folder: Path, device: str) -> set[str]:
    """The months (YYYY-MM) of a device that have a backup, whether it can be read or not."""
    return {month for _, month, _ in _listed(folder / FOLDER / _DAILY / device)}


def restore_hint(folder: Path, device: str, month: str, damaged: bytes) -> str:
    """What ends a sentence on a damaged month, if something of it can be brought back here.

    `damaged` is what its file holds. Another device's month is mended over there: then it is "".
    """
    is_ours = False
    with suppress(UnreadableError):
        is_ours = read_device(folder) == device
    if not (
        month in months_with_backup(folder, device) or (is_ours and any(readable_rows(damaged)))
    ):
        return ""
    return f"; footcoach restore {month} brings back what can be"


def _days_to_keep(days: Iterable[date], today: date) -> set[date]:
    """Which of one month's backups stay, told by their days. Those of days to come stay too."""
    newest_first = sorted(days, reverse=True)
    recent = {day for day in newest_first if day > today - _DAYS}
    of_weeks: dict[tuple[int, int], date] = {}
    for day in newest_first:
        if today - _WEEKS < day <= today - _DAYS:
            of_weeks.setdefault(day.isocalendar()[:2], day)
    return recent | set(of_weeks.values()) | set(newest_first[:1])


def _thin_out(place: Path, today: date) -> None:
    """Remove the backups of a device that have had their time. Raises OSError."""
    by_month = defaultdict[str, dict[date, str]](dict)
    for name, month, day in _listed(place):
        by_month[month][day] = name
    for names in by_month.values():
        for day in names.keys() - _days_to_keep(names, today):
            (place / names[day]).unlink(missing_ok=True)


def _listed(place: Path) -> Iterator[tuple[str, str, date]]:
    """Name, month and day of each backup; nothing of a folder that cannot be listed."""
    for name in names_in(place):
        if found := _NAME.fullmatch(name):
            with suppress(ValueError):
                yield name, found[1], date.fromisoformat(found[2])


def _is_free(copy: Path, content: bytes) -> bool:
    """Whether the copy can stand here: there is none, or it is the same."""
    try:
        return read_regular_file(copy, MAX_MONTH_BYTES) == content
    except UnreadableError as error:
        return isinstance(error.__cause__, FileNotFoundError)
