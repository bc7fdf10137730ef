"""The app's environment in a browser, and its packets, with a program in its place."""

import asyncio
import sys
from pathlib import Path

import pytest

from footcoach_tui.web import child as module
from footcoach_tui.web.child import Child, child_environment

SERVER = {
    "PATH": "/bin",
    "LC_ALL": "C.UTF-8",
    "FOOTCOACH_DATA_DIR": "/mine",
    "EDITOR": "vi",
    "TMUX": "/run/tmux,1,0",
    "PGPASSWORD": "secret",
    "SSH_AUTH_SOCK": "/run/agent",
}


def test_an_app_gets_nothing_of_the_servers_terminal_editor_or_secrets() -> None:
    environ = child_environment(SERVER, None)
    assert not {"EDITOR", "TMUX", "PGPASSWORD", "SSH_AUTH_SOCK"} & environ.keys()
    assert (environ["PATH"], environ["FOOTCOACH_DATA_DIR"]) == ("/bin", "/mine")
    assert environ["FOOTCOACH_BROWSER"] == "1"


def test_a_person_has_data_state_cache_and_settings_in_one_folder(tmp_path: Path) -> None:
    environ = child_environment(SERVER, tmp_path / "ann")
    places = {name: environ[f"FOOTCOACH_{name}"] for name in ("DATA_DIR", "STATE_DIR", "CACHE_DIR")}
    assert {Path(place).parent for place in places.values()} == {tmp_path / "ann"}
    assert len(set(places.values())) == 3
    assert environ["FOOTCOACH_CONFIG"] == str(tmp_path / "ann" / "config.toml")


class Page:
    """The browser's side: what it was sent."""

    def __init__(self) -> None:
        self.shown = b""
        self.is_gone = False
        self.refused = asyncio.Event()

    async def send(self, packet: bytes) -> None:
        if self.is_gone:
            self.refused.set()
            raise ConnectionResetError
        self.shown += packet


ECHO = """
import os, sys
os.write(1, b"__GANGLION__\\n")
while header := os.read(0, 5):
    payload = os.read(0, int.from_bytes(header[1:], "big"))
    os.write(1, b"D" + len(payload).to_bytes(4, "big") + payload)
    if payload == b"q": break
"""
NO_APP = "print('due today: the essential three')"
DEAF = """
import signal, time
signal.signal(signal.SIGHUP, signal.SIG_IGN)
time.sleep(60)
"""
FLOOD = """
import os
os.write(1, b"__GANGLION__\\n")
while True: os.write(1, b"D" + (60000).to_bytes(4, "big") + b"x" * 60000)
"""


async def start(page: Page, code: str, monkeypatch: pytest.MonkeyPatch) -> Child:
    """Start a program in place of the app."""
    real = asyncio.create_subprocess_exec

    async def run(*_: str, **options: object) -> asyncio.subprocess.Process:
        return await real(sys.executable, "-c", code, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", run)
    child = Child({"PATH": "/bin"}, None, page.send)
    await child.start(0, 99999)
    return child


async def test_keys_go_in_and_pictures_come_out(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page()
    child = await start(page, ECHO, monkeypatch)
    await child.type("n")
    await child.resize(5, 100000)
    await child.type("q")
    await child.wait()
    assert page.shown == b'n{"type": "resize", "width": 20, "height": 200}q'
    await child.type("n")  # it has ended: nothing happens
    await child.end()


@pytest.mark.parametrize("code", [NO_APP, "", "raise SystemExit(1)"])
async def test_a_program_that_is_no_app_shows_nothing(
    monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    page = Page()
    child = await start(page, code, monkeypatch)
    await child.wait()
    assert page.shown == b""


@pytest.mark.parametrize("code", [ECHO, FLOOD, DEAF], ids=["waits", "writes", "ignores"])
async def test_an_app_ends_also_where_nobody_reads_or_it_ignores_the_hang_up(
    monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setattr(module, "_PATIENCE_SECONDS", 0.5)
    page = Page()
    page.is_gone = True
    child = await start(page, code, monkeypatch)
    if code is FLOOD:
        await page.refused.wait()
    await child.end()
    assert child._process
    assert child._process.returncode is not None
    assert child._output
    assert child._output.exception() is None, "all of it was read"


async def test_the_folder_of_a_person_is_for_its_owner_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    child = Child({"PATH": "/bin"}, tmp_path / "people" / "ann", Page().send)
    real = asyncio.create_subprocess_exec

    async def run(*_: str, **options: object) -> asyncio.subprocess.Process:
        return await real(sys.executable, "-c", "", **options)  # type: ignore[arg-type]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", run)
    await child.start(80, 24)
    await child.end()
    assert (tmp_path / "people").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "people" / "ann").stat().st_mode & 0o777 == 0o700
