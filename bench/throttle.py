"""A slow line between its standard input and output and a port: a `ProxyCommand` for ssh.

    python -m bench.throttle HOST PORT RATE RTT

Each way carries RATE bytes a second, and what was sent arrives half of RTT seconds later. Before
either way 64 kB wait at most, as in a network; then the sender must wait.
"""

import os
import select
import socket
import sys
import time
from collections import deque
from contextlib import suppress

from bench.slow_line import BUFFER_BYTES, SLICE_SECONDS


class DelayedPipe:
    """From one descriptor to another, over a line of `rate` bytes a second."""

    def __init__(self, source: int, sink: int, rate: float, delay: float) -> None:
        """Nothing is on the way."""
        self.source = source
        self.is_over = False
        self._sink, self._rate, self._delay = sink, rate, delay
        self._waiting = bytearray()
        self._free_at = 0.0
        self._coming: deque[tuple[float, bytes]] = deque()

    @property
    def has_room(self) -> bool:
        """Whether more may be taken."""
        return not self.is_over and len(self._waiting) < BUFFER_BYTES

    def take(self) -> None:
        """Take what has come; to be called when something has."""
        taken = b""
        with suppress(OSError):
            taken = os.read(self.source, BUFFER_BYTES)
        self.is_over = not taken
        self._waiting += taken

    def carry(self, now: float) -> float:
        """Move what is due; the moment from which on more is."""
        while self._waiting and self._free_at <= now:
            part = bytes(self._waiting[: max(1, int(self._rate * SLICE_SECONDS))])
            del self._waiting[: len(part)]
            self._free_at = max(now, self._free_at) + len(part) / self._rate
            self._coming.append((self._free_at + self._delay, part))
        while self._coming and self._coming[0][0] <= now:
            left = self._coming.popleft()[1]
            while left:
                left = left[os.write(self._sink, left) :]
        due = [self._coming[0][0]] if self._coming else []
        return min([*due, self._free_at] if self._waiting else due, default=float("inf"))


def main() -> None:
    """Carry until either side has no more to say."""
    host, port, rate, rtt = sys.argv[1:]
    with socket.create_connection((host, int(port))) as far:
        far.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        ways = [
            DelayedPipe(source, sink, float(rate), float(rtt) / 2)
            for source, sink in ((0, far.fileno()), (far.fileno(), 1))
        ]
        due = float("inf")
        while not any(way.is_over for way in ways):
            wait = max(0.0, min(due - time.monotonic(), 1.0))
            ready = select.select([way.source for way in ways if way.has_room], [], [], wait)[0]
            for way in ways:
                if way.source in ready:
                    way.take()
            with suppress(BrokenPipeError, ConnectionResetError):
                due = min(way.carry(time.monotonic()) for way in ways)


if __name__ == "__main__":
    main()
