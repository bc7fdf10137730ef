"""The name this machine has in the history, so that no two ever write the same file."""

import os
import re
from pathlib import Path

from footcoach_tui.boundary.files import write_durably
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file

DEVICE_FILE = "device"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_LONGEST_HOST = 20
_LIMIT = 1024


def read_device(folder: Path) -> str:
    """The device's name as kept in the data folder, or "" when there is none that can be used.

    Raises UnreadableError when there is one but it cannot be read.
    """
    try:
        content = read_regular_file(folder / DEVICE_FILE, _LIMIT)
    except UnreadableError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return ""
        raise
    name = content.decode("ascii", errors="replace").strip()
    return name if _NAME.fullmatch(name) else ""


def ensure_device(folder: Path, host: str) -> str:
    """The device's name; made from the host's and chance, and kept, when there is none yet.

    Only to be called under the history's lock. Raises UnreadableError and WriteError.
    """
    name = read_device(folder)
    if name:
        return name
    name = f"{_safe(host)}-{os.urandom(3).hex()}"
    write_durably(folder / DEVICE_FILE, f"{name}\n".encode("ascii"))
    return name


def _safe(host: str) -> str:
    """What of a host's name can stand in a path: small letters, digits, single dashes."""
    words = re.findall(r"[a-z0-9]+", host.lower().partition(".")[0])
    return "-".join(words)[:_LONGEST_HOST].strip("-") or "device"
