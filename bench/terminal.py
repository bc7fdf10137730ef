"""A program in a real pseudo-terminal, and when it wrote what.

What is read is only stamped and put aside; it is looked at afterwards, piece by piece. So looking,
which is slow, takes no time from the reading, and a moment told is that of the bytes.
"""

import os
import select
import signal
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

import ptyprocess  # type: ignore[import-untyped] # it brings no types

from bench.screen import TerminalScreen
from bench.terminal_replies import TerminalReplies

ROOT = Path(__file__).parents[1]
_UNWANTED = ("COLUMNS", "LINES", "NO_COLOR", "PYTHONDONTWRITEBYTECODE", "TMUX", "STY")
_READ = 65536
_GATHER = 0.05
"""Seconds of output that are gathered before it is looked at, where no moment is asked for."""

ScreenCheck = Callable[[TerminalScreen], bool]


class NotShownError(Exception):
    """What was waited for did not come."""


def environment(**settings: str) -> dict[str, str]:
    """The environment of a program: a terminal of today, and nothing of where we are run."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in _UNWANTED and not name.startswith(("TEXTUAL", "FOOTCOACH"))
    }
    usual = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    return kept | usual | settings


class BenchTerminal:
    """A program in a terminal; `begun` is the moment just before it was started."""

    def __init__(
        self,
        command: tuple[str, ...],
        environ: Mapping[str, str] | None = None,
        columns: int = 100,
        rows: int = 30,
    ) -> None:
        """Start it in the root folder of the project."""
        self.screen = TerminalScreen(columns, rows)
        self.count = 0
        """Bytes read so far."""
        self.is_over = False
        """Whether nothing more can come."""
        self._pieces: list[tuple[float, bytes]] = []
        self._answers = TerminalReplies()
        environ = environment() if environ is None else dict(environ)
        self.begun = self._shown = time.monotonic()
        self._process: Any = ptyprocess.PtyProcess.spawn(
            list(command), env=environ, cwd=str(ROOT), dimensions=(rows, columns)
        )
        self._process.delayafterclose = 0
        self.pid: int = self._process.pid
        self._fd: int = self._process.fd

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing running."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        self._process.close(force=True)

    def press(self, keys: str) -> float:
        """Type keys; the moment before."""
        moment = time.monotonic()
        os.write(self._fd, keys.encode())
        return moment

    def read_for(self, seconds: float, quiet: float | None = None) -> None:
        """Read for so long, or until nothing came for `quiet` seconds; look at nothing."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and not self.is_over:
            if not self._read(left if quiet is None else min(left, quiet)) and quiet is not None:
                return

    def render(self, seen: ScreenCheck | None = None, together: float = 0.0) -> float | None:
        """Look at what was gathered, piece by piece; the moment of the first one that shows it.

        What came within `together` seconds after each other is one picture: it is looked at when
        it is whole, and its moment is that of its first piece.
        """
        while self._pieces:
            last, piece = self._pieces.pop(0)
            self._shown = last
            self.screen.feed(piece)
            while self._pieces and self._pieces[0][0] < last + together:
                last, piece = self._pieces.pop(0)
                self.screen.feed(piece)
            if seen and seen(self.screen):
                return self._shown
        return None

    def wait_until(
        self,
        seen: ScreenCheck,
        within: float = 20.0,
        gathered: float = _GATHER,
        quiet: float | None = None,
        together: float = 0.0,
    ) -> float:
        """Wait for something to be seen; the moment of the bytes that showed it (see `look`).

        Output of `gathered` seconds is read at a time, or until it is `quiet`, before it is looked
        at: the moment is exact if it was among the first of them. Raises NeverSeenError.
        """
        if seen(self.screen):
            return self._shown
        end = time.monotonic() + within
        while (moment := self.render(seen, together)) is None:
            if self.is_over or time.monotonic() > end:
                raise NotShownError("never seen; there was:\n" + self.screen.text.rstrip())
            self.read_for(gathered, quiet)
        return moment

    def wait_for(self, *words: str, within: float = 20.0) -> None:
        """Wait until all these words are on the screen. Raises NeverSeenError."""
        try:
            self.wait_until(lambda screen: all(word in screen.text for word in words), within)
        except NotShownError as error:
            raise NotShownError(f"{', '.join(words)}: {error}") from None

    def end(self, keys: str, within: float = 10.0) -> float:
        """Type keys that end the program; seconds until it is gone. Raises NeverSeenError."""
        ended = os.pidfd_open(self.pid)
        try:
            moment = self.press(keys)
            while time.monotonic() < moment + within:
                watched = [ended] if self.is_over else [ended, self._fd]
                ready = select.select(watched, [], [], 0.1)[0]
                if ended in ready:
                    return time.monotonic() - moment
                if self._fd in ready:
                    self._read(0)
        finally:
            os.close(ended)
        raise NotShownError(f"it does not end on {keys!r}")

    def _read(self, seconds: float) -> bool:
        """Read once, and answer what was asked; whether anything came."""
        if not select.select([self._fd], [], [], max(0.0, seconds))[0]:
            return False
        try:
            output = os.read(self._fd, _READ)
        except OSError:  # the other side has been closed
            output = b""
        moment = time.monotonic()
        if not output:
            self.is_over = True
            return False
        self.count += len(output)
        self._pieces.append((moment, output))
        if reply := self._answers.reply_to(output, self._cursor_after):
            os.write(self._fd, reply)
        return True

    def _cursor_after(self, count: int) -> tuple[int, int]:
        moment, output = self._pieces.pop()
        self._pieces.append((moment, output[:count]))
        self.render()
        self._pieces.append((moment, output[count:]))
        return self.screen.cursor
