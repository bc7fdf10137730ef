"""Cache of the answer of `footcoach due`: worked out once for a state of the files.

The answer is in a file of the cache folder, with a key made from all it depends on: the day, and
the names, sizes and times of the files of the history and of the rules. So a prompt loads neither
the history nor the coach.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from footcoach_tui import __version__, wiring
from footcoach_tui.boundary import local_time
from footcoach_tui.boundary.files import WriteError, write_atomically
from footcoach_tui.boundary.paths import (
    PathError,
    bundled_routines_folder,
    config_file,
    create_private_folder,
)
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.coach.due_today import DueToday
from footcoach_tui.history.months.files import MonthListing

_FILE_NAME = "due.today"
_MAX_BYTES = 1024 * 1024
_SUBFOLDERS = ("", "exercises", "coach", "plans")


def due_today() -> DueToday:
    """Return what is due today; warns of files that cannot be read.

    Raises CliError if the history has files and none of them can be read.
    """
    folders = wiring.folders()
    listing = MonthListing(folders.data)
    key = repr((local_time.today(), __version__, listing.files, *_rule_files(folders.data)))
    file = folders.cache / _FILE_NAME
    known = None if listing.problems else _read(file, key)
    return known or _work_out(file, key)


def _work_out(file: Path, key: str) -> DueToday:
    """Return what is due as the coach works it out; stored if every file could be read."""
    from footcoach_tui.cli.coach.due_answer import work_out  # noqa: PLC0415 - loads the coach

    history = wiring.open_history()
    answer = work_out(history)
    if not history.problems:
        with suppress(OSError, PathError, WriteError):
            create_private_folder(file.parent)
            write_atomically(file, "\n".join([key, *map(str, answer)]).encode())
    return answer


def _rule_files(data: Path) -> Iterator[tuple[object, ...]]:
    """Yield the state of the folders of routines and rules, of the own files, and the settings.

    Bundled files are replaced, which shows in their folders; own ones may be changed in place.
    """
    bundled, own = bundled_routines_folder(), data / "routines"
    yield from (_state(bundled / name) for name in _SUBFOLDERS)
    for name in _SUBFOLDERS:
        with suppress(OSError), os.scandir(own / name) as entries:
            yield from sorted(_state(Path(entry.path)) for entry in entries)
    yield _state(config_file())
    yield (str(data),)


def _state(path: Path) -> tuple[object, ...]:
    """Return the name, size and time of a file or folder; the name alone if there is none."""
    try:
        status = path.stat()
    except OSError:
        return (path.name,)
    return path.name, status.st_size, status.st_mtime_ns


def _read(file: Path, key: str) -> DueToday | None:
    """Return the stored answer for a key; None if there is none."""
    try:
        first, *fields = read_regular_file(file, _MAX_BYTES).decode().split("\n")
        if first != key:
            return None
        kinds = DueToday.__annotations__.values()
        return DueToday(*(kind(clean(f)) for kind, f in zip(kinds, fields, strict=True)))
    except (UnreadableError, ValueError):
        return None
