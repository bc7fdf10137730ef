"""A terminal at the end of a slow line, and the program in it.

Output waits in a buffer, as in sshd and the network, goes over the line at so many bytes a second,
and arrives half a round trip later. Keys and replies go the other way, without a limit.
"""

import os
import re
import select
import time
from collections import deque
from collections.abc import Callable

import ptyprocess  # type: ignore[import-untyped] # has no types
import pyte

BUFFER_BYTES = 65536
"""Bytes that fit into the buffer; once it is full the program has to wait."""
SLICE_SECONDS = 0.01
"""Seconds of output that go over the line in one piece."""
_CURSOR_QUERY = re.compile(rb"\x1b\[(\d+);(\d+)H\x1b\[6n")


class SlowLine:
    """A program in a pseudo-terminal of `columns` x `rows`, at the other end of the line.

    `rate` is in bytes a second, 0 for no limit; `rtt` is in seconds. The terminal replies
    to queries for the cursor position, unless it is mute.
    """

    def __init__(
        self,
        command: list[str],
        *,
        rate: float = 0.0,
        rtt: float = 0.0,
        columns: int = 120,
        rows: int = 30,
        is_mute: bool = False,
    ) -> None:
        environ = {k: v for k, v in os.environ.items() if k not in ("COLORTERM", "NO_COLOR")}
        environ |= {"TERM": "xterm-256color"}
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.program = ptyprocess.PtyProcess.spawn(command, env=environ, dimensions=(rows, columns))
        self._rate, self._rtt, self._is_mute = rate, rtt, is_mute
        self._waiting = bytearray()
        self._free_at = 0.0
        self._output: deque[tuple[float, bytes]] = deque()
        self._input: deque[tuple[float, bytes]] = deque()
        self._tail = b""
        self.is_frozen = False
        self.is_over = False
        self.bytes = 0
        """Bytes that have arrived so far."""
        self.pictures: list[float] = []
        """Moments at which pictures, with the cursor query behind them, have arrived."""

    @property
    def lines(self) -> list[str]:
        return list(self._screen.display)

    def press(self, keys: str) -> None:
        self._input.append((time.monotonic() + self._rtt / 2, keys.encode()))

    def run(self, seconds: float) -> None:
        self.until(lambda: False, seconds)

    def until(self, condition: Callable[[], bool], seconds: float) -> float | None:
        """Run until the condition holds; return the seconds it took, None if it never held."""
        start = time.monotonic()
        while (now := time.monotonic()) < start + seconds and not self.is_over:
            if self._carry(now, start + seconds) and condition():
                return time.monotonic() - start
        return None

    def close(self) -> None:
        self.program.close(force=True)

    def _carry(self, now: float, end: float) -> bool:
        """Wait for the next bytes and move all that are due; True if the screen has changed."""
        due = [queue[0][0] for queue in (self._output, self._input) if queue]
        if self._waiting and not self.is_frozen:
            due.append(max(now, self._free_at))
        wait = max(0.0, min([*due, end]) - now)
        has_room = not self.is_frozen and len(self._waiting) < BUFFER_BYTES
        if select.select([self.program.fd] if has_room else [], [], [], wait)[0]:
            self._read()
        now = time.monotonic()
        self._send(now)
        while self._input and self._input[0][0] <= now:
            os.write(self.program.fd, self._input.popleft()[1])
        has_changed = False
        while self._output and self._output[0][0] <= now and not self.is_frozen:
            self._show(self._output.popleft()[1], now)
            has_changed = True
        return has_changed

    def _read(self) -> None:
        try:
            self._waiting += os.read(self.program.fd, BUFFER_BYTES)
        except OSError:
            self.is_over = True

    def _send(self, now: float) -> None:
        while self._waiting and self._free_at <= now and not self.is_frozen:
            count = max(1, int(self._rate * SLICE_SECONDS)) if self._rate else len(self._waiting)
            part = bytes(self._waiting[:count])
            del self._waiting[:count]
            self._free_at = max(now, self._free_at)
            self._free_at += len(part) / self._rate if self._rate else 0.0
            self._output.append((self._free_at + self._rtt / 2, part))

    def _show(self, part: bytes, now: float) -> None:
        self.bytes += len(part)
        self._stream.feed(part)
        output = self._tail + part
        end = 0
        for query in _CURSOR_QUERY.finditer(output):
            end = query.end()
            self.pictures.append(now)
            if not self._is_mute:
                reply = b"\x1b[%b;%bR" % query.groups()
                self._input.append((now + self._rtt / 2, reply))
        self._tail = output[end:][-24:]
