"""Exit watchdog: ends the app after a signal or a lost terminal, whatever state the app is in.

It depends on nothing of the app's. Its thread sleeps until it is needed; it is woken through a
pipe, to which a signal handler may always write.
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
"""Seconds for the app's own exit; then the process ends anyway."""

_RETRY_SECONDS = 0.1
_LOST = select.POLLHUP | select.POLLERR

_LineModes = list[int | list[bytes | int]]
"""Modes of the line, as termios returns them."""

_PRIVATE_MODES = (1000, 1002, 1003, 1004, 1006, 1015, 1016, 2004, 2026, 2048)
"""Mouse, focus, pastes, synchronized output, reports of the size."""

_RESET_SEQUENCE = (
    "".join(f"\x1b[?{mode}l" for mode in _PRIVATE_MODES)
    + "\x1b[<u"  # the keyboard modes, before the screen on which they were set is left
    + "\x1b[0m\x1b[?7h\x1b[?1049l\x1b[?25h"
).encode()
"""Ends every mode that the app may have set; harmless where it has not."""


class ExitWatchdog:
    """Context in which signals and the loss of the terminal make the app exit by itself.

    Signals that were ignored from the start, as nohup ignores the hang-up, stay ignored; the loss
    of the terminal is noticed even so.
    """

    TERMINAL_GONE = 128 + signal.SIGHUP
    """Exit code after the terminal has gone away: that of the signal for it."""

    def __init__(
        self,
        fd: int,
        *,
        patience: float = _MAX_EXIT_SECONDS,
        die: Callable[[int], object] = os._exit,
    ) -> None:
        self.exit_code = 0
        """Exit code, 128 + signal, once the exit has begun; 0 before."""
        self.final_sequence = b""
        """Written before the reset of the terminal where the app itself cannot exit."""
        self._fd = fd
        self._patience = patience
        self._die = die
        self._exit_app: Callable[[int], object] | None = None
        self._discard_output: Callable[[], object] | None = None
        self._line_modes = _line_modes(fd)
        self._signals = SignalTrap(lambda number: self.start_exit(128 + number))
        self._wake_fd, self._wake_write_fd = os.pipe()
        os.set_blocking(self._wake_write_fd, False)
        self._thread = Thread(target=self._run, name="exit-watchdog", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._signals.install()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Restore the signal handlers. An exit that has begun is still enforced."""
        self._signals.restore()
        if not self.exit_code:
            self._wake(0)
            self._thread.join()

    def attach(
        self, exit_app: Callable[[int], object], discard_output: Callable[[], object]
    ) -> None:
        """Set the app's own exit, and a function that unblocks its writes to the terminal.

        Both are called in another thread: `exit_app` once, with the exit code, `discard_output`
        repeatedly until the end.
        """
        self._exit_app, self._discard_output = exit_app, discard_output

    def start_exit(self, code: int) -> None:
        """Begin the exit, with a code of 1 to 255; the first one counts.

        May be called from any thread and from a signal handler.
        """
        self.exit_code = self.exit_code or code
        self._wake(code)

    def exit_now(self) -> None:
        """End the process now, with the code of the exit that has begun."""
        with suppress(OSError, ValueError):
            sys.stderr.flush()
        self._die(self.exit_code)

    def _wake(self, code: int) -> None:
        with suppress(OSError):  # full: already awake; closed: already over
            os.write(self._wake_write_fd, bytes([code]))

    def _run(self) -> None:
        must_exit = self._wait()
        os.close(self._wake_fd)
        if must_exit:
            self._enforce_exit()

    def _wait(self) -> bool:
        """Sleep until the app must exit; False when it has exited by itself."""
        poller = select.poll()
        poller.register(self._wake_fd, select.POLLIN)
        poller.register(self._fd, 0)
        while True:
            for fd, events in poller.poll():
                if fd == self._wake_fd:
                    return os.read(fd, 1) != b"\0"
                if events & _LOST:
                    self.exit_code = self.exit_code or self.TERMINAL_GONE
                    return True
                poller.unregister(fd)  # this system cannot watch it

    def _enforce_exit(self) -> None:
        """Make the app exit; where it does not, restore the terminal and end the process."""
        end = time.monotonic() + self._patience
        was_called = False
        while (left := end - time.monotonic()) > 0:
            with suppress(Exception):  # nothing may prevent the exit
                if self._exit_app and not was_called:
                    was_called = True
                    self._exit_app(self.exit_code)
                if self._discard_output:
                    self._discard_output()
            time.sleep(min(_RETRY_SECONDS, left))
        _restore_terminal(self._fd, self._line_modes, 2, self.final_sequence)
        self._die(self.exit_code)


def _line_modes(fd: int) -> _LineModes | None:
    """Modes of the line; None where there is no terminal."""
    try:
        return termios.tcgetattr(fd)
    except (termios.error, ValueError):  # no terminal, no descriptor
        return None


def _restore_terminal(
    line_fd: int, modes: _LineModes | None, screen_fd: int, first: bytes = b""
) -> None:
    """Restore the line modes, write `first` and leave the app's screen.

    Never waits: a terminal that takes no output stays as it is.
    """
    with suppress(termios.error, ValueError, OSError):
        if modes:
            termios.tcsetattr(line_fd, termios.TCSANOW, modes)
    with suppress(OSError):
        poller = select.poll()
        poller.register(screen_fd, select.POLLOUT)
        if any(events & select.POLLOUT for _, events in poller.poll(0)):
            os.write(screen_fd, first + _RESET_SEQUENCE)
