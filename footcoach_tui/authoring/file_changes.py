"""Changes of files, noticed by a look at each from time to time."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

_State = tuple[int, int, int] | None
"""Time of change in nanoseconds, size and number of a file; None of one that is not there."""


def changes(list_paths: Callable[[], Iterable[Path]], wait: Callable[[], object]) -> Iterator[None]:
    """Wait again and again; yield after each wait in which a file was changed, added or removed.

    Changes since the call count, and what happens while the caller is busy is noticed after the
    next wait.
    """
    return _changes(_states(list_paths()), list_paths, wait)


def _changes(
    states: dict[Path, _State],
    list_paths: Callable[[], Iterable[Path]],
    wait: Callable[[], object],
) -> Iterator[None]:
    while True:
        wait()
        before, states = states, _states(list_paths())
        if states != before:
            yield


def _states(paths: Iterable[Path]) -> dict[Path, _State]:
    return {path: _state(path) for path in paths}


def _state(path: Path) -> _State:
    try:
        status = os.stat(path)  # noqa: PTH116 - half the time of a Path's
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
