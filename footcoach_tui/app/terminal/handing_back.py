"""Giving the terminal back to the shell when the app itself cannot: past queues and loops."""

import os
import select
import termios
from contextlib import suppress

Line = list[int | list[bytes | int]]
"""How the line is set, as termios tells it."""

_OFF = (1000, 1002, 1003, 1004, 1006, 1015, 1016, 2004, 2026, 2048)
"""Private modes: the mouse, focus, pasting, holding updates back, telling of a new size."""

SENT = (
    "".join(f"\x1b[?{mode}l" for mode in _OFF)
    + "\x1b[<u"  # the keyboard as it was; asked for on the screen on which it was changed
    + "\x1b[0m\x1b[?7h\x1b[?1049l\x1b[?25h"
).encode()
"""Ends every mode that the app may have begun; what was never begun is not disturbed by it."""


def line_of(fd: int) -> Line | None:
    """How the line is set now; None where there is no terminal."""
    try:
        return termios.tcgetattr(fd)
    except (termios.error, ValueError):  # no terminal, no descriptor
        return None


def hand_back(line_fd: int, line: Line | None, screen_fd: int, first: bytes = b"") -> None:
    """Set the line as it was and leave the app's screen. Never waits: a frozen terminal is left.

    `first` is written before the rest.
    """
    with suppress(termios.error, ValueError, OSError):
        if line:
            termios.tcsetattr(line_fd, termios.TCSANOW, line)
    with suppress(OSError):
        poller = select.poll()
        poller.register(screen_fd, select.POLLOUT)
        if any(what & select.POLLOUT for _, what in poller.poll(0)):
            os.write(screen_fd, first + SENT)
