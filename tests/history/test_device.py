"""Device names: one for each machine, and valid as a folder name."""

import re
from pathlib import Path

import pytest

from footcoach_tui.history.device import ensure_device, read_device


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
    (tmp_path / "device").write_bytes(content)

    assert read_device(tmp_path) == ""
    name = ensure_device(tmp_path, "host")
    assert read_device(tmp_path) == name
