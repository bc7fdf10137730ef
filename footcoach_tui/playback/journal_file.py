"""The file of a journal: locked by whoever writes it, from before it has its name.

So another footcoach can tell a session that is being played from one that was cut off.
"""

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from footcoach_tui.boundary.files import open_temp_file, write_all
from footcoach_tui.boundary.safe_read import names_in
from footcoach_tui.history.errors import HistoryError

JOURNAL_FOLDER = "running"
JOURNAL_SUFFIX = ".jsonl"
MAX_JOURNAL_BYTES = 32 << 20
"""Bytes; a line a second for a whole day are six million."""
_FLAGS = os.O_RDWR | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK
_FOR_SURE = 60.0
"""Seconds after which a file without a name and a lock was left behind: making one takes none."""


@contextmanager
def open_locked(path: Path) -> Iterator[int]:
    """Open and lock a journal; it stays so unless something goes wrong. Raises OSError."""
    handle = os.open(path, _FLAGS)
    with _let_go_if_it_fails(handle):
        _lock(handle)
        yield handle


def is_locked(path: Path) -> bool:
    """Whether a living process is writing it."""
    try:
        with open_locked(path) as handle:
            os.close(handle)
    except OSError as error:
        return isinstance(error, BlockingIOError)
    return False


def replace_locked(path: Path, content: bytes) -> int:
    """A new file with this content, its bytes durable, in the place of what is there; locked.

    That its name is durable too is left to the caller. Raises OSError; nothing has changed then.
    """
    handle, temp = open_temp_file(path)
    try:
        with _let_go_if_it_fails(handle):
            _lock(handle)
            write_all(handle, content)
            os.fsync(handle)
            temp.replace(path)
    except BaseException:
        with suppress(OSError):
            temp.unlink()
        raise
    return handle


def truncate_and_read(handle: int, size: int) -> bytes:
    """What a journal holds up to `size`, where its last whole line ended; a torn one is cut off.

    Raises OSError, and HistoryError if whole ones came meanwhile.
    """
    rest = os.fstat(handle).st_size - size
    if rest < 0 or b"\n" in os.pread(handle, rest, size):
        raise HistoryError("That session went on meanwhile; start footcoach again")
    os.ftruncate(handle, size)
    content = os.pread(handle, size, 0)
    if len(content) < size:
        raise OSError(errno.EIO, os.strerror(errno.EIO))
    return content


def remove_abandoned(folder: Path) -> None:
    """Remove what was left behind by processes that were killed while they began a journal.

    What is locked, or was written a moment ago, may be a living one's.
    """
    for name in names_in(folder):
        if name.startswith(".") and name.endswith(".tmp"):
            _sweep(folder / name)


def _sweep(path: Path) -> None:
    with suppress(OSError), open_locked(path) as handle:
        if time.time() - os.fstat(handle).st_mtime > _FOR_SURE:
            path.unlink()
        os.close(handle)


def _lock(handle: int) -> None:
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def _let_go_if_it_fails(handle: int) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(OSError):
            os.close(handle)
        raise
