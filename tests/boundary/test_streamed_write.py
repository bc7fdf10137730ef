"""Files written in pieces: whole, or not at all, and never over another unasked."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from footcoach_tui.boundary.files import WriteError
from footcoach_tui.boundary.streamed_write import write_text_stream


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def breaking() -> Iterator[str]:
    yield "one"
    raise KeyError("no more")


def test_the_pieces_are_one_text_for_its_owner_only(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_text_stream(tmp_path / "x", ["one, ", "zwö"])
    finally:
        os.umask(before)

    assert (tmp_path / "x").read_bytes() == "one, zwö".encode()
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o600
    assert names(tmp_path) == {"x"}


def test_what_is_there_stays_unless_told(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("old")
    with pytest.raises(FileExistsError, match=r"x: already exists$"):
        write_text_stream(path, ["new"])

    assert path.read_text() == "old"
    write_text_stream(path, ["new"], replacing=True)
    assert path.read_text() == "new"
    assert names(tmp_path) == {"x"}


def test_a_link_to_nothing_is_there_too(tmp_path: Path) -> None:
    (tmp_path / "x").symlink_to("gone")
    with pytest.raises(FileExistsError):
        write_text_stream(tmp_path / "x", ["new"])
    with pytest.raises(WriteError, match="is a broken link"):
        write_text_stream(tmp_path / "x", ["new"], replacing=True)

    assert names(tmp_path) == {"x"}


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "x").symlink_to("real")
    write_text_stream(tmp_path / "x", ["new"], replacing=True)

    assert (tmp_path / "x").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


@pytest.mark.parametrize("path", ["/dev/null", "folder"])
def test_only_a_regular_file_is_replaced(tmp_path: Path, path: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(WriteError, match="is not a regular file"):
        write_text_stream(tmp_path / path, ["new"], replacing=True)

    assert names(tmp_path) == {"folder"}


def test_who_is_quicker_keeps_the_name(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "mine"
        (tmp_path / "x").write_text("theirs")

    with pytest.raises(FileExistsError):
        write_text_stream(tmp_path / "x", pieces())

    assert (tmp_path / "x").read_text() == "theirs"
    assert names(tmp_path) == {"x"}


def test_a_file_system_without_second_names_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)
    write_text_stream(tmp_path / "x", ["one"])
    with pytest.raises(FileExistsError):
        write_text_stream(tmp_path / "x", ["two"])

    assert (tmp_path / "x").read_text() == "one"
    assert names(tmp_path) == {"x"}


@pytest.mark.parametrize("replacing", [True, False])
def test_pieces_that_break_off_leave_nothing(tmp_path: Path, *, replacing: bool) -> None:
    with pytest.raises(KeyError):
        write_text_stream(tmp_path / "x", breaking(), replacing=replacing)

    assert names(tmp_path) == set()


@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
def test_a_disk_that_fails_is_told_and_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "x"
    path.write_text("old")
    with monkeypatch.context() as patch:
        patch.setattr(os, call, failing)
        with pytest.raises(WriteError, match="x: could not be saved: no space left on device"):
            write_text_stream(path, ["new"], replacing=True)

    assert path.read_text() == "old"
    assert names(tmp_path) == {"x"}


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="could not be saved: no such file or directory"):
        write_text_stream(tmp_path / "gone" / "x", ["new"])


def test_the_content_is_durable_before_it_has_the_name_and_the_name_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, fsync = os.link, os.fsync
    calls: list[str] = []

    def watched_link(*names: Path) -> None:
        calls.append("name")
        link(*names)

    def watched_fsync(handle: int) -> None:
        calls.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "content")
        fsync(handle)

    monkeypatch.setattr(os, "link", watched_link)
    monkeypatch.setattr(os, "fsync", watched_fsync)
    write_text_stream(tmp_path / "x", ["one"])

    assert calls == ["content", "name", "folder"]
