"""How the stored history stands: what there is and what is wrong, without writing anything.

Readers of the history keep what they learn in its index; this one leaves the folder as it was.
"""

import re
from pathlib import Path
from typing import NamedTuple

from footcoach_tui.boundary.files import WriteError, link_target
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError, names_in, read_regular_file
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months.files import HISTORY_FOLDER, month_files
from footcoach_tui.history.months.format import MAX_MONTH_BYTES, DamagedError, parse_month
from footcoach_tui.history.months.open_month import open_strictly
from footcoach_tui.history.scan import HistoryScan

_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])\.json")


class HistoryStatus(NamedTuple):
    """What the history comes to.

    `months` are YYYY-MM and `devices` the names of folders, in their order; `latest` is the day of
    the newest session that counts, or "". `newer` are problems with files of a newer footcoach,
    `problems` all others.
    """

    sessions: int
    months: tuple[str, ...]
    devices: tuple[str, ...]
    latest: str
    problems: tuple[Problem, ...]
    newer: tuple[Problem, ...]


def history_status(folder: Path, *, thorough: bool = False) -> HistoryStatus:
    """Look at every month below the data folder. Raises nothing for what lies on disk.

    A month whose files have the size and time they had when they were last read strictly is
    taken to be as it was, unless `thorough`.
    """
    devices = _devices(folder)
    months = sorted({month for names in devices.values() for month in names})
    reading = HistoryScan(folder)  # never closed: that would write the index
    problems = dict.fromkeys(reading.problems)
    if thorough:
        each = [open_strictly(month_files(folder, one), reading.superseded(one)) for one in months]
        problems |= dict.fromkeys(problem for opened in each for problem in opened.problems)
        tallies = [opened.tally for opened in each]
    else:
        tallies = list(reading.tallies())
        problems |= dict.fromkeys(reading.problems)
    newer = tuple(one for one in problems if not one.key and _is_newer(Path(one.file)))
    return HistoryStatus(
        sessions=sum(sum(tally.counts.values()) for tally in tallies),
        months=tuple(months),
        devices=tuple(sorted(devices)),
        latest=max((day for tally in tallies for day in tally.days), default=""),
        problems=tuple(one for one in problems if one not in newer),
        newer=newer,
    )


def _devices(folder: Path) -> dict[str, list[str]]:
    """The months of each device that has some, told by the names of files alone."""
    found: dict[str, list[str]] = {}
    root = folder / HISTORY_FOLDER
    for device in names_in(root):
        names = [] if device.startswith(".") else names_in(root / device)
        if months := [name[:7] for name in names if _MONTH.fullmatch(name)]:
            found[device] = months
    return found


def _is_newer(path: Path) -> bool:
    """Whether a file is sound, but laid out as only a newer footcoach knows it."""
    try:
        parse_month(read_regular_file(link_target(path), MAX_MONTH_BYTES))
    except DamagedError:
        return False
    except HistoryError:
        return True
    except (UnreadableError, WriteError, OSError):
        return False
    return False
