"""The device name of this machine: no two machines write the same month file."""

import os
import re
from pathlib import Path

from footcoach_tui.boundary.files import write_durably
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file

DEVICE_FILE = "device"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_MAX_HOST_LENGTH = 20
_MAX_BYTES = 1024


def read_device(folder: Path) -> str:
    """The device name stored in the data folder, or "" when there is no valid one.

    Raises UnreadableError when the file exists but cannot be read.
    """
    try:
        content = read_regular_file(folder / DEVICE_FILE, _MAX_BYTES)
    except UnreadableError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return ""
        raise
    name = content.decode("ascii", errors="replace").strip()
    return name if _NAME.fullmatch(name) else ""


def ensure_device(folder: Path, host: str) -> str:
    """The device name; a new one is made from the host's and random digits, and stored.

    Call it only under the history's lock. Raises UnreadableError and WriteError.
    """
    name = read_device(folder)
    if name:
        return name
    name = f"{_folder_name(host)}-{os.urandom(3).hex()}"
    write_durably(folder / DEVICE_FILE, f"{name}\n".encode("ascii"))
    return name


def _folder_name(host: str) -> str:
    """The host's name as a folder name: small letters, digits, single dashes."""
    words = re.findall(r"[a-z0-9]+", host.lower().partition(".")[0])
    return "-".join(words)[:_MAX_HOST_LENGTH].strip("-") or "device"
