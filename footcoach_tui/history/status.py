"""Status of the history for `footcoach doctor`: counts and problems, without writing anything."""

import re
from pathlib import Path
from typing import NamedTuple, Self

from footcoach_tui.boundary.files import WriteError, link_target
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError, names_in, read_regular_file
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months.files import HISTORY_FOLDER, MonthFile
from footcoach_tui.history.months.format import MAX_MONTH_BYTES, DamagedError, parse_month
from footcoach_tui.history.months.open_month import open_strictly
from footcoach_tui.history.scan import HistoryScan

_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])\.json")


class HistoryStatus(NamedTuple):
    """Counts and problems of the history.

    `months` are YYYY-MM and `devices` the names of folders, both sorted; `latest` is the day of
    the newest session that counts, or "". `newer` are problems with files of a newer footcoach,
    `problems` all others.
    """

    sessions: int
    months: tuple[str, ...]
    devices: tuple[str, ...]
    latest: str
    problems: tuple[Problem, ...]
    newer: tuple[Problem, ...]

    @classmethod
    def read(cls, folder: Path, *, thorough: bool = False) -> Self:
        """Check every month below the data folder. Raises nothing for file contents.

        A month whose files have not changed in size and time since they were read strictly is
        not opened, unless `thorough`.
        """
        months_of = _months_of_devices(folder)
        months = sorted(set().union(*months_of.values()))
        scan = HistoryScan(folder)  # never closed: that would write the index
        problems = dict.fromkeys(scan.problems)
        if thorough:
            opened = [
                open_strictly(MonthFile.find(folder, month), scan.superseded(month))
                for month in months
            ]
            problems |= dict.fromkeys(problem for month in opened for problem in month.problems)
            tallies = [month.tally for month in opened]
        else:
            tallies = list(scan.tallies())
            problems |= dict.fromkeys(scan.problems)
        newer = [each for each in problems if not each.key and _is_newer(Path(each.file))]
        return cls(
            sessions=sum(sum(tally.counts.values()) for tally in tallies),
            months=tuple(months),
            devices=tuple(sorted(months_of)),
            latest=max((day for tally in tallies for day in tally.days), default=""),
            problems=tuple(each for each in problems if each not in newer),
            newer=tuple(newer),
        )


def _months_of_devices(folder: Path) -> dict[str, list[str]]:
    """The months of each device that has some, by the names of files alone."""
    months_of: dict[str, list[str]] = {}
    root = folder / HISTORY_FOLDER
    for device in names_in(root):
        names = [] if device.startswith(".") else names_in(root / device)
        if months := [name[:7] for name in names if _MONTH.fullmatch(name)]:
            months_of[device] = months
    return months_of


def _is_newer(path: Path) -> bool:
    """Whether a file is of a newer footcoach, and not damaged."""
    try:
        parse_month(read_regular_file(link_target(path), MAX_MONTH_BYTES))
    except DamagedError:
        return False
    except HistoryError:
        return True
    except (UnreadableError, WriteError, OSError):
        return False
    return False
