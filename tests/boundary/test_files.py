"""Durable writes: a save that fails leaves the old content."""

import errno
import os
import stat
from pathlib import Path

import pytest

from footcoach_tui.boundary.files import WriteError, remove_temp_files, write_durably

OLD, NEW = b"what was there", b"what is there now, and longer than before"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "kept.json"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_the_new_content_takes_the_place_of_the_old(path: Path) -> None:
    write_durably(path, NEW)

    assert path.read_bytes() == NEW
    assert names(path.parent) == {"kept.json"}


def test_a_new_file_is_for_its_owner_only(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_durably(tmp_path / "new", NEW)
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600


def test_what_the_system_writes_in_pieces_arrives_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda handle, content: write(handle, content[:3]))
        write_durably(path, NEW)

    assert path.read_bytes() == NEW


def test_content_and_folder_are_synced_in_that_order_around_the_change_of_name(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync, replace = os.fsync, os.replace
    calls: list[str] = []

    def watched_fsync(handle: int) -> None:
        calls.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    def watched_replace(old: Path, new: Path) -> None:
        calls.append("replace")
        replace(old, new)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", watched_fsync)
        patch.setattr(os, "replace", watched_replace)
        write_durably(path, NEW)

    assert calls == ["file", "replace", "folder"]


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
def test_a_call_that_fails_leaves_the_old_content_and_no_litter(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, full)
        with pytest.raises(WriteError, match=r"kept\.json: could not be saved: no space left"):
            write_durably(path, NEW)

    assert path.read_bytes() == OLD
    assert names(path.parent) == {"kept.json"}


def test_a_disk_that_fills_up_on_the_way_leaves_the_old_content(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write

    def filling(handle: int, content: bytes) -> int:
        if len(content) < len(NEW):
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(handle, content[:5])

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", filling)
        with pytest.raises(WriteError):
            write_durably(path, NEW)

    assert path.read_bytes() == OLD
    assert names(path.parent) == {"kept.json"}


def test_a_close_that_fails_is_a_failed_save(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    close = os.close

    def failing(handle: int) -> None:
        close(handle)
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "close", failing)
        with pytest.raises(WriteError):
            write_durably(path, NEW)

    assert path.read_bytes() == OLD


def test_an_interrupt_on_the_way_leaves_no_litter(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            write_durably(path, NEW)

    assert path.read_bytes() == OLD
    assert names(path.parent) == {"kept.json"}


def test_it_does_not_say_saved_when_the_folder_could_not_be_synced(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def failing(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, "Input/output error")
        fsync(handle)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", failing)
        with pytest.raises(WriteError):
            write_durably(path, NEW)

    assert path.read_bytes() == NEW


def test_a_file_system_that_cannot_sync_folders_is_not_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def unable(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        fsync(handle)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", unable)
        write_durably(path, NEW)

    assert path.read_bytes() == NEW


def test_a_linked_file_stays_a_link(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    link = elsewhere / "link.json"
    link.symlink_to(path)

    write_durably(link, NEW)

    assert link.is_symlink()
    assert path.read_bytes() == NEW
    assert names(elsewhere) == {"link.json"}


@pytest.mark.parametrize("goal", ["not-there", "itself"])
def test_a_link_that_leads_nowhere_is_an_error_and_not_a_new_file(
    tmp_path: Path, goal: str
) -> None:
    link = tmp_path / "itself"
    link.symlink_to(tmp_path / goal)

    with pytest.raises(WriteError, match="broken link"):
        write_durably(link, NEW)

    assert names(tmp_path) == {"itself"}


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="no such file or directory"):
        write_durably(tmp_path / "gone" / "kept.json", NEW)


def test_what_a_killed_writer_left_is_swept_away_and_nothing_else(path: Path) -> None:
    left = path.with_name(".kept.json.123.abcd.tmp")
    others = {".kept.jsonx.1.tmp", ".other.json.1.a.tmp", "kept.json.corrupt-1", "kept.json"}
    for name in {left.name, *others}:
        path.with_name(name).write_bytes(b"")

    remove_temp_files(path)

    assert names(path.parent) == others
