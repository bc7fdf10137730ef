"""The month files of every device, by their names, sizes and times of change alone.

A file of a device is named YYYY-MM.json. Programs that copy and edit files leave others beside it,
such as `2026-03 (conflicted copy).json` or `2026-03.json~`: what they hold of a month is read as
well, for a version counts wherever it is found.
"""

import os
import re
from pathlib import Path
from typing import NamedTuple

from footcoach_tui.boundary.files import error_reason
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.history.errors import history_problem

# ruff: noqa: PTH118, PTH208, PTH114 - a Path for each file takes longer than the rest

HISTORY_FOLDER = "history"
CORRUPT_MARK = ".json.corrupt-"
"""Part of the names of damaged files that were set aside, after the month."""
_MONTH = r"[0-9]{4}-(?:0[1-9]|1[0-2])"
_OWN_NAME = re.compile(rf"({_MONTH})\.json")
_OTHER_NAME = re.compile(rf"(?<![0-9])({_MONTH})(?![0-9])")
_FOLDER_FLAGS = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_MAX_TIME = (1 << 63) - 1
"""Nanoseconds; a file can be from a time after the year 2262, when there are more."""
_NOT_UTF8 = "has a name that is not UTF-8; not read, rename it"
NO_STATUS = (-1, -1)
"""Size and time of no file, or of one whose status cannot be read."""


class MonthFile(NamedTuple):
    """File of a month (YYYY-MM) in a device's folder.

    `size` is in bytes and `mtime` in nanoseconds: a change of the content changes one of them.
    """

    device: str
    name: str
    month: str
    size: int = -1
    mtime: int = -1

    @property
    def is_copy(self) -> bool:
        """Whether another program left it: the name is not that of a month."""
        return self.name != f"{self.month}.json"

    @property
    def state(self) -> tuple[int, int]:
        return self.size, self.mtime

    def path(self, folder: Path) -> Path:
        """Return the path below a data folder."""
        return folder / HISTORY_FOLDER / self.device / self.name


def list_months(folder: Path) -> tuple[list[MonthFile], list[Problem]]:
    """List the month files below a data folder, and what cannot be used of it.

    Raises nothing. Hidden files are left out, and damaged ones that were set aside.
    """
    root = os.path.join(folder, HISTORY_FOLDER)
    files: list[MonthFile] = []
    problems: list[Problem] = []
    try:
        devices = sorted(os.listdir(root))
    except OSError as error:
        if not isinstance(error, FileNotFoundError) or os.path.islink(root):
            problems.append(_unreadable(root, error))
        return files, problems
    for device in devices:
        if device.startswith("."):
            continue
        if not _is_utf8(device):
            problems.append(history_problem(Path(root, device), _NOT_UTF8))
            continue
        try:
            _list_device(root, device, files, problems)
        except NotADirectoryError:
            continue  # a stray file
        except OSError as error:
            problems.append(_unreadable(f"{root}/{device}", error))
    return files, problems


def is_month(name: str) -> bool:
    """Whether a name is that of a month, YYYY-MM."""
    return _OWN_NAME.fullmatch(f"{name}.json") is not None


def _list_device(root: str, device: str, files: list[MonthFile], problems: list[Problem]) -> None:
    """Add the files of a device and the problems with their names. Raises OSError."""
    handle = os.open(f"{root}/{device}", _FOLDER_FLAGS)
    try:
        for name in os.listdir(handle):
            if match := _OWN_NAME.fullmatch(name):
                files.append(MonthFile(device, name, match[1], *_status(name, handle)))
            elif name.startswith(".") or CORRUPT_MARK in name:
                continue
            elif not _is_utf8(name):
                problems.append(history_problem(Path(root, device, name), _NOT_UTF8))
            elif match := _OTHER_NAME.search(name):
                files.append(MonthFile(device, name, match[1], *_status(name, handle)))
            elif name.endswith(".json"):
                sentence = "is not named like a month, YYYY-MM.json; not read"
                problems.append(history_problem(Path(root, device, name), sentence))
    finally:
        os.close(handle)


def state_of(status: os.stat_result) -> tuple[int, int]:
    """Return the size and time of a file, of a size that SQLite can hold."""
    return status.st_size, status.st_mtime_ns & _MAX_TIME


def _status(name: str, folder: int) -> tuple[int, int]:
    try:
        return state_of(os.stat(name, dir_fd=folder))
    except OSError:
        return NO_STATUS


def _is_utf8(name: str) -> bool:
    try:
        return bool(name.encode())
    except UnicodeEncodeError:
        return False


def _unreadable(folder: str, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):  # a disk that is not mounted is no empty history
        return history_problem(Path(folder), "is a broken link; repair or remove it")
    return history_problem(Path(folder), f"could not be read: {error_reason(error)}")
