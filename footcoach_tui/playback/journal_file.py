"""Files of journals: locked by the process that writes them, from before they have their names.

So another footcoach can tell a session that is being played from one that was interrupted.
"""

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from footcoach_tui.boundary.files import open_temp_file, sync_folder, write_all
from footcoach_tui.boundary.paths import create_private_folder
from footcoach_tui.boundary.safe_read import names_in
from footcoach_tui.history.errors import HistoryError

JOURNAL_FOLDER = "running"
JOURNAL_SUFFIX = ".jsonl"
_FLAGS = os.O_RDWR | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK
_ABANDONED_SECONDS = 60.0
"""Age from which an unlocked temporary file was left behind: making a journal takes no time."""


def create_locked(path: Path, content: bytes) -> int:
    """Make a new journal with this content, durable and locked; return its open file.

    Temporary files that killed processes left in the folder are removed. Raises PathError, and
    OSError where there is such a file already.
    """
    create_private_folder(path.parent)
    _remove_abandoned(path.parent)
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    handle = replace_locked(path, content)
    with _closing_on_error(handle):
        try:
            sync_folder(path.parent)
        except BaseException:
            with suppress(OSError):
                path.unlink()
            raise
    return handle


def reopen_locked(path: Path, size: int) -> tuple[int, bytes]:
    """Open and lock a journal of `size` bytes up to its last whole line, and cut off the rest.

    Returns the open file and its content. Raises OSError (BlockingIOError where another process
    writes it), and HistoryError where whole lines were added meanwhile.
    """
    with _open_locked(path) as handle:
        rest = os.fstat(handle).st_size - size
        if rest < 0 or b"\n" in os.pread(handle, rest, size):
            raise HistoryError("That session has continued elsewhere; start footcoach again")
        os.ftruncate(handle, size)
        content = os.pread(handle, size, 0)
        if len(content) < size:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return handle, content


def replace_locked(path: Path, content: bytes) -> int:
    """Put a new locked file with this content, its bytes durable, in the place of a journal.

    The caller makes the new name durable too. Raises OSError; nothing has changed then.
    """
    handle, temp = open_temp_file(path)
    try:
        with _closing_on_error(handle):
            _lock(handle)
            write_all(handle, content)
            os.fsync(handle)
            temp.replace(path)
    except BaseException:
        with suppress(OSError):
            temp.unlink()
        raise
    return handle


def is_locked(path: Path) -> bool:
    """Whether a living process is writing the journal."""
    try:
        with _open_locked(path) as handle:
            os.close(handle)
    except OSError as error:
        return isinstance(error, BlockingIOError)
    return False


def _remove_abandoned(folder: Path) -> None:
    """Remove temporary files, but not one that is locked or new: a living process may write it."""
    for name in names_in(folder):
        if name.startswith(".") and name.endswith(".tmp"):
            path = folder / name
            with suppress(OSError), _open_locked(path) as handle:
                if time.time() - os.fstat(handle).st_mtime > _ABANDONED_SECONDS:
                    path.unlink()
                os.close(handle)


@contextmanager
def _open_locked(path: Path) -> Iterator[int]:
    """Open and lock a file; closed only where the body fails. Raises OSError."""
    handle = os.open(path, _FLAGS)
    with _closing_on_error(handle):
        _lock(handle)
        yield handle


@contextmanager
def _closing_on_error(handle: int) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(OSError):
            os.close(handle)
        raise


def _lock(handle: int) -> None:
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
