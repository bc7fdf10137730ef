"""Kinds of file systems: whether a folder is on one that several machines share."""

import os
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = ("nfs", "cifs", "smb", "9p", "afs", "ceph", "glusterfs", "lustre", "fuse.", "virtiofs")
"""Beginnings of the names of network file systems; most in user space are such."""


def is_network_folder(folder: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether a folder is on a network file system, as far as the system tells (Linux)."""
    try:
        device = folder.stat().st_dev
        with mounts.open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                fields, _, kind = line.partition(" - ")
                if fields.split(" ", 3)[2] == f"{os.major(device)}:{os.minor(device)}":
                    return kind.startswith(_NETWORK)
    except (OSError, IndexError):
        pass
    return False
