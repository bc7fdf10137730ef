"""A new file written piece by piece: durable and whole, or not there."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from footcoach_tui.boundary.files import (
    PRIVATE_FILE_MODE,
    WriteError,
    error_reason,
    link_target,
    sync_folder,
)

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


class AlreadyExistsError(WriteError):
    """There is something under the name already."""


def write_text_stream(path: Path, pieces: Iterable[str], *, replacing: bool = False) -> None:
    """Write a text in UTF-8 that need not be in memory as a whole; durable when this returns.

    The file is readable by its owner only. With `replacing` a regular file may be there and is
    replaced, through a link if it is one; else raises TakenError, also when somebody was
    quicker. Raises WriteError; nothing has changed then, as after an error of the pieces, unless
    only the very last step failed.
    """
    try:
        target = _target(path, replacing=replacing)
        temp = target.with_name(f".footcoach.{os.getpid()}.{os.urandom(4).hex()}.tmp")
        try:
            _fill(temp, pieces)
            _name(temp, target, replacing=replacing)
        except BaseException:
            with suppress(OSError):
                temp.unlink()
            raise
        sync_folder(target.parent)
    except FileExistsError as error:
        raise AlreadyExistsError(path, "is there already") from error
    except OSError as error:
        raise WriteError(path, f"could not be saved: {error_reason(error)}") from error


def _target(path: Path, *, replacing: bool) -> Path:
    if not replacing:
        if os.path.lexists(path):
            raise FileExistsError
        return path
    target = link_target(path)
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):
        raise WriteError(path, "is not a regular file")
    return target


def _fill(temp: Path, pieces: Iterable[str]) -> None:
    with os.fdopen(os.open(temp, _FLAGS, PRIVATE_FILE_MODE), "wb") as file:
        for piece in pieces:
            file.write(piece.encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())


def _name(temp: Path, target: Path, *, replacing: bool) -> None:
    """Give the file its name; without `replacing`, only if nobody took it meanwhile."""
    if not replacing:
        try:
            os.link(temp, target)
        except FileExistsError:
            raise
        except OSError:  # a file system without second names: look, and take the small risk
            if os.path.lexists(target):
                raise FileExistsError from None
        else:
            temp.unlink()
            return
    temp.replace(target)
