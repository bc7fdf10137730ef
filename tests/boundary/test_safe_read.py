import os
import socket
from pathlib import Path

import pytest

from footcoach_tui.boundary import safe_read
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file, toml_files


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"x" * 1024)
    assert read_regular_file(path, 1024) == b"x" * 1024
    path.write_bytes(b"")
    assert read_regular_file(path, 1024) == b""


def test_a_larger_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(UnreadableError, match=r"a\.toml: is larger than 256 KiB"):
        read_regular_file(path, 256 * 1024)


def test_a_file_that_pretends_to_be_small_is_refused_while_it_is_read() -> None:
    path = Path("/proc/self/maps")
    if not path.exists():
        pytest.skip("has no /proc")
    assert path.stat().st_size == 0
    with pytest.raises(UnreadableError, match="larger than 0 KiB"):
        read_regular_file(path, 100)


def test_a_fifo_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    path = tmp_path / "pipe.toml"
    os.mkfifo(path)
    with pytest.raises(UnreadableError, match="is not a regular file"):
        read_regular_file(path, 100)


def test_devices_and_sockets_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="is not a regular file"):
        read_regular_file(Path("/dev/zero"), 100)
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(str(tmp_path / "s.toml"))
        with pytest.raises(UnreadableError, match="is not a regular file"):
            read_regular_file(tmp_path / "s.toml", 100)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="is a folder, not a file"):
        read_regular_file(tmp_path, 100)


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="does not exist"):
        read_regular_file(tmp_path / "no.toml", 100)
    with pytest.raises(UnreadableError, match="name that no file can have"):
        read_regular_file(tmp_path / "a\0b.toml", 100)
    with pytest.raises(UnreadableError, match="name that is too long"):
        read_regular_file(tmp_path / ("a" * 5000), 100)


def test_a_link_in_a_circle_is_told(tmp_path: Path) -> None:
    path = tmp_path / "loop.toml"
    path.symlink_to(path)
    with pytest.raises(UnreadableError, match="points to itself"):
        read_regular_file(path, 100)
    with pytest.raises(UnreadableError, match="points to itself"):
        read_regular_file(path, 100, inside=tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.touch(mode=0)
    with pytest.raises(UnreadableError, match="permissions forbid it"):
        read_regular_file(path, 100)


def test_a_link_is_followed_within_its_folder_only(tmp_path: Path) -> None:
    home, away = tmp_path / "home", tmp_path / "home-too"
    home.mkdir()
    away.mkdir()
    (home / "real.toml").write_bytes(b"here")
    (away / "real.toml").write_bytes(b"there")
    (home / "in.toml").symlink_to("real.toml")
    (home / "out.toml").symlink_to(away / "real.toml")
    assert read_regular_file(home / "in.toml", 100, inside=home) == b"here"
    assert read_regular_file(home / "out.toml", 100) == b"there"
    with pytest.raises(UnreadableError, match="a place outside its folder"):
        read_regular_file(home / "out.toml", 100, inside=home)


def test_a_name_with_an_escape_code_is_shown_without_it(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_regular_file(tmp_path / "\x1b[2J.toml", 100)
    assert "\x1b" not in str(caught.value)
    assert caught.value.file == str(tmp_path / "[2J.toml")
    assert caught.value.sentence == "does not exist"


def test_a_listing_has_toml_files_by_name_and_no_leftovers(tmp_path: Path) -> None:
    for name in ("b.toml", "a.toml", ".hidden.toml", ".#b.toml", "#b.toml#", "~b.toml", "b.toml~"):
        (tmp_path / name).touch()
    (tmp_path / "notes.txt").touch()
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "c.toml").touch()
    assert toml_files(tmp_path) == (tmp_path / "a.toml", tmp_path / "b.toml")


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert toml_files(tmp_path / "no") == ()


def test_a_file_cannot_be_listed(tmp_path: Path) -> None:
    (tmp_path / "a.toml").touch()
    with pytest.raises(UnreadableError, match="not a folder"):
        toml_files(tmp_path / "a.toml")


def test_too_full_a_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_read, "_MAX_ENTRIES", 2)
    for name in "abc":
        (tmp_path / f"{name}.toml").touch()
    with pytest.raises(UnreadableError, match="more than 2 entries"):
        toml_files(tmp_path)
