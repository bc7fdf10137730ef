"""Which file system a path is on, told from the kernel's table of mounts."""

import os
import re
from pathlib import Path

from footcoach_tui.boundary.reading import UnreadableError, read_regular

TABLE = Path("/proc/self/mounts")
"""Linux has it; elsewhere nothing is said about file systems."""
NETWORK = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "lustre", "davfs"),
        *("fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.glusterfs", "fuse.s3fs", "fuse.smb"),
    }
)
_LARGEST = 4 << 20
_ESCAPE = re.compile(r"\\([0-7]{3})")
_PLACE, _TYPE = 1, 2


def table(path: Path = TABLE) -> str:
    """The table's text; "" where there is none."""
    try:
        return read_regular(path, _LARGEST).decode(errors="surrogateescape")
    except UnreadableError:
        return ""


def file_system(path: Path, mounts: str) -> str:
    """The type of the file system that `path` is on, such as ``ext4``, or "".

    Of the mounts above the path the longest counts, of equal ones the latest.
    """
    real = os.path.realpath(path)
    longest, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) <= _TYPE:
            continue
        place = _ESCAPE.sub(lambda found: chr(int(found[1], 8)), fields[_PLACE])
        inside = real == place or real.startswith(place.rstrip("/") + "/")
        if inside and len(place) >= longest:
            longest, kind = len(place), fields[_TYPE]
    return kind
