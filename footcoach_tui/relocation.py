"""Relocation of what older versions kept in the data folder and what must not travel with it.

Each file is durable at its new place before it goes from the old one. So a crash, at any call,
leaves it whole at one of them or at both, and the next start finishes. What fails is left for the
next start: no error is raised.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from footcoach_tui.boundary.files import (
    WriteError,
    file_lock,
    remove_temp_files,
    sync_folder,
    write_durably,
)
from footcoach_tui.boundary.paths import OLD_STATE, Folders, PathError, create_private_folder
from footcoach_tui.boundary.safe_read import UnreadableError, names_in, read_regular_file
from footcoach_tui.history.device import host_part, read_device, read_name, write_device
from footcoach_tui.history.ids import is_id

_DEVICE, _UNDO, _LOCK = "device", "undo.jsonl", "history.lock"
_JOURNALS, _LOGS = "running", "log"
_INDEXES = ("history.index", "history.sums", "routines.index")
_MAX_BYTES = 256 << 20
_ABANDONED_SECONDS = 60.0
_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC
_FAILURES = (OSError, WriteError, PathError, UnreadableError)


def old_names(data: Path) -> tuple[str, ...]:
    """Return the names in the data folder that older versions used for what is not data."""
    return tuple(sorted(OLD_STATE.intersection(names_in(data))))


def is_device_of(host: str, name: str) -> bool:
    """Whether a machine with this host name could have made the device name."""
    return name.rpartition("-")[0] == host_part(host)


def relocate(folders: Folders, host: str, machine: str | None = None) -> None:
    """Move journals, logs, the undo log and the device name to the state folder; remove indexes.

    `host` is this machine's name, and `machine` its key. A device name of another host stays, for
    that machine. So does a journal that a process is writing.
    """
    names = old_names(folders.data)
    if not _has_work(folders.data, names, host) or not os.access(folders.data, os.W_OK):
        return
    with suppress(*_FAILURES), ExitStack() as stack:
        create_private_folder(folders.state)
        stack.enter_context(file_lock(folders.state / _LOCK, "The history"))
        # an older footcoach may be saving
        stack.enter_context(file_lock(folders.data / _LOCK, "The history"))
        for name in sorted(names, key=lambda name: name == _LOCK):  # the lock last
            with suppress(*_FAILURES):
                _relocate_one(folders, name, host, machine)
        (folders.data / _LOCK).unlink(missing_ok=True)
        sync_folder(folders.data)


def _has_work(data: Path, names: Iterable[str], host: str) -> bool:
    """Whether one of the names in the data folder can be moved or removed, as far as is known."""
    for name in names:
        if name == _DEVICE:
            has_work = bool(_own_name(data, host))
        elif name == _JOURNALS:
            journals = _journals(data / name)
            has_work = not all(map(_is_locked, journals)) or not names_in(data / name)
        elif name == _LOGS:
            has_work = bool(_logs(data / name)) or not names_in(data / name)
        else:
            has_work = True
        if has_work:
            return True
    return False


def _relocate_one(folders: Folders, name: str, host: str, machine: str | None) -> None:
    """Move or remove the file or folder of this name. Raises _FAILURES."""
    old, new = folders.data / name, folders.state / name
    if name == _JOURNALS:
        _move_folder(old, new, _journals, _move_journal)
    elif name == _LOGS:
        _move_folder(old, new, _logs, _move_file)
    else:
        remove_temp_files(old)
        if name == _DEVICE:
            _move_device(folders, host, machine)
        elif name == _UNDO:
            _move_file(old, new)
        else:
            old.unlink(missing_ok=True)


def _move_device(folders: Folders, host: str, machine: str | None) -> None:
    """Take over the old device name, unless this machine has one by now. Raises _FAILURES."""
    name = _own_name(folders.data, host)
    if not name:
        return
    if read_device(folders.state, machine):
        sync_folder(folders.state)
    else:
        write_device(folders.state, name, machine)
    (folders.data / _DEVICE).unlink()


def _own_name(data: Path, host: str) -> str:
    """Return the old device name if it is this machine's, else ""."""
    with suppress(UnreadableError):
        name = read_name(data / _DEVICE)
        return name if is_device_of(host, name) else ""
    return ""


def _move_folder(
    old: Path,
    new: Path,
    list_files: Callable[[Path], list[Path]],
    move: Callable[[Path, Path], None],
) -> None:
    """Move the files that belong to footcoach, and remove the folder if it is empty then."""
    if os.path.realpath(old) != os.path.realpath(new):
        if files := list_files(old):
            create_private_folder(new)
        for file in files:
            with suppress(*_FAILURES):
                move(file, new / file.name)
        _remove_abandoned(old)
        if not old.is_symlink():
            sync_folder(old)
            old.rmdir()
        elif not old.exists() or not any(old.iterdir()):
            old.unlink()
    elif old.is_symlink():
        old.unlink()


def _move_file(old: Path, new: Path) -> None:
    """Move a file, or what a link leads to; a file at the new place wins. Raises _FAILURES."""
    if _size(new) is None:
        write_durably(new, read_regular_file(old, _MAX_BYTES), follows_link=False)
    else:
        sync_folder(new.parent)
    old.unlink()


def _move_journal(old: Path, new: Path) -> None:
    """Move a journal that no process is writing; of two the longer one stays, as they only grow."""
    with _locked(old):
        content = read_regular_file(old, _MAX_BYTES)
        size = _size(new)
        if size is None:
            write_durably(new, content, follows_link=False)
        elif size < len(content):
            with _locked(new):
                write_durably(new, content, follows_link=False)
        else:
            sync_folder(new.parent)
        old.unlink()


def _size(path: Path) -> int | None:
    """Return the size of a file in bytes; None where there is none. Raises OSError."""
    try:
        return path.lstat().st_size
    except FileNotFoundError:
        return None


def _journals(folder: Path) -> list[Path]:
    names = sorted(names_in(folder))
    return [folder / name for name in names if name.endswith(".jsonl") and is_id(name[:-6])]


def _logs(folder: Path) -> list[Path]:
    names = sorted(names_in(folder))
    return [folder / name for name in names if name == "cues.json" or name.endswith(".log")]


def _remove_abandoned(folder: Path) -> None:
    """Remove the temporary files that killed processes left, but none that may be in use."""
    for name in names_in(folder):
        if name.startswith(".") and name.endswith(".tmp"):
            path = folder / name
            with suppress(OSError), _locked(path):
                if time.time() - path.lstat().st_mtime > _ABANDONED_SECONDS:
                    path.unlink()


def _is_locked(path: Path) -> bool:
    try:
        with _locked(path):
            return False
    except OSError as error:
        return isinstance(error, BlockingIOError)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock of a journal. Raises BlockingIOError where a process is writing it."""
    import fcntl  # noqa: PLC0415 - only where there is something to move

    handle = os.open(path, _FLAGS)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)
