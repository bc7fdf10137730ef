"""Writing of a file piece by piece: durable and whole, or not at all."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from footcoach_tui.boundary.files import (
    WriteError,
    error_reason,
    link_target,
    open_temp_file,
    sync_folder,
)
from footcoach_tui.boundary.text import clean


def write_text_stream(path: Path, pieces: Iterable[str], *, replacing: bool = False) -> None:
    """Write a text in UTF-8, as `write_stream` does."""
    write_stream(path, (piece.encode("utf-8") for piece in pieces), replacing=replacing)


def write_stream(path: Path, pieces: Iterable[bytes], *, replacing: bool = False) -> None:
    """Write a file whose content need not be in memory as a whole; durable when this returns.

    The file is readable by its owner only. With `replacing` a regular file may be there and is
    replaced, through a link if it is one; else raises FileExistsError, also when another process
    was quicker. Raises WriteError; nothing has changed then, as after an error of the pieces,
    unless only the very last step failed.
    """
    try:
        target = _target(path, replacing=replacing)
        # Under a short name: with what is added, the target's could be too long.
        handle, temp = open_temp_file(target.with_name("footcoach"))
        try:
            with os.fdopen(handle, "wb") as file:
                for piece in pieces:
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            _rename(temp, target, replacing=replacing)
        except BaseException:
            with suppress(OSError):
                temp.unlink()
            raise
        sync_folder(target.parent)
    except FileExistsError as error:
        raise FileExistsError(f"{clean(str(path))}: already exists") from error
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


def _rename(temp: Path, target: Path, *, replacing: bool) -> None:
    """Give the file its name; without `replacing`, only if it is still free."""
    if not replacing:
        try:
            os.link(temp, target)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links: check, and accept the small risk
            if os.path.lexists(target):
                raise FileExistsError from None
        else:
            temp.unlink()
            return
    temp.replace(target)
