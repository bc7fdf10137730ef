"""Which month files there are, of every device, told by their names, sizes and times alone."""

import json
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from footcoach_tui.boundary.files import error_reason
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.history.errors import history_problem

# ruff: noqa: PTH114, PTH116, PTH118, PTH208 - a path object a file takes longer than the rest

HISTORY_FOLDER = "history"
UNKNOWN_SIGNATURE = "?"
"""The mark of a file that could not be looked at: whoever opens it tells why."""

_MONTHS = re.compile(r"(?:^|(?<=/))[0-9]{4}-(?:0[1-9]|1[0-2])(?=\.json(?:/|$))")
_FOLDER_FLAGS = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC


class MonthFile(NamedTuple):
    """One device's file of a month.

    `mark` tells this content of it from others: the device, the size and the time of change.
    """

    device: str
    path: str
    signature: str

    @property
    def month(self) -> str:
        """The month, YYYY-MM."""
        return self.path[-12:-5]


class MonthFiles:
    """The month files by their names; `problems` are folders and names of no use.

    `folders` tells the folders as they are from any other state of them: files came, went, or
    were written anew and put in the place of others. What was changed in its place shows only
    in the marks of the files.
    """

    def __init__(self, folder: Path) -> None:
        """Look through the history of the data folder."""
        self.problems: list[Problem] = []
        self._root = os.path.join(folder, HISTORY_FOLDER)
        self._devices: dict[str, list[str]] = {}
        states: list[str] = []
        for name in self._names():
            self._look_through(name, states)
        self.folders = ",".join(states)
        self._marks: dict[str, str] | None = None

    def months(self) -> set[str]:
        """The months (YYYY-MM) that have a file."""
        return {month for months in self._devices.values() for month in months}

    def signatures(self) -> dict[str, str]:
        """By month, in no order, what tells it as it is from any other state of it."""
        if self._marks is None:
            found: dict[str, str] = {}
            for device, months in self._devices.items():
                marks = _all_marks(json.dumps(device), f"{self._root}/{device}", months)
                for month, mark in zip(months, marks, strict=True):
                    found[month] = f"{found[month]},{mark}" if month in found else mark
            self._marks = found
        return self._marks

    def files(self, month: str) -> list[MonthFile]:
        """The files of a month, in the order of their devices."""
        paths = [
            (device, f"{self._root}/{device}/{month}.json")
            for device, months in self._devices.items()
            if month in months
        ]
        return [MonthFile(device, path, _mark(json.dumps(device), path)) for device, path in paths]

    def _names(self) -> list[str]:
        try:
            names = sorted(os.listdir(self._root))
        except OSError as error:
            if not isinstance(error, FileNotFoundError) or os.path.islink(self._root):
                self.problems.append(_unread(self._root, error))
            return []
        return [name for name in names if not name.startswith(".")]

    def _look_through(self, device: str, states: list[str]) -> None:
        path = f"{self._root}/{device}"
        try:
            handle = os.open(path, _FOLDER_FLAGS)
            try:
                state = os.fstat(handle).st_mtime_ns
                names = os.listdir(handle)
            finally:
                os.close(handle)
        except NotADirectoryError:
            return  # whatever else lies there
        except OSError as error:
            self.problems.append(_unread(path, error))
            return
        states.append(f"{json.dumps(device)}:{state}")
        months = _MONTHS.findall("/".join(names))  # no name has a slash in it
        if len(months) < len(names):
            self._tell_others(path, names, months)
        self._devices[device] = months

    def _tell_others(self, path: str, names: list[str], months: list[str]) -> None:
        for name in sorted(set(names) - {f"{month}.json" for month in months}):
            if name.endswith(".json") and not name.startswith("."):
                told = "is not named like a month, YYYY-MM.json; not read"
                self.problems.append(history_problem(Path(path, name), told))


def state_of_folders(folder: Path) -> str:
    """What `Shelf.folders` would be now. Raises OSError."""
    root = os.path.join(folder, HISTORY_FOLDER)
    states: list[str] = []
    for name in sorted(os.listdir(root)):
        with suppress(NotADirectoryError):
            if not name.startswith("."):
                status = os.stat(f"{root}/{name}/.")
                states.append(f"{json.dumps(name)}:{status.st_mtime_ns}")
    return ",".join(states)


def month_files(folder: Path, month: str) -> list[MonthFile]:
    """The files of one month, in the order of their devices. Raises OSError."""
    root = os.path.join(folder, HISTORY_FOLDER)
    try:
        names = sorted(os.listdir(root))
    except FileNotFoundError:
        if os.path.islink(root):
            raise
        return []
    each = [(name, f"{root}/{name}/{month}.json") for name in names if not name.startswith(".")]
    return [
        MonthFile(name, path, _mark(json.dumps(name), path))
        for name, path in each
        if _is_there(path)
    ]


def _is_there(path: str) -> bool:
    """Whether there is a file or a link, wherever it leads. Raises OSError if nobody can tell."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def month_signature(files: list[MonthFile]) -> str:
    """The marks of a month's files together, as the shelf has them."""
    return ",".join([file.signature for file in files])


def file_signature(device: str, status: os.stat_result) -> str:
    """The mark of a device's file with this status."""
    return f"{json.dumps(device)}:{status.st_size}:{status.st_mtime_ns}"


def _all_marks(label: str, folder: str, months: list[str]) -> list[str]:
    """The marks of a folder's files, all at once."""
    stat = os.stat
    try:
        handle = os.open(folder, _FOLDER_FLAGS)
        try:
            each = [stat(f"{month}.json", dir_fd=handle) for month in months]
        finally:
            os.close(handle)
    except OSError:
        return [_mark(label, f"{folder}/{month}.json") for month in months]
    return [f"{label}:{status.st_size}:{status.st_mtime_ns}" for status in each]


def _mark(label: str, path: str) -> str:
    try:
        status = os.stat(path)
    except OSError:
        return UNKNOWN_SIGNATURE
    return f"{label}:{status.st_size}:{status.st_mtime_ns}"


def _unread(folder: str, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):  # a disk that is not mounted is no empty history
        return history_problem(Path(folder), "is a link that leads nowhere; mend or remove it")
    return history_problem(Path(folder), f"could not be read: {error_reason(error)}")
