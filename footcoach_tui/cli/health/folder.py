"""What lies in the data folder, listed without opening, following or creating anything."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

HISTORY, RUNNING, BACKUPS = "history", "running", "backups"
_MOST = 100_000
"""Entries of one folder that are looked at; nobody has more."""


class Entry(NamedTuple):
    """A name in a folder; `mode` is as stat has it, `changed` in seconds since 1970."""

    path: Path
    mode: int
    changed: float

    @property
    def is_file(self) -> bool:
        """Whether it is a regular file; a link is none."""
        return stat.S_ISREG(self.mode)

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder; a link is none."""
        return stat.S_ISDIR(self.mode)


def entries(folder: Path) -> list[Entry]:
    """What is right in a folder, by name; nothing where it cannot be listed."""
    found: list[Entry] = []
    with suppress(OSError), os.scandir(folder) as listed:
        for entry in listed:
            with suppress(OSError):
                status = entry.stat(follow_symlinks=False)
                found.append(Entry(Path(entry.path), status.st_mode, status.st_mtime))
            if len(found) == _MOST:
                break
    return sorted(found)


def own_entries(data: Path) -> list[Entry]:
    """Everything footcoach keeps: in the data folder, the history, its devices, what runs."""
    folders = (HISTORY, RUNNING, BACKUPS)
    found = [one for one in entries(data) if one.is_file or one.path.name in folders]
    for folder in (data / HISTORY, data / RUNNING):
        found += entries(folder)
    for device in [
        one.path for one in found if one.is_folder and one.path.parent == data / HISTORY
    ]:
        found += entries(device)
    return found


def below(folder: Path, depth: int = 4) -> Iterator[Entry]:
    """Every file below a folder, at most `depth` folders down."""
    for entry in entries(folder):
        if entry.is_folder and depth > 1:
            yield from below(entry.path, depth - 1)
        elif entry.is_file:
            yield entry
