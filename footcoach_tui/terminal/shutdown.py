"""An end that comes: however the app is told to go, and if the terminal goes without a word.

It rests on nothing of the app's. A thread sleeps until there is something to do, so that it costs
nothing; it is woken through a pipe, the one thing that a handler of signals may always write to.
"""

import os
import select
import signal
import sys
import termios
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from types import TracebackType
from typing import Self

from footcoach_tui.boundary.signals import SignalTrap

_MAX_EXIT_SECONDS = 2.0
"""Seconds that an end may take; then the process ends all the same."""

EXIT_TERMINAL_GONE = 128 + signal.SIGHUP
"""Exit code when the terminal has gone away: what the signal for it would have given."""

_STEP = 0.1
_LOST = select.POLLHUP | select.POLLERR

_Modes = list[int | list[bytes | int]]
"""How the line is set, as termios tells it."""

_OFF = (1000, 1002, 1003, 1004, 1006, 1015, 1016, 2004, 2026, 2048)
"""Private modes: the mouse, focus, pasting, holding updates back, telling of a new size."""

_RESET_SEQUENCE = (
    "".join(f"\x1b[?{mode}l" for mode in _OFF)
    + "\x1b[<u"  # the keyboard as it was; asked for on the screen on which it was changed
    + "\x1b[0m\x1b[?7h\x1b[?1049l\x1b[?25h"
).encode()
"""Ends every mode that the app may have begun; what was never begun is not disturbed by it."""


class ExitWatchdog:
    """While entered, signals and the loss of the terminal end the app by its own way out.

    What was ignored from the start, as the hang-up is by nohup, stays ignored; that the terminal
    is gone is noticed then all the same.
    """

    def __init__(
        self,
        fd: int,
        *,
        patience: float = _MAX_EXIT_SECONDS,
        die: Callable[[int], object] = os._exit,
    ) -> None:
        """Watch the terminal `fd`; nothing happens before it is entered."""
        self.exit_code = 0
        """The exit code, 128 + signal, of the end that has begun; 0 while there is none."""
        self.final_sequence = b""
        """What the terminal must be told besides, where the app itself cannot tell it."""
        self._fd = fd
        self._patience = patience
        self._die = die
        self._leave: Callable[[int], object] | None = None
        self._relieve: Callable[[], object] | None = None
        self._line = terminal_modes(fd)
        self._signals = SignalTrap(lambda number: self.start_exit(128 + number))
        self._woken, self._bell = os.pipe()
        os.set_blocking(self._bell, False)
        self._thread = Thread(target=self._run, name="lifeline", daemon=True)

    def __enter__(self) -> Self:
        """Take the signals and begin to watch."""
        self._thread.start()
        self._signals.install()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the signals back. An end that has begun is still seen to."""
        self._signals.restore()
        if not self.exit_code:
            self._wake(0)
            self._thread.join()

    def attach(self, leave: Callable[[int], object], relieve: Callable[[], object]) -> None:
        """Name the app's own way out, and what frees it if the terminal takes nothing more.

        Both are called in another thread: `leave` once, with the exit code, and `relieve` again
        and again until the end.
        """
        self._leave, self._relieve = leave, relieve

    def start_exit(self, code: int) -> None:
        """Begin the end, with an exit code of 1 to 255; the first one counts.

        May be called from any thread, and in the midst of anything.
        """
        self.exit_code = self.exit_code or code
        self._wake(code)

    def exit_now(self) -> None:
        """End the process now, with the code of the end that has begun."""
        with suppress(OSError, ValueError):
            sys.stderr.flush()
        self._die(self.exit_code)

    def _wake(self, code: int) -> None:
        with suppress(OSError):  # full: it is awake; closed: it is over
            os.write(self._bell, bytes([code]))

    def _run(self) -> None:
        is_asked = self._wait()
        os.close(self._woken)
        if is_asked:
            self._enforce_exit()

    def _wait(self) -> bool:
        """Sleep until the app must end; False when it has ended by itself."""
        poller = select.poll()
        poller.register(self._woken, select.POLLIN)
        poller.register(self._fd, 0)
        while True:
            for fd, what in poller.poll():
                if fd == self._woken:
                    return os.read(fd, 1) != b"\0"
                if what & _LOST:
                    self.exit_code = self.exit_code or EXIT_TERMINAL_GONE
                    return True
                poller.unregister(fd)  # this system cannot watch it

    def _enforce_exit(self) -> None:
        """Have the app leave; when it does not, hand the terminal back and end the process."""
        end = time.monotonic() + self._patience
        is_told = False
        while (left := end - time.monotonic()) > 0:
            with suppress(Exception):  # nothing may keep the end from coming
                if self._leave and not is_told:
                    is_told = True
                    self._leave(self.exit_code)
                if self._relieve:
                    self._relieve()
            time.sleep(min(_STEP, left))
        restore_terminal(self._fd, self._line, 2, self.final_sequence)
        self._die(self.exit_code)


def terminal_modes(fd: int) -> _Modes | None:
    """How the line is set now; None where there is no terminal."""
    try:
        return termios.tcgetattr(fd)
    except (termios.error, ValueError):  # no terminal, no descriptor
        return None


def restore_terminal(line_fd: int, line: _Modes | None, screen_fd: int, first: bytes = b"") -> None:
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
            os.write(screen_fd, first + _RESET_SEQUENCE)
