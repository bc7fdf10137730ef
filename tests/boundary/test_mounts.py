"""Kinds of file systems, from a table of mounts as Linux writes it."""

import os
from pathlib import Path

import pytest

from footcoach_tui.boundary.mounts import is_network_folder


def table(folder: Path, kind: str) -> Path:
    """Write a table in which the file system of a folder is of this kind, between two others."""
    device = folder.stat().st_dev
    place = f"{os.major(device)}:{os.minor(device)}"
    path = folder / "mountinfo"
    path.write_text(
        "22 1 999:1 / / rw,relatime shared:1 - ext4 /dev/root rw\n"
        f"36 22 {place} /a\\040- /home rw,noatime master:1 shared:2 - {kind} server:/x rw\n"
        "40 22 999:2 / /mnt rw - nfs4 server:/y rw\n"
    )
    return path


@pytest.mark.parametrize(
    "kind",
    ["nfs", "nfs4", "cifs", "smb3", "9p", "ceph", "fuse.sshfs", "fuse.glusterfs", "virtiofs"],
)
def test_kinds_that_several_machines_share(tmp_path: Path, kind: str) -> None:
    assert is_network_folder(tmp_path, table(tmp_path, kind))


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "tmpfs", "overlay", "fuseblk", "zfs"])
def test_kinds_of_one_machine(tmp_path: Path, kind: str) -> None:
    assert not is_network_folder(tmp_path, table(tmp_path, kind))


@pytest.mark.parametrize("content", [b"", b"\n", b"x\n", b"\xff\xfe - nfs\n", b" - - - nfs\n"])
def test_a_table_that_cannot_be_used_says_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mountinfo"
    path.write_bytes(content)
    assert not is_network_folder(tmp_path, path)


def test_without_a_table_or_a_folder_nothing_is_known(tmp_path: Path) -> None:
    path = table(tmp_path, "nfs")
    assert not is_network_folder(tmp_path / "absent", path)
    assert not is_network_folder(tmp_path, tmp_path / "absent")
