"""footcoach on a real pseudo-terminal, and a terminal's view of what it writes."""

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pexpect
import pyte
import pytest

PATIENCE = 12.0
"""Seconds within which a thing must be seen; a poll that sees it earlier goes on at once."""
PROGRAM = [sys.executable, "-m", "footcoach_tui"]


class Terminal:
    """A program in a terminal of `columns` x `rows`; `written` is all that it ever wrote."""

    def __init__(self, command: list[str], columns: int, rows: int) -> None:
        self.written = b""
        self._is_hung_up = False
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        # The environment is named, for else the child gets what readline put in behind Python's
        # back: the columns and lines of whatever terminal the tests are run in.
        self.process: Any = pexpect.spawn(
            command[0],
            command[1:],
            env=os.environ.copy(),
            dimensions=(rows, columns),
            timeout=PATIENCE,
        )

    @property
    def lines(self) -> list[str]:
        """The screen as it is now."""
        return list(self._screen.display)

    @property
    def cells(self) -> list[list[tuple[str, str, str, bool]]]:
        """Every cell as it is now: sign, colours, weight."""
        rows = (self._screen.buffer[y] for y in range(self._screen.lines))
        return [
            [(row[x].data, row[x].fg, row[x].bg, row[x].bold) for x in range(self._screen.columns)]
            for row in rows
        ]

    def settle(self, quiet: float = 0.3) -> None:
        """Read until nothing more comes."""
        while self._read(quiet):
            pass

    def see(self, *texts: str, gone: str = "", within: float = PATIENCE) -> None:
        """Wait until all the texts stand on the screen, and `gone` does not."""
        self._until(
            lambda: (
                all(text in self._shown for text in texts) and not (gone and gone in self._shown)
            ),
            f"{texts} but not {gone!r}",
            within,
        )

    def press(self, keys: str) -> None:
        """Type keys."""
        self.process.send(keys)

    def stop(self, number: signal.Signals) -> None:
        """Send a signal to the program alone."""
        self.process.kill(number)

    def hang_up(self) -> None:
        """Close the terminal's window."""
        self._is_hung_up = True
        self.process.ptyproc.fileobj.close()

    def end(self) -> int:
        """Wait for the end; the exit code, or minus the signal that killed it."""
        self._until(lambda: self.process.flag_eof, "the end", PATIENCE)
        return self.exit_code(PATIENCE)

    def close(self) -> None:
        """Leave nothing running: neither the program nor what a shell has started."""
        if not self._is_hung_up and self.process.isalive():
            in_front = os.tcgetpgrp(self.process.child_fd)
            if in_front > 1:  # 0 would be ourselves
                os.killpg(in_front, signal.SIGKILL)
        self.process.close(force=True)

    def exit_code(self, seconds: float) -> int:
        """What `end` returns, when nothing more can be read; it must come in time."""
        waiting = Thread(target=self.process.wait, daemon=True)
        waiting.start()
        waiting.join(seconds)
        assert not waiting.is_alive(), "it lives on"
        killed = self.process.signalstatus
        return -killed if killed else int(self.process.exitstatus or 0)

    @property
    def _shown(self) -> str:
        return "\n".join(self.lines)

    def _until(self, seen: Callable[[], bool], what: str, seconds: float) -> None:
        end = time.monotonic() + seconds
        while not seen():
            if time.monotonic() > end or self.process.flag_eof:
                pytest.fail(f"never seen: {what}\n{self._shown}")
            self._read(end - time.monotonic())

    def _read(self, seconds: float) -> bool:
        try:
            part = self.process.read_nonblocking(65536, timeout=max(0.01, seconds))
        except (pexpect.EOF, pexpect.TIMEOUT):
            return False
        self.written += part
        self._stream.feed(part)
        return True


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder; no settings; a terminal of today with 256 colours."""
    monkeypatch.setenv("FOOTCOACH_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("FOOTCOACH_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name in ("COLUMNS", "LINES", "NO_COLOR", "TEXTUAL"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "data"


@pytest.fixture
def open_terminal(data: Path) -> Iterator[Callable[..., Terminal]]:
    """Open a terminal with a command in it."""
    opened: list[Terminal] = []

    def start(command: list[str], columns: int = 120, rows: int = 36) -> Terminal:
        opened.append(Terminal(command, columns, rows))
        return opened[-1]

    assert not data.exists()
    yield start
    for one in opened:
        one.close()


@pytest.fixture
def terminal(open_terminal: Callable[..., Terminal]) -> Callable[..., Terminal]:
    """Open a terminal with `footcoach ARGUMENTS` in it."""

    def start(*arguments: str, columns: int = 120, rows: int = 36) -> Terminal:
        return open_terminal([*PROGRAM, *arguments], columns, rows)

    return start


@pytest.fixture
def command() -> str:
    """`footcoach`, as it is typed into a shell."""
    return shlex.join(PROGRAM)


@pytest.fixture
def shell(data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Terminal]]:
    """Open a terminal with a shell in it, for what only a shell can do: stop and go on."""
    opened: list[Terminal] = []
    monkeypatch.setenv("PS1", "ready> ")

    def start() -> Terminal:
        opened.append(Terminal(["bash", "--norc", "--noprofile", "-i"], 120, 36))
        return opened[-1]

    assert not data.exists()
    yield start
    for one in opened:
        one.close()


@pytest.fixture
def sessions(data: Path) -> Callable[[], list[dict[str, Any]]]:
    """What the history has."""

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
