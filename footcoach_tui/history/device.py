"""Device names: one for each machine, so that no two machines write the same month file.

A name is bound to its machine: its file is named after a hash of the machine's id. So a copied
state folder, or one that two machines share, never gives a machine the name of another.
"""

import os
import re
from contextlib import suppress
from pathlib import Path

from footcoach_tui.boundary.files import write_durably
from footcoach_tui.boundary.machine import machine_key
from footcoach_tui.boundary.safe_read import UnreadableError, names_in, read_regular_file

_PREFIX = "device-"
_FILE_NAME = re.compile(r"device-[0-9a-f]{12}")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_MAX_HOST_LENGTH = 20
_MAX_BYTES = 1024


def read_device(state: Path, machine: str | None = None) -> str:
    """Return the machine's device name in the state folder, or "" when there is no valid one.

    `machine` is a `machine_key`, by default that of this machine. Raises UnreadableError when the
    file exists but cannot be read.
    """
    return read_name(device_file(state, machine))


def is_device_name(text: str) -> bool:
    """Whether footcoach could have made this name."""
    return _NAME.fullmatch(text) is not None


def read_name(path: Path) -> str:
    """Return the device name in a file, or "" where there is no valid one. Raises as above."""
    try:
        content = read_regular_file(path, _MAX_BYTES)
    except UnreadableError as error:
        if isinstance(error.__cause__, FileNotFoundError | NotADirectoryError):
            return ""
        raise
    name = content.decode("ascii", errors="replace").strip()
    return name if is_device_name(name) else ""


def ensure_device(state: Path, host: str, machine: str | None = None) -> str:
    """Return the device name; a new one is made from the host's and random digits, and stored.

    Call it only under the history's lock. Raises UnreadableError and WriteError.
    """
    name = ""
    try:
        name = read_device(state, machine)
    except UnreadableError:
        if not device_file(state, machine).is_symlink():
            raise
    if not name:
        name = f"{host_part(host)}-{os.urandom(3).hex()}"
        write_device(state, name, machine)
    return name


def write_device(state: Path, name: str, machine: str | None = None) -> None:
    """Store the device name; a link in the place of its file is replaced. Raises WriteError."""
    write_durably(device_file(state, machine), f"{name}\n".encode("ascii"), follows_link=False)


def device_file(state: Path, machine: str | None = None) -> Path:
    return state / f"{_PREFIX}{machine or machine_key()}"


def other_machines(state: Path, machine: str | None = None) -> tuple[str, ...]:
    """Return the device names of other machines that have used the state folder, sorted."""
    own = device_file(state, machine).name
    names: set[str] = set()
    for file in names_in(state):
        if file != own and _FILE_NAME.fullmatch(file):
            with suppress(UnreadableError):
                names.add(read_name(state / file))
    return tuple(sorted(names - {""}))


def host_part(host: str) -> str:
    """Return the host's name as a folder name: small letters, digits, single dashes."""
    words = re.findall(r"[a-z0-9]+", host.lower().partition(".")[0])
    return "-".join(words)[:_MAX_HOST_LENGTH].strip("-") or "device"
