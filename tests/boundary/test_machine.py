"""Identity of the machine, by the first source that knows one."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from footcoach_tui.boundary import machine
from footcoach_tui.boundary.machine import machine_key


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, Path]]:
    """Files of a machine id, not there yet, on Linux."""
    paths = (tmp_path / "first", tmp_path / "second")
    monkeypatch.setattr(machine, "_ID_FILES", paths)
    monkeypatch.setattr("sys.platform", "linux")
    machine_key.cache_clear()
    yield paths
    machine_key.cache_clear()


def key_of(identity: str, path: Path) -> str:
    path.write_text(identity)
    machine_key.cache_clear()
    return machine_key()


def test_the_key_is_of_the_id_and_does_not_contain_it(files: tuple[Path, Path]) -> None:
    identity = "0123456789abcdef0123456789abcdef"
    key = key_of(f"{identity}\n", files[0])

    assert re.fullmatch(r"[0-9a-f]{12}", key)
    assert key not in identity
    assert key == key_of(identity, files[0])
    assert key != key_of(identity[::-1], files[0])


@pytest.mark.parametrize("unknown", ["", "\n", "uninitialized\n"])
def test_an_id_that_is_not_set_is_passed_over(files: tuple[Path, Path], unknown: str) -> None:
    key = key_of("0123", files[1])

    assert key_of(unknown, files[0]) == key
    assert key_of("4567", files[0]) != key


def test_without_any_id_it_is_the_host_name(monkeypatch: pytest.MonkeyPatch) -> None:
    key = machine_key()
    machine_key.cache_clear()
    assert machine_key() == key

    machine_key.cache_clear()
    host = os.uname_result(("Linux", "elsewhere", "", "", ""))
    monkeypatch.setattr(os, "uname", lambda: host)
    assert machine_key() != key


def test_a_mac_has_it_in_its_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    output = b'  "IOPlatformSerialNumber" = "C0"\n  "IOPlatformUUID" = "ABC-12"\n'

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess(command, 0, output)

    monkeypatch.setattr(subprocess, "run", run)
    assert machine._machine_id() == "ABC-12"


def test_a_mac_without_its_registry_has_its_host_name(monkeypatch: pytest.MonkeyPatch) -> None:
    key = machine_key()
    machine_key.cache_clear()
    monkeypatch.setattr("sys.platform", "darwin")

    def fail(*_: object, **__: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(subprocess, "run", fail)
    assert machine_key() == key
