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

# ruff: noqa: PTH116, PTH118, PTH208, PTH114 - a Path for each file takes longer than the rest

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


FileFields = tuple[str, str, str, int, int]
"""Fields of a `MonthFile`: equal to it, and quicker to make."""


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
        """Whether another program made it: a name that no month or no device has."""
        from footcoach_tui.history.device import is_device_name  # noqa: PLC0415 - not to list files

        return self.name != f"{self.month}.json" or not is_device_name(self.device)

    @property
    def state(self) -> tuple[int, int]:
        return self.size, self.mtime

    def path(self, folder: Path) -> Path:
        """Return the path below a data folder."""
        return folder / HISTORY_FOLDER / self.device / self.name


class MonthListing:
    """The month files below a data folder, and the problems with names there.

    Raises nothing. `files` are sorted by device and name; hidden ones are left out, and damaged
    ones that were set aside. `unreadable` are folders that could not be listed.
    """

    def __init__(self, folder: Path) -> None:
        self.files: list[FileFields] = []
        self.misnamed: list[Problem] = []
        self.unreadable: list[Problem] = []
        self.has_leftovers = False
        """Whether killed processes left temporary files."""
        self._root = os.path.join(folder, HISTORY_FOLDER)
        self._times = {"": _change_time(self._root)}
        """Times of change of the folders of devices; "" is the folder of them all."""
        try:
            devices = sorted(os.listdir(self._root))
        except OSError as error:
            if not isinstance(error, FileNotFoundError) or os.path.islink(self._root):
                self.unreadable.append(_unreadable(self._root, error))
            return
        for device in devices:
            if device.startswith(".") or not self._is_utf8(device):
                continue
            try:
                self._add_device(device)
            except NotADirectoryError:
                if _OTHER_NAME.search(device) and device.endswith(".json"):
                    self._add_problem("is in no device's folder; not read", device)
            except OSError as error:
                self.unreadable.append(_unreadable(f"{self._root}/{device}", error))

    @property
    def problems(self) -> tuple[Problem, ...]:
        return (*self.unreadable, *self.misnamed)

    @property
    def is_current(self) -> bool:
        """Whether no file was added, replaced or removed; a change in place does not show."""
        return not self.unreadable and all(
            _change_time(f"{self._root}/{device}") == time for device, time in self._times.items()
        )

    def note_write(self, device: str) -> None:
        """Note that this process has just replaced a file of a device."""
        self._times[device] = _change_time(f"{self._root}/{device}")

    def _add_device(self, device: str) -> None:
        """Raises OSError."""
        handle = os.open(f"{self._root}/{device}", _FOLDER_FLAGS)
        try:
            self._times[device] = os.fstat(handle).st_mtime_ns
            for name in sorted(os.listdir(handle)):
                match = _OWN_NAME.fullmatch(name) or self._copy(device, name)
                if match:
                    try:
                        size, mtime = state_of(os.stat(name, dir_fd=handle))
                    except OSError:
                        size, mtime = NO_STATUS
                    self.files.append((device, name, match[1], size, mtime))
        finally:
            os.close(handle)

    def _copy(self, device: str, name: str) -> re.Match[str] | None:
        """Match the name of a file that may be a copy of a month, and note a wrong name."""
        if name.startswith("."):
            self.has_leftovers = self.has_leftovers or name.endswith(".tmp")
            return None
        if CORRUPT_MARK in name or not self._is_utf8(device, name):
            return None
        match = _OTHER_NAME.search(name)
        if match is None and name.endswith(".json"):
            self._add_problem("is not named like a month, YYYY-MM.json; not read", device, name)
        return match

    def _is_utf8(self, *names: str) -> bool:
        try:
            return bool("".join(names).encode())
        except UnicodeEncodeError:
            self._add_problem(_NOT_UTF8, *names)
            return False

    def _add_problem(self, sentence: str, *names: str) -> None:
        self.misnamed.append(history_problem(Path(self._root, *names), sentence))


def is_month(name: str) -> bool:
    """Whether a name is that of a month, YYYY-MM."""
    return _OWN_NAME.fullmatch(f"{name}.json") is not None


def _change_time(folder: str) -> int:
    try:
        return os.stat(folder).st_mtime_ns
    except OSError:
        return 0


def state_of(status: os.stat_result) -> tuple[int, int]:
    """Return the size and time of a file, of a size that SQLite can hold."""
    return status.st_size, status.st_mtime_ns & _MAX_TIME


def _unreadable(folder: str, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):  # a disk that is not mounted is no empty history
        return history_problem(Path(folder), "is a broken link; repair or remove it")
    return history_problem(Path(folder), f"could not be read: {error_reason(error)}")
