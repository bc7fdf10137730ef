"""A program in a real pseudo-terminal, with the moment of each piece of its output.

Output is stamped as it is read, and rendered afterwards piece by piece. So rendering, which is
slow, does not delay reading, and the moment of a change is that of its bytes.
"""

import os
import select
import signal
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

import ptyprocess  # type: ignore[import-untyped] # has no types

from bench.screen import TerminalScreen
from bench.terminal_replies import TerminalReplies

ROOT = Path(__file__).parents[1]
_UNWANTED = ("COLUMNS", "LINES", "NO_COLOR", "PYTHONDONTWRITEBYTECODE", "TMUX", "STY")
_READ = 65536
_GATHER = 0.05
"""Seconds of output that are read before rendering, unless the caller says otherwise."""

ScreenCheck = Callable[[TerminalScreen], bool]


class NotShownError(Exception):
    """The screen or the program's end that was waited for did not come."""


def environment(**settings: str) -> dict[str, str]:
    """Variables for a measured program: a modern terminal, and none of our own surroundings."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name not in _UNWANTED and not name.startswith(("TEXTUAL", "FOOTCOACH"))
    }
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    return inherited | terminal | settings


class BenchTerminal:
    """A program in a terminal; `start` is the moment just before it was started."""

    def __init__(
        self,
        command: tuple[str, ...],
        environ: Mapping[str, str] | None = None,
        columns: int = 120,
        rows: int = 30,
    ) -> None:
        self.screen = TerminalScreen(columns, rows)
        self.count = 0
        """Bytes read so far."""
        self.is_over = False
        """True once the program has closed its side."""
        self._pieces: list[tuple[float, bytes]] = []
        self._replies = TerminalReplies()
        environ = environment() if environ is None else dict(environ)
        self.start = self._shown = time.monotonic()
        self._process: Any = ptyprocess.PtyProcess.spawn(
            list(command), env=environ, cwd=str(ROOT), dimensions=(rows, columns)
        )
        self._process.delayafterclose = 0
        self.pid: int = self._process.pid
        self._fd: int = self._process.fd

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        self._process.close(force=True)

    def press(self, keys: str) -> float:
        """Type keys; return the moment just before."""
        moment = time.monotonic()
        os.write(self._fd, keys.encode())
        return moment

    def read_for(self, seconds: float, quiet: float | None = None) -> None:
        """Read for `seconds`, or until no output came for `quiet` seconds, without rendering."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and not self.is_over:
            if not self._read(left if quiet is None else min(left, quiet)) and quiet is not None:
                return

    def render(self, check: ScreenCheck | None = None, together: float = 0.0) -> float | None:
        """Render output piece by piece up to the first picture that passes; return its moment.

        Pieces less than `together` seconds apart make one picture, which is checked once it is
        complete and has the moment of its first piece.
        """
        while self._pieces:
            last, piece = self._pieces.pop(0)
            self._shown = last
            self.screen.feed(piece)
            while self._pieces and self._pieces[0][0] < last + together:
                last, piece = self._pieces.pop(0)
                self.screen.feed(piece)
            if check and check(self.screen):
                return self._shown
        return None

    def wait_until(
        self,
        check: ScreenCheck,
        within: float = 20.0,
        gathered: float = _GATHER,
        quiet: float | None = None,
        together: float = 0.0,
    ) -> float:
        """Wait for a screen that passes the check; return the moment of its output (see `render`).

        Output is read for `gathered` seconds at a time, or until it is `quiet`, and then rendered.
        The moment is exact for output of the first such stretch. Raises NotShownError.
        """
        if check(self.screen):
            return self._shown
        end = time.monotonic() + within
        while (moment := self.render(check, together)) is None:
            if self.is_over or time.monotonic() > end:
                raise NotShownError("not shown; the screen was:\n" + self.screen.text.rstrip())
            self.read_for(gathered, quiet)
        return moment

    def wait_for(self, *words: str, within: float = 20.0) -> None:
        """Wait until all these words are on the screen. Raises NotShownError."""
        try:
            self.wait_until(lambda screen: all(word in screen.text for word in words), within)
        except NotShownError as error:
            raise NotShownError(f"{', '.join(words)}: {error}") from None

    def end(self, keys: str, within: float = 10.0) -> float:
        """Type keys that end the program; return the seconds it took. Raises NotShownError."""
        exit_fd = os.pidfd_open(self.pid)
        try:
            moment = self.press(keys)
            while time.monotonic() < moment + within:
                watched = [exit_fd] if self.is_over else [exit_fd, self._fd]
                ready = select.select(watched, [], [], 0.1)[0]
                if exit_fd in ready:
                    return time.monotonic() - moment
                if self._fd in ready:
                    self._read(0)
        finally:
            os.close(exit_fd)
        raise NotShownError(f"the program does not end on {keys!r}")

    def _read(self, seconds: float) -> bool:
        """Read once and reply to queries; True if there was output."""
        if not select.select([self._fd], [], [], max(0.0, seconds))[0]:
            return False
        try:
            output = os.read(self._fd, _READ)
        except OSError:  # the program has closed its side
            output = b""
        moment = time.monotonic()
        if not output:
            self.is_over = True
            return False
        self.count += len(output)
        self._pieces.append((moment, output))
        if reply := self._replies.reply_to(output, self._cursor_after):
            os.write(self._fd, reply)
        return True

    def _cursor_after(self, count: int) -> tuple[int, int]:
        """The cursor after so many bytes of the last piece, which is split there."""
        moment, output = self._pieces.pop()
        self._pieces.append((moment, output[:count]))
        self.render()
        self._pieces.append((moment, output[count:]))
        return self.screen.cursor
