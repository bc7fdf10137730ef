"""footcoach, and whatever else there is to be run, on a real pseudo-terminal."""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from terminals import PtyTerminal

PROGRAM = [sys.executable, "-m", "footcoach_tui"]
CRASH_APP = Path(__file__).parents[1] / "support" / "crash_app.py"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder; no settings; a terminal of today with 256 colours."""
    monkeypatch.setenv("FOOTCOACH_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("FOOTCOACH_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("FOOTCOACH_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("SSH_TTY", "far away")  # no test is heard by those who run it
    for name in ("COLUMNS", "LINES", "NO_COLOR", "TEXTUAL"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "data"


@pytest.fixture
def state(data: Path) -> Path:
    """The state folder."""
    return data.with_name("state")


@pytest.fixture
def open_terminal(data: Path) -> Iterator[Callable[..., PtyTerminal]]:
    """Open a terminal with a command in it."""
    opened: list[PtyTerminal] = []

    def start(
        command: list[str],
        columns: int = 120,
        rows: int = 36,
        claimed: tuple[int, int] | None = None,
    ) -> PtyTerminal:
        opened.append(PtyTerminal(command, columns, rows, claimed))
        return opened[-1]

    assert not data.exists()
    yield start
    for one in opened:
        one.close()


@pytest.fixture
def open_footcoach(open_terminal: Callable[..., PtyTerminal]) -> Callable[..., PtyTerminal]:
    """Open a terminal with `footcoach ARGUMENTS` in it."""

    def start(
        *arguments: str,
        columns: int = 120,
        rows: int = 36,
        claimed: tuple[int, int] | None = None,
    ) -> PtyTerminal:
        return open_terminal([*PROGRAM, *arguments], columns, rows, claimed)

    return start


@pytest.fixture
def open_command(open_terminal: Callable[..., PtyTerminal]) -> Callable[..., PtyTerminal]:
    """Open a terminal with any command in it."""

    def start(*command: str, columns: int = 120, rows: int = 36) -> PtyTerminal:
        return open_terminal([*command], columns, rows)

    return start


@pytest.fixture
def open_crash_app(
    open_command: Callable[..., PtyTerminal], tmp_path: Path
) -> Callable[..., PtyTerminal]:
    """Open a terminal with a small app in it, which breaks at a key; see `crash_app.py`."""

    def start(*flags: str) -> PtyTerminal:
        screen = open_command(
            sys.executable, str(CRASH_APP), str(tmp_path), *flags, columns=80, rows=24
        )
        screen.wait_for_text("ready")
        return screen

    return start


@pytest.fixture
def command() -> str:
    """`footcoach`, as it is typed into a shell."""
    return shlex.join(PROGRAM)


@pytest.fixture
def open_shell(data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], PtyTerminal]]:
    """Open a terminal with a shell in it, for what only a shell can do: stop and go on."""
    opened: list[PtyTerminal] = []
    monkeypatch.setenv("PS1", "ready> ")

    def start() -> PtyTerminal:
        opened.append(PtyTerminal(["bash", "--norc", "--noprofile", "-i"], 120, 36))
        return opened[-1]

    assert not data.exists()
    yield start
    for one in opened:
        one.close()


@pytest.fixture
def history_sessions(data: Path) -> Callable[[], list[dict[str, Any]]]:
    """Sessions in the history."""

    def listed() -> list[dict[str, Any]]:
        done = subprocess.run(
            [*PROGRAM, "history", "--json"],
            env=os.environ | {"FOOTCOACH_DATA_DIR": str(data)},
            capture_output=True,
            timeout=30,
            check=True,
        )
        return list(json.loads(done.stdout)["sessions"])

    return listed
