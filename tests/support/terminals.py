"""A real pseudo-terminal with a program in it, and a view of what the program writes."""

import os
import re
import signal
import termios
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any

import pexpect
import pyte
import pytest

TIMEOUT = 12.0
"""Seconds within which a thing must be seen; a poll that sees it earlier goes on at once."""
CURSOR_QUERY = re.compile(rb"\x1b\[(\d+);(\d+)H\x1b\[6n")
"""Where the cursor is put, and asked for."""
_MAX_QUERY_BYTES = 16
"""Bytes of a question that may have come without its end."""
_PRIVATE_MODES = (1049, 1000, 1003, 1006, 1004, 2004)
"""Private modes that must be off at the end: the other screen, the mouse, focus, pasting."""


class PtyTerminal:
    """A program in a terminal of `columns` x `rows`; `written` is all that it ever wrote.

    The terminal may claim to be of another size. It tells its `ground`, an X colour, if it has one.
    """

    ground = b""

    def __init__(
        self, command: list[str], columns: int, rows: int, claimed: tuple[int, int] | None = None
    ) -> None:
        self.written = b""
        self._unread = b""
        self._is_hung_up = False
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        # The environment is named, for else the child gets what readline put in behind Python's
        # back: the columns and lines of whatever terminal the tests are run in.
        self.process: Any = pexpect.spawn(
            command[0],
            command[1:],
            env=os.environ.copy(),
            dimensions=claimed[::-1] if claimed else (rows, columns),
            timeout=TIMEOUT,
        )

    @property
    def lines(self) -> list[str]:
        """The screen as it is now; much faster than `display` of pyte."""
        columns = range(self._screen.columns)
        rows = (self._screen.buffer[y] for y in range(self._screen.lines))
        return ["".join([row[x].data for x in columns]) for row in rows]

    @property
    def cells(self) -> list[list[tuple[str, str, str, bool]]]:
        """Every cell as it is now: sign, colours, weight; of a blank its ground only."""
        rows = (self._screen.buffer[y] for y in range(self._screen.lines))
        return [[_seen(row[x]) for x in range(self._screen.columns)] for row in rows]

    def settle(self, quiet: float = 0.3) -> None:
        """Read until nothing more comes, and the program does nothing more."""
        while self._read(quiet) or self._is_at_work():
            pass

    def skip(self, seconds: float) -> None:
        """Read for a while, without a look at it: that is much faster."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and not self.process.flag_eof:
            self._read(left, is_looked_at=False)

    def wait_for_text(self, *texts: str, gone: str = "", within: float = TIMEOUT) -> None:
        """Wait until all the texts stand on the screen, and `gone` does not."""
        self._until(
            lambda: (
                all(text in self._shown for text in texts) and not (gone and gone in self._shown)
            ),
            f"{texts} but not {gone!r}",
            within,
        )

    def wait_for(self, is_so: Callable[[], bool], what: str) -> None:
        """Read until something is so; `what` says what, where it never is."""
        self._until(is_so, what, TIMEOUT, step=0.02)

    def press(self, keys: str) -> None:
        """Type keys."""
        self.process.send(keys)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self._screen.resize(rows, columns)
        self.process.setwinsize(rows, columns)

    def stop(self, number: signal.Signals) -> None:
        """Send a signal to the program alone."""
        self.process.kill(number)

    def hang_up(self) -> None:
        """Close the terminal's window."""
        self._is_hung_up = True
        self.process.ptyproc.fileobj.close()

    def assert_restored(self) -> None:
        """Every mode that was switched on is off again, the cursor shows, the line is sane."""
        for mode in (*_PRIVATE_MODES, 25):
            switched = re.findall(rb"\x1b\[\?%d([hl])" % mode, self.written)
            assert switched, f"mode {mode} was never touched"
            assert switched[-1] == (b"h" if mode == 25 else b"l"), f"mode {mode}"
        local = termios.tcgetattr(self.process.child_fd)[3]
        assert local & termios.ECHO
        assert local & termios.ICANON
        assert b"Traceback" not in self.written

    def end(self) -> int:
        """Wait for the end; the exit code, or minus the signal that killed it."""
        self._until(lambda: self.process.flag_eof, "the end", TIMEOUT)
        return self.exit_code(TIMEOUT)

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

    def _until(
        self, seen: Callable[[], bool], what: str, seconds: float, step: float = TIMEOUT
    ) -> None:
        end = time.monotonic() + seconds
        while not seen():
            if time.monotonic() > end or self.process.flag_eof:
                pytest.fail(f"never seen: {what}\n{self._shown}")
            self._read(min(step, end - time.monotonic()))

    def _read(self, seconds: float, *, is_looked_at: bool = True) -> bool:
        try:
            part = self.process.read_nonblocking(65536, timeout=max(0.01, seconds))
        except (pexpect.EOF, pexpect.TIMEOUT):
            return False
        self._answer(part)
        if self.ground and b"\x1b]11;?" in part:
            os.write(self.process.child_fd, b"\x1b]11;%b\x1b\\" % self.ground)
        self.written += part
        if is_looked_at:
            self._stream.feed(part)
        return True

    def _answer(self, part: bytes) -> None:
        """Answer each question once, also one that comes in two parts."""
        asked, end = self._unread + part, 0
        for question in CURSOR_QUERY.finditer(asked):
            answer = b"\x1b[%b;%bR" % question.groups()
            os.write(self.process.child_fd, answer)  # at once, unlike `send`
            end = question.end()
        self._unread = asked[max(end, len(asked) - _MAX_QUERY_BYTES) :]

    def _is_at_work(self) -> bool:
        """Whether a thread of the program runs, or would if the machine were less busy."""
        threads = Path(f"/proc/{self.process.pid}/task").glob("*/stat")  # none on another system
        with suppress(OSError):  # one may end as it is looked at
            return any(stat.read_text().rpartition(")")[2].split()[0] == "R" for stat in threads)
        return False


def _seen(cell: Any) -> tuple[str, str, str, bool]:
    is_blank = cell.data == " " and not cell.reverse and not cell.underscore
    return (" ", "", cell.bg, False) if is_blank else (cell.data, cell.fg, cell.bg, cell.bold)
