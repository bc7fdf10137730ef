"""A terminal at the far end of a slow line, and the program it shows.

What the program writes waits in a buffer, as in sshd and the network, then goes over the line at so
many bytes a second, and arrives half a round trip later. Keys and answers go the other way.
"""

import os
import re
import select
import time
from collections import deque
from collections.abc import Callable

import ptyprocess  # type: ignore[import-untyped] # it brings no types
import pyte

BUFFER_BYTES = 65536
"""Bytes that wait before the line at most; then the program must wait."""
SLICE_SECONDS = 0.01
"""Seconds of the line that are carried at once."""
_QUESTION = re.compile(rb"\x1b\[(\d+);(\d+)H\x1b\[6n")


class SlowLine:
    """A program in a pseudo-terminal of `columns` x `rows`, watched over a line.

    `rate` is in bytes a second, 0 for no limit; `rtt` in seconds. The terminal answers questions
    for the cursor's position, unless it is mute.
    """

    def __init__(
        self,
        command: list[str],
        *,
        rate: float = 0.0,
        rtt: float = 0.0,
        columns: int = 100,
        rows: int = 30,
        is_mute: bool = False,
    ) -> None:
        """Start the program."""
        environ = {k: v for k, v in os.environ.items() if k not in ("COLORTERM", "NO_COLOR")}
        environ |= {"TERM": "xterm-256color"}
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.program = ptyprocess.PtyProcess.spawn(command, env=environ, dimensions=(rows, columns))
        self._rate, self._rtt, self._is_mute = rate, rtt, is_mute
        self._waiting = bytearray()
        self._free_at = 0.0
        self._coming: deque[tuple[float, bytes]] = deque()
        self._going: deque[tuple[float, bytes]] = deque()
        self._tail = b""
        self.is_frozen = False
        self.is_over = False
        self.bytes = 0
        """Bytes that have arrived."""
        self.pictures: list[float] = []
        """The moments at which a picture with a question behind it had arrived."""

    @property
    def lines(self) -> list[str]:
        """The screen as the person sees it."""
        return list(self._screen.display)

    def press(self, keys: str) -> None:
        """Type keys."""
        self._going.append((time.monotonic() + self._rtt / 2, keys.encode()))

    def run(self, seconds: float) -> None:
        """Let time pass."""
        self.until(lambda: False, seconds)

    def until(self, seen: Callable[[], bool], seconds: float) -> float | None:
        """Let time pass until something is seen; after how many seconds, None if never."""
        begun = time.monotonic()
        while (now := time.monotonic()) < begun + seconds and not self.is_over:
            if self._carry(now, begun + seconds) and seen():
                return time.monotonic() - begun
        return None

    def close(self) -> None:
        """End the program."""
        self.program.close(force=True)

    def _carry(self, now: float, end: float) -> bool:
        """Move what is due, after a wait for it; whether the screen has changed."""
        due = [queue[0][0] for queue in (self._coming, self._going) if queue]
        if self._waiting and not self.is_frozen:
            due.append(max(now, self._free_at))
        wait = max(0.0, min([*due, end]) - now)
        wants = not self.is_frozen and len(self._waiting) < BUFFER_BYTES
        if select.select([self.program.fd] if wants else [], [], [], wait)[0]:
            self._read()
        now = time.monotonic()
        self._send(now)
        while self._going and self._going[0][0] <= now:
            os.write(self.program.fd, self._going.popleft()[1])
        changed = False
        while self._coming and self._coming[0][0] <= now and not self.is_frozen:
            self._show(self._coming.popleft()[1], now)
            changed = True
        return changed

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
            self._coming.append((self._free_at + self._rtt / 2, part))

    def _show(self, part: bytes, now: float) -> None:
        self.bytes += len(part)
        self._stream.feed(part)
        seen = self._tail + part
        end = 0
        for found in _QUESTION.finditer(seen):
            end = found.end()
            self.pictures.append(now)
            if not self._is_mute:
                answer = b"\x1b[%b;%bR" % found.groups()
                self._going.append((now + self._rtt / 2, answer))
        self._tail = seen[end:][-24:]
