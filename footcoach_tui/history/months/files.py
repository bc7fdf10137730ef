"""The month files of every device, by their names, sizes and times of change alone."""

import json
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self

from footcoach_tui.boundary.files import error_reason
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.history.errors import history_problem

# ruff: noqa: PTH114, PTH116, PTH118, PTH208 - making a Path for each file takes longer than the rest

HISTORY_FOLDER = "history"
UNKNOWN_SIGNATURE = "?"
"""Signature of a file without a status: opening it reports why."""

_MONTHS = re.compile(r"(?:^|(?<=/))[0-9]{4}-(?:0[1-9]|1[0-2])(?=\.json(?:/|$))")
_FOLDER_FLAGS = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC


class MonthFile(NamedTuple):
    """A month file of a device.

    `signature` changes with its content: the device, the size and the time of change.
    """

    device: str
    path: str
    signature: str

    @classmethod
    def find(cls, folder: Path, month: str) -> list[Self]:
        """The files of one month below a data folder, sorted by device. Raises OSError."""
        root = os.path.join(folder, HISTORY_FOLDER)
        try:
            names = sorted(os.listdir(root))
        except FileNotFoundError:
            if os.path.islink(root):
                raise
            return []
        devices = [name for name in names if not name.startswith(".")]
        paths = [(device, f"{root}/{device}/{month}.json") for device in devices]
        return [cls.at(device, path) for device, path in paths if _exists(path)]

    @classmethod
    def at(cls, device: str, path: str) -> Self:
        return cls(device, path, _signature(json.dumps(device), path))

    @staticmethod
    def sign(device: str, status: os.stat_result) -> str:
        """The signature of a device's file with this status."""
        return f"{json.dumps(device)}:{status.st_size}:{status.st_mtime_ns}"

    def is_unchanged(self, status: os.stat_result) -> bool:
        return self.signature == self.sign(self.device, status)

    @property
    def month(self) -> str:
        """The month, YYYY-MM."""
        return self.path[-12:-5]


class MonthFiles:
    """The month files by their names; `problems` are unusable folders and names.

    `folder_state` changes when a file is added, removed or replaced. A change of a file in place
    shows only in its signature.
    """

    def __init__(self, folder: Path) -> None:
        """List the history of the data folder."""
        self.problems: list[Problem] = []
        self._root = os.path.join(folder, HISTORY_FOLDER)
        self._months_of: dict[str, list[str]] = {}
        states: list[str] = []
        for device in self._devices():
            self._list_device(device, states)
        self.folder_state = ",".join(states)
        self._signatures: dict[str, str] | None = None

    @staticmethod
    def current_folder_state(folder: Path) -> str:
        """The `folder_state` of a data folder, without listing its files. Raises OSError."""
        root = os.path.join(folder, HISTORY_FOLDER)
        states: list[str] = []
        for device in sorted(os.listdir(root)):
            with suppress(NotADirectoryError):
                if not device.startswith("."):
                    status = os.stat(f"{root}/{device}/.")
                    states.append(f"{json.dumps(device)}:{status.st_mtime_ns}")
        return ",".join(states)

    def months(self) -> set[str]:
        """The months (YYYY-MM) that have a file."""
        return {month for months in self._months_of.values() for month in months}

    def signatures(self) -> dict[str, str]:
        """The `month_signature` of each month, in no order."""
        if self._signatures is None:
            by_month: dict[str, str] = {}
            for device, months in self._months_of.items():
                each = _signatures(json.dumps(device), f"{self._root}/{device}", months)
                for month, signature in zip(months, each, strict=True):
                    before = by_month.get(month)
                    by_month[month] = f"{before},{signature}" if before else signature
            self._signatures = by_month
        return self._signatures

    def files(self, month: str) -> list[MonthFile]:
        """The files of a month, sorted by device."""
        return [
            MonthFile.at(device, f"{self._root}/{device}/{month}.json")
            for device, months in self._months_of.items()
            if month in months
        ]

    def _devices(self) -> list[str]:
        try:
            names = sorted(os.listdir(self._root))
        except OSError as error:
            if not isinstance(error, FileNotFoundError) or os.path.islink(self._root):
                self.problems.append(_unreadable(self._root, error))
            return []
        return [name for name in names if not name.startswith(".")]

    def _list_device(self, device: str, states: list[str]) -> None:
        path = f"{self._root}/{device}"
        try:
            handle = os.open(path, _FOLDER_FLAGS)
            try:
                state = os.fstat(handle).st_mtime_ns
                names = os.listdir(handle)
            finally:
                os.close(handle)
        except NotADirectoryError:
            return  # a stray file
        except OSError as error:
            self.problems.append(_unreadable(path, error))
            return
        states.append(f"{json.dumps(device)}:{state}")
        months = _MONTHS.findall("/".join(names))  # no name has a slash in it
        if len(months) < len(names):
            self._report_strays(path, names, months)
        self._months_of[device] = months

    def _report_strays(self, path: str, names: list[str], months: list[str]) -> None:
        for name in sorted(set(names) - {f"{month}.json" for month in months}):
            if name.endswith(".json") and not name.startswith("."):
                sentence = "is not named like a month, YYYY-MM.json; not read"
                self.problems.append(history_problem(Path(path, name), sentence))


def is_month(name: str) -> bool:
    """Whether a file's name without its extension is that of a month."""
    match = _MONTHS.match(f"{name}.json")
    return match is not None and match[0] == name


def month_signature(files: list[MonthFile]) -> str:
    """The signatures of a month's files together."""
    return ",".join([file.signature for file in files])


def _exists(path: str) -> bool:
    """Whether there is a file or a link, even a broken one. Raises OSError when unknown."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _signatures(label: str, folder: str, months: list[str]) -> list[str]:
    """The signatures of a folder's files, all at once."""
    stat = os.stat
    try:
        handle = os.open(folder, _FOLDER_FLAGS)
        try:
            each = [stat(f"{month}.json", dir_fd=handle) for month in months]
        finally:
            os.close(handle)
    except OSError:
        return [_signature(label, f"{folder}/{month}.json") for month in months]
    return [f"{label}:{status.st_size}:{status.st_mtime_ns}" for status in each]


def _signature(label: str, path: str) -> str:
    try:
        status = os.stat(path)
    except OSError:
        return UNKNOWN_SIGNATURE
    return f"{label}:{status.st_size}:{status.st_mtime_ns}"


def _unreadable(folder: str, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):  # a disk that is not mounted is no empty history
        return history_problem(Path(folder), "is a broken link; repair or remove it")
    return history_problem(Path(folder), f"could not be read: {error_reason(error)}")
