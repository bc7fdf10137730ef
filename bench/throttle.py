"""A slow line between standard input and output and a port: a `ProxyCommand` for ssh.

    python -m bench.throttle HOST PORT RATE RTT

Each direction carries RATE bytes a second, and bytes arrive half of RTT seconds later. At most
64 kB wait in either direction, as in a network; then the sender has to wait.
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
    """A direction of the line: `rate` bytes a second from source to sink, `delay` seconds later."""

    def __init__(self, source: int, sink: int, rate: float, delay: float) -> None:
        self.source = source
        self.is_over = False
        self._sink, self._rate, self._delay = sink, rate, delay
        self._waiting = bytearray()
        self._free_at = 0.0
        self._in_transit: deque[tuple[float, bytes]] = deque()

    @property
    def has_room(self) -> bool:
        return not self.is_over and len(self._waiting) < BUFFER_BYTES

    def read(self) -> None:
        """Read once from the source, which must be ready."""
        output = b""
        with suppress(OSError):
            output = os.read(self.source, BUFFER_BYTES)
        self.is_over = not output
        self._waiting += output

    def carry(self, now: float) -> float:
        """Move the bytes that are due; return the moment at which the next ones are."""
        while self._waiting and self._free_at <= now:
            part = bytes(self._waiting[: max(1, int(self._rate * SLICE_SECONDS))])
            del self._waiting[: len(part)]
            self._free_at = max(now, self._free_at) + len(part) / self._rate
            self._in_transit.append((self._free_at + self._delay, part))
        while self._in_transit and self._in_transit[0][0] <= now:
            left = self._in_transit.popleft()[1]
            while left:
                left = left[os.write(self._sink, left) :]
        due = [self._in_transit[0][0]] if self._in_transit else []
        return min([*due, self._free_at] if self._waiting else due, default=float("inf"))


def main() -> None:
    """Carry until either side is closed."""
    host, port, rate, rtt = sys.argv[1:]
    with socket.create_connection((host, int(port))) as server:
        server.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        pipes = [
            DelayedPipe(source, sink, float(rate), float(rtt) / 2)
            for source, sink in ((0, server.fileno()), (server.fileno(), 1))
        ]
        due = float("inf")
        while not any(pipe.is_over for pipe in pipes):
            wait = max(0.0, min(due - time.monotonic(), 1.0))
            ready = select.select([pipe.source for pipe in pipes if pipe.has_room], [], [], wait)[0]
            for pipe in pipes:
                if pipe.source in ready:
                    pipe.read()
            with suppress(BrokenPipeError, ConnectionResetError):
                due = min(pipe.carry(time.monotonic()) for pipe in pipes)


if __name__ == "__main__":
    main()
