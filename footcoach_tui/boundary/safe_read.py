"""Safe reading of files that others wrote: regular files of limited size, without blocking.

Opening a FIFO waits for ever, a link to /dev/zero has no end, and a folder of other people's
files may hold locks, leftovers of editors and links to anywhere.
"""

import errno
import os
import stat
from contextlib import suppress
from io import FileIO
from pathlib import Path

from footcoach_tui.boundary.file_error import FileError

_MAX_ENTRIES = 10_000  # of a folder
_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
_CHUNK = 1 << 16
_REASONS = {
    errno.ENOENT: "does not exist",
    errno.ENOTDIR: "does not exist: a part of its path is not a folder",
    errno.EACCES: "cannot be read: permission denied",
    errno.EPERM: "cannot be read: permission denied",
    errno.ELOOP: "is a link that points to itself",
    errno.ENAMETOOLONG: "has a name that is too long",
    errno.ENXIO: "is not a regular file",
}


class UnreadableError(FileError):
    """A file or folder could not be read."""


def read_regular_file(path: Path, limit: int, *, inside: Path | None = None) -> bytes:
    """Return the content of a regular file of at most `limit` bytes.

    With `inside`, a link is followed only to a file in that folder. Raises UnreadableError.
    """
    return read_with_stat(path, limit, inside=inside)[0]


def read_with_stat(
    path: Path, limit: int, *, inside: Path | None = None
) -> tuple[bytes, os.stat_result]:
    """Return what `read_regular_file` returns, and the file's status when it was opened."""
    if inside is not None and path.is_symlink() and not _is_target_inside(path, inside):
        raise UnreadableError(path, "is a link to a place outside its folder; copy the file here")
    file, status = _open_regular_file(path, limit)
    parts: list[bytes] = []
    left = limit + 1
    chunk = max(_CHUNK, status.st_size + 1)
    try:
        with file:
            while left > 0 and (part := os.read(file.fileno(), min(left, chunk))):
                parts.append(part)
                left -= len(part)
    except OSError as error:
        raise UnreadableError(path, _reason(error)) from error
    if left == 0:  # it grew since it was opened
        raise UnreadableError(path, _too_large(limit))
    return b"".join(parts), status


def _open_regular_file(path: Path, limit: int) -> tuple[FileIO, os.stat_result]:
    """Open a regular file of at most `limit` bytes; return it and its status.

    Raises UnreadableError.
    """
    try:
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise UnreadableError(path, _reason(error)) from error
    try:
        status = os.fstat(descriptor)
        why = _reason_not_readable(status, limit)
    except OSError as error:
        why = _reason(error)
    if why:
        with suppress(OSError):  # `why` is the better message
            os.close(descriptor)
        raise UnreadableError(path, why)
    return FileIO(descriptor), status


def read_tail(path: Path, most: int) -> bytes:
    """Return the last `most` bytes of a regular file, or all of it. Raises UnreadableError."""
    try:
        descriptor = os.open(path, _FLAGS)
        try:
            status = os.fstat(descriptor)
            return os.pread(descriptor, most, max(0, status.st_size - most))
        finally:
            os.close(descriptor)
    except OSError as error:
        raise UnreadableError(path, _reason(error)) from error


def toml_files(folder: Path) -> tuple[Path, ...]:
    """List the paths ending in .toml right in `folder`, by name; none if there is no such folder.

    Hidden names, editors' locks and leftovers (#, ~) are left out. A path that is listed need not
    be readable, or a file. Raises UnreadableError when the folder cannot be listed or has over
    10,000 entries.
    """
    names: list[str] = []
    try:
        with os.scandir(folder) as entries:
            for count, entry in enumerate(entries, 1):
                if count > _MAX_ENTRIES:
                    raise UnreadableError(folder, f"has more than {_MAX_ENTRIES:,} entries")
                names.append(entry.name)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise UnreadableError(folder, _reason(error)) from error
    return tuple(folder / name for name in sorted(names) if _is_toml_name(name))


def names_in(folder: Path) -> list[str]:
    """Return all names in a folder; none where it cannot be listed."""
    try:
        return os.listdir(folder)  # noqa: PTH208 - names are wanted, not paths
    except OSError:
        return []


def _reason_not_readable(status: os.stat_result, limit: int) -> str:
    """Return why a file with this status may not be read; "" if it may."""
    if stat.S_ISDIR(status.st_mode):
        return "is a folder, not a file"
    if not stat.S_ISREG(status.st_mode):
        return _REASONS[errno.ENXIO]
    return "" if status.st_size <= limit else _too_large(limit)


def _too_large(limit: int) -> str:
    return f"is larger than {limit // 1024} KiB"


def _is_target_inside(link: Path, folder: Path) -> bool:
    """Whether the target of a link is in `folder`; it need not exist."""
    target, home = os.path.realpath(link), os.path.realpath(folder)
    return os.path.commonpath((target, home)) == home


def _is_toml_name(name: str) -> bool:
    return name.endswith(".toml") and not name.startswith((".", "#", "~"))


def _reason(error: OSError | ValueError) -> str:
    if not isinstance(error, OSError):
        return "has a name that no file can have"
    message = error.strerror or type(error).__name__
    return _REASONS.get(error.errno or 0, f"could not be read ({message})")
