"""Files that are hooks, and why one is not run."""

import os
import stat
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from footcoach_tui.boundary.files import error_reason

_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


class HookName(StrEnum):
    """Moments with a hook; the file has the same name."""

    SAVED = "session-saved"
    """A session was played or logged on this machine."""
    ARRIVED = "session-arrived"
    """A session came from a file."""


class Hook(NamedTuple):
    """File of a hook; `refusal` is a clause that says why it is not run, or ""."""

    name: HookName
    path: Path
    refusal: str = ""


def find_hook(folder: Path, name: HookName) -> Hook | None:
    """Return the hook of a name in the folder of hooks; None if there is none."""
    path = folder / name
    if not os.path.lexists(path):
        return None
    return Hook(name, path, _refusal(path))


def _refusal(path: Path) -> str:
    """Return why a file must not be run: others could make it do what they want."""
    try:
        folder, status = path.resolve().parent.stat(), path.stat()
    except (OSError, RuntimeError) as error:
        return error_reason(error) if isinstance(error, OSError) else "it is a link in a circle"
    if not stat.S_ISREG(status.st_mode):
        return "it is not a regular file"
    for what, each in (("it", status), ("its folder", folder)):
        if each.st_uid != os.geteuid():
            return f"{what} belongs to another user"
        if each.st_mode & _WRITABLE_BY_OTHERS:
            return f"others can write to {what}; chmod go-w takes that away"
    if not os.access(path, os.X_OK):
        return "it is not executable; chmod u+x makes it so"
    return ""
