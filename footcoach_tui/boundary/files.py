"""Durable writes that survive a crash, and locks for one writer at a time.

A file is never changed in place: its new content is written beside it, made durable, and
then takes the name. A reader sees the old content or the new, never a piece of either.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from footcoach_tui.boundary.file_error import FileError

_PRIVATE_MODE = 0o600
_MANY_BYTES = 1 << 18
"""Size of a file whose space takes longer to free than a thread takes to start."""
_TEMP_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_APPEND_FLAGS = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
_LOCK_FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
_LOCK_POLL_SECONDS = 0.005
_CANNOT_SYNC_FOLDERS = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES})


class WriteError(FileError):
    """A file could not be written."""


def write_durably(path: Path, content: bytes, *, follows_link: bool = True) -> None:
    """Make `content` the whole content of `path`; it is durable when this returns.

    A link stays a link and the file it leads to is replaced; without `follows_link` the link itself
    is replaced. The folder must exist; a new file is readable by its owner only. Raises WriteError,
    and then the old content is untouched unless only the very last step failed: then the new
    content is whole, but might not survive a power cut.
    """
    try:
        target = link_target(path) if follows_link else path
        old_file = _open_old_file(target) if len(content) >= _MANY_BYTES else None
        try:
            _replace(target, content)
            sync_folder(target.parent)
        finally:
            _close_in_background(old_file)
    except OSError as error:
        raise WriteError(path, f"could not be saved: {error_reason(error)}") from error


def write_atomically(path: Path, content: bytes) -> None:
    """Make `content` the whole content of `path`, without waiting for the disk.

    A power cut may lose it, but it is never seen in pieces. Raises WriteError; the old content is
    untouched then.
    """
    try:
        _replace(path, content, durable=False)
    except OSError as error:
        raise WriteError(path, f"could not be saved: {error_reason(error)}") from error


def append_bytes(path: Path, content: bytes) -> None:
    """Add `content` to the end of a private file, without waiting for the disk.

    Raises WriteError; then a piece of the content may have been added.
    """
    try:
        handle = os.open(path, _APPEND_FLAGS, _PRIVATE_MODE)
        try:
            write_all(handle, content)
        finally:
            os.close(handle)
    except OSError as error:
        raise WriteError(path, f"could not be saved: {error_reason(error)}") from error


def link_target(path: Path) -> Path:
    """Return the path with links followed; `path` itself when there is nothing yet.

    Raises WriteError for a link that leads nowhere or in a circle: such a file is not new, but
    missing.
    """
    try:
        if not stat.S_ISLNK(path.lstat().st_mode):
            return path
    except FileNotFoundError:
        return path
    except OSError as error:
        raise WriteError(path, f"could not be checked: {error_reason(error)}") from error
    try:
        return path.resolve(strict=True)
    except (OSError, RuntimeError) as error:  # RuntimeError: a circle, before Python 3.13
        raise WriteError(path, "is a broken link; repair or remove it") from error


def open_temp_file(target: Path) -> tuple[int, Path]:
    """Open a new file beside `target` for writing; return its handle and path. Raises OSError."""
    temp = target.with_name(f".{target.name}.{os.getpid()}.{os.urandom(4).hex()}.tmp")
    return os.open(temp, _TEMP_FLAGS, _PRIVATE_MODE), temp


def write_all(handle: int, content: bytes) -> None:
    """Write all of `content`, in as many calls as the system needs. Raises OSError."""
    left = memoryview(content)
    while left:
        left = left[os.write(handle, left) :]


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable. Raises OSError.

    A file system that cannot sync folders, or a folder that can be written to but not opened, is
    no error.
    """
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC_FOLDERS:
            raise


def remove_temp_files(path: Path) -> None:
    """Remove the temporary files that killed writers of `path` left beside it.

    Call it only while holding the lock: a living writer's file would go too.
    """
    target = link_target(path)
    with suppress(OSError):
        for name in os.listdir(target.parent):  # noqa: PTH208 - a path for each takes ten times as long
            if name.endswith(".tmp") and name.startswith(f".{target.name}."):
                target.with_name(name).unlink(missing_ok=True)


@contextmanager
def file_lock(path: Path, what: str, timeout: float = 10.0) -> Iterator[None]:
    """Hold the lock file `path`, so that only this process writes `what`.

    Raises WriteError after `timeout` seconds. The lock file's folder must exist; the file itself
    stays, for after unlinking it two processes could hold the lock. Not to be nested.
    """
    import fcntl  # noqa: PLC0415 - readers need not load it
    import time  # noqa: PLC0415 - the same

    deadline = time.monotonic() + timeout
    try:
        handle = os.open(path, _LOCK_FLAGS, _PRIVATE_MODE)
    except OSError as error:
        raise WriteError(path, f"could not be locked: {error_reason(error)}") from error
    try:
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    sentence = (
                        f"{what} is being written by another footcoach (waited {timeout:g} s); "
                        "nothing was saved, try again"
                    )
                    raise WriteError(path, sentence) from None
                time.sleep(_LOCK_POLL_SECONDS)
            except OSError as error:
                raise WriteError(path, f"could not be locked: {error_reason(error)}") from error
        yield
    finally:
        # Closing releases the lock; what was written is safe, whatever it says.
        _close(handle)


def error_reason(error: OSError) -> str:
    """Return the system's message about a failed call, without paths and numbers."""
    return (error.strerror or type(error).__name__).lower()


def _open_old_file(target: Path) -> int | None:
    """Open the file that is about to lose its name: only its last close frees its space."""
    try:
        return os.open(target, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None


def _close_in_background(handle: int | None) -> None:
    """Close it in a thread: to free a megabyte can take longer than to write it."""
    if handle is None:
        return
    from _thread import start_new_thread  # noqa: PLC0415 - `Thread` waits until it runs

    try:
        start_new_thread(_close, (handle,))
    except RuntimeError:  # the system has no thread to spare
        _close(handle)


def _close(handle: int) -> None:
    with suppress(OSError):
        os.close(handle)


def _replace(target: Path, content: bytes, *, durable: bool = True) -> None:
    handle, temp = open_temp_file(target)
    try:
        try:
            write_all(handle, content)
            if durable:
                os.fsync(handle)
        finally:
            os.close(handle)
        temp.replace(target)
    except BaseException:
        with suppress(OSError):
            temp.unlink()
        raise
