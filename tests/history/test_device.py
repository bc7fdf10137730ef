"""Device names: one for each machine, and valid as a folder name."""

import os
import re
from pathlib import Path

import pytest

from footcoach_tui.boundary import machine
from footcoach_tui.history.device import (
    device_file,
    ensure_device,
    other_machines,
    read_device,
    write_device,
)


def test_the_name_is_made_once_and_stays(tmp_path: Path) -> None:
    assert read_device(tmp_path) == ""

    name = ensure_device(tmp_path, "laptop.home.example")

    assert re.fullmatch(r"laptop-[0-9a-f]{6}", name)
    assert read_device(tmp_path) == name
    assert ensure_device(tmp_path, "renamed") == name


def test_two_machines_of_one_name_have_different_ones(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()

    assert ensure_device(tmp_path / "a", "host") != ensure_device(tmp_path / "b", "host")


@pytest.mark.parametrize(
    ("host", "begins"),
    [
        ("../../etc", "device-"),
        ("", "device-"),
        (".hidden", "device-"),
        ("\x1b[2J\nBox\u202e", "2j-box-"),
        ("Ünï Çode", "n-ode-"),
        ("-" * 50, "device-"),
        ("a" * 300, "a" * 20 + "-"),
    ],
)
def test_whatever_the_host_is_called_the_name_is_safe(
    tmp_path: Path, host: str, begins: str
) -> None:
    name = ensure_device(tmp_path, host)

    assert name.startswith(begins)
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", name)


@pytest.mark.parametrize("content", [b"", b"../up\n", b"\xff\xfe", b"UPPER", b"a b", b"x" * 41])
def test_a_name_that_cannot_be_used_is_replaced(tmp_path: Path, content: bytes) -> None:
    device_file(tmp_path).write_bytes(content)

    assert read_device(tmp_path) == ""
    name = ensure_device(tmp_path, "host")
    assert read_device(tmp_path) == name


def test_a_copied_or_shared_folder_gives_each_machine_a_name_of_its_own(tmp_path: Path) -> None:
    here, there = "0" * 12, "f" * 12
    name = ensure_device(tmp_path, "host", here)

    assert read_device(tmp_path, there) == ""
    assert other_machines(tmp_path, here) == ()
    assert other_machines(tmp_path, there) == (name,)
    assert ensure_device(tmp_path, "host", there) != name
    assert ensure_device(tmp_path, "host", here) == name


def test_the_file_does_not_name_the_machine(tmp_path: Path) -> None:
    ensure_device(tmp_path, "host")

    (file,) = tmp_path.iterdir()
    assert re.fullmatch(r"device-[0-9a-f]{12}", file.name)
    assert machine._machine_id() not in file.name + file.read_text()


@pytest.mark.parametrize("target", ["a file", "a folder", "nothing"])
def test_a_link_is_never_written_through(tmp_path: Path, target: str) -> None:
    state, target_path = tmp_path / "state", tmp_path / "target"
    state.mkdir()
    if target == "a file":
        target_path.write_text("not a name")
    elif target == "a folder":
        target_path.mkdir()
    device_file(state).symlink_to(target_path)

    name = ensure_device(state, "host")

    assert not device_file(state).is_symlink()
    assert read_device(state) == name
    assert target_path.is_dir() == (target == "a folder")
    if target == "a file":
        assert target_path.read_text() == "not a name"


def test_a_name_behind_a_link_stays_but_a_new_one_replaces_the_link(tmp_path: Path) -> None:
    (tmp_path / "target").write_text("laptop-3fa2c1\n")
    device_file(tmp_path).symlink_to("target")

    assert ensure_device(tmp_path, "host") == "laptop-3fa2c1"
    write_device(tmp_path, "other-123456")

    assert not device_file(tmp_path).is_symlink()
    assert (tmp_path / "target").read_text() == "laptop-3fa2c1\n"


def test_files_that_are_not_devices_are_no_machines(tmp_path: Path) -> None:
    (tmp_path / "device-short").write_text("a-1")
    (tmp_path / f"device-{'a' * 12}").write_text("../x")
    os.mkfifo(tmp_path / f"device-{'b' * 12}")

    assert other_machines(tmp_path) == ()
