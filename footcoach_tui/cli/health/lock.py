"""The lock of the history: whether somebody holds it at this moment."""

import fcntl
import os
import stat
from pathlib import Path

from footcoach_tui.boundary.files import reason
from footcoach_tui.cli.health.finding import Findings, care, note, ok

NAME = "history.lock"
_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC


def check(data: Path) -> Findings:
    """Whether another footcoach is saving. The lock file is not made by asking."""
    path = data / NAME
    try:
        descriptor = os.open(path, _FLAGS)
    except FileNotFoundError:
        yield ok("nobody holds it; there is none yet", held=False)
        return
    except OSError as error:
        yield care(
            f"{path} cannot be opened: {reason(error)}",
            "nothing can be saved until it can: see to its permissions, or remove it while no "
            "footcoach runs",
            held=None,
        )
        return
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            yield care(
                f"{path} is not a regular file: nothing can be saved",
                "move it away while no footcoach runs; it is made anew",
                held=None,
            )
            return
        if _is_held(descriptor):
            yield note(
                "another footcoach holds it at this moment",
                "a save takes less than a second; if this lasts, look for a footcoach that hangs",
                held=True,
            )
        else:
            yield ok("nobody holds it", held=False)
    except OSError as error:
        yield care(
            f"{path} cannot be locked: {reason(error)}",
            "put the data folder on a file system with locks: nothing can be saved on this one",
            held=None,
        )
    finally:
        os.close(descriptor)


def _is_held(descriptor: int) -> bool:
    """Asked by a shared lock, which goes with the descriptor: writers hold it alone."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    fcntl.flock(descriptor, fcntl.LOCK_UN)
    return False
