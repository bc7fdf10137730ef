"""Identity of this machine, as a hash that does not reveal it."""

import os
import re
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file

_BOOT_FILE = Path("/proc/sys/kernel/random/boot_id")
_ID_FILES = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
_UNKNOWN_IDS = frozenset({"", "uninitialized"})
_MAX_BYTES = 1024
_HASH_KEY = b"footcoach device name"


@cache
def machine_key() -> str:
    """Return 12 hexadecimal digits that stand for this machine and do not reveal its id."""
    from hashlib import blake2b  # noqa: PLC0415 - 3 ms that readers need not pay

    identity = _machine_id() or os.uname().nodename
    return blake2b(os.fsencode(identity), digest_size=6, key=_HASH_KEY).hexdigest()


@cache
def boot_key() -> str:
    """Return digits and dashes that are others after each start of the machine (Linux, macOS)."""
    try:
        text = read_regular_file(_BOOT_FILE, _MAX_BYTES).decode("ascii", "replace")
    except UnreadableError:
        text = _output("/usr/sbin/sysctl", "-n", "kern.bootsessionuuid")
    return re.sub(r"[^0-9A-Za-z-]", "", text) or "unknown"


def _machine_id() -> str:
    """Return the id that the system gave this machine, or ""."""
    if sys.platform == "darwin":
        return _platform_uuid()
    for path in _ID_FILES:
        with suppress(UnreadableError):
            identity = read_regular_file(path, _MAX_BYTES).decode("ascii", "replace").strip()
            if identity not in _UNKNOWN_IDS:
                return identity
    return ""


def _platform_uuid() -> str:
    """Return the id of a Mac, as its registry of devices has it."""
    output = _output("/usr/sbin/ioreg", "-rd1", "-c", "IOPlatformExpertDevice")
    match = re.search(r'"IOPlatformUUID" = "([^"]+)"', output)
    return match[1] if match else ""


def _output(*command: str) -> str:
    """Return what a program of the system prints, or ""."""
    import subprocess  # noqa: PLC0415 - only on macOS

    with suppress(OSError, subprocess.SubprocessError):
        done = subprocess.run(command, capture_output=True, timeout=5, check=True)  # noqa: S603 - no input
        return done.stdout.decode("ascii", "replace")
    return ""
