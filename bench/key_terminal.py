"""footcoach in a terminal that answers at once, late or never."""

import os
import random
import select
import signal
import struct
import termios
import time
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum
from fcntl import ioctl
from pathlib import Path
from typing import Any, Self

import ptyprocess  # type: ignore[import-untyped] # has no types

from bench.terminal import ROOT
from bench.terminal_replies import TerminalReplies

_READ = 65536
_MIN_DELAY, _MAX_DELAY = 0.3, 3.0
"""Seconds after which a late terminal answers."""
_CALM_LOOKS = 5
"""Looks in a row that find the program asleep, after which it is idle."""


class Answers(StrEnum):
    """When a terminal answers the queries of a program."""

    AT_ONCE = "at once"
    LATE = "late"
    NEVER = "never"


class KeyTerminal:
    """A program in a terminal; what it writes is read and thrown away."""

    def __init__(
        self,
        command: tuple[str, ...],
        environ: Mapping[str, str],
        answers: Answers,
        chance: random.Random,
    ) -> None:
        self._answers = answers
        self._chance = chance
        self._replies = TerminalReplies()
        self._due: deque[tuple[float, bytes]] = deque()
        self._process: Any = ptyprocess.PtyProcess.spawn(
            list(command), env=dict(environ), cwd=str(ROOT), dimensions=(30, 100)
        )
        self._process.delayafterclose = 0
        self._fd: int = self._process.fd
        self.is_over = False
        """True once the program has closed its side."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.signal(signal.SIGKILL)
        self._process.close(force=True)

    def press(self, keys: str) -> None:
        """Type keys in one go."""
        with suppress(OSError):  # the program has ended
            os.write(self._fd, keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        with suppress(OSError):
            ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def signal(self, number: signal.Signals) -> None:
        with suppress(ProcessLookupError):
            os.kill(self._process.pid, number)

    def run(self, seconds: float, quiet: float | None = None) -> None:
        """Read for so long, or until no output came for `quiet` seconds; answer what is due."""
        end = time.monotonic() + seconds
        last = time.monotonic()
        while not self.is_over and (now := time.monotonic()) < end:
            if quiet is not None and now - last > quiet:
                return
            if self._read(min(0.02, end - now)):
                last = time.monotonic()
            while self._due and self._due[0][0] <= time.monotonic():
                self.press(self._due.popleft()[1].decode())

    def wait_until_idle(self, within: float) -> None:
        """Read until the program has handled all keys, as far as can be seen from outside."""
        end, calm = time.monotonic() + within, 0
        while calm < _CALM_LOOKS and not self.is_over and time.monotonic() < end:
            self.run(0.04)
            state = (
                Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()[0]
            )
            calm = 0 if state == "R" else calm + 1

    def exit_code(self, within: float = 10.0) -> int | None:
        """Exit code, or minus the signal; None if the program does not end in time."""
        end = time.monotonic() + within
        while self._process.isalive():
            if time.monotonic() > end:
                return None
            self.run(0.05)
            if self.is_over:
                time.sleep(0.01)
        killed = self._process.signalstatus
        return -killed if killed else int(self._process.exitstatus or 0)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._fd], [], [], max(0.0, seconds))[0]:
            return False
        try:
            output = os.read(self._fd, _READ)
        except OSError:
            output = b""
        if not output:
            self.is_over = True
            return False
        reply = self._replies.reply_to(output, lambda _: (1, 1))
        if reply and self._answers is not Answers.NEVER:
            delay = 0.0
            if self._answers is Answers.LATE:
                delay = self._chance.uniform(_MIN_DELAY, _MAX_DELAY)
            last = self._due[-1][0] if self._due else 0.0
            self._due.append((max(last, time.monotonic() + delay), reply))
        return True
