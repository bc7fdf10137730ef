"""Changes of files, noticed by a look at each from time to time."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

_State = tuple[int, int, int] | None
"""Time of change in nanoseconds, size and number of a file; None of one that is not there."""


class WatchedFiles:
    """Files and their states at the latest look; the first look, by `changed`, finds no change."""

    def __init__(self, list_paths: Callable[[], Iterable[Path]]) -> None:
        self._list_paths = list_paths
        self._states: dict[Path, _State] | None = None

    def changed(self) -> tuple[Path, ...]:
        """Look at all files; return those changed, added or removed since the look before."""
        before, self._states = self._states, self._look()
        if before is None:
            return ()
        paths = sorted({*before, *self._states})
        return tuple(path for path in paths if before.get(path) != self._states.get(path))

    def _look(self) -> dict[Path, _State]:
        states = {path: _state(path) for path in self._list_paths()}
        return {path: state for path, state in states.items() if state}


def changes(list_paths: Callable[[], Iterable[Path]], wait: Callable[[], object]) -> Iterator[None]:
    """Wait again and again; yield after each wait in which a file was changed, added or removed.

    Changes since the call count, and what happens while the caller is busy is noticed after the
    next wait.
    """
    files = WatchedFiles(list_paths)
    files.changed()
    return _changes(files, wait)


def _changes(files: WatchedFiles, wait: Callable[[], object]) -> Iterator[None]:
    while True:
        wait()
        if files.changed():
            yield


def _state(path: Path) -> _State:
    try:
        status = os.stat(path)  # noqa: PTH116 - half the time of a Path's
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
