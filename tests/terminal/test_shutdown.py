"""The end comes, once it was asked for or the terminal is gone, whatever the app does."""

import os
import pty
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import suppress
from queue import Queue

import pytest

from footcoach_tui.terminal.shutdown import (
    _RESET_SEQUENCE,
    ExitWatchdog,
    _line_modes,
    _restore_terminal,
)

SHORT = 0.2


class Ends:
    """Records the exit codes that a watchdog gives to the app and to the process."""

    def __init__(self) -> None:
        self.told: Queue[int] = Queue()
        self.died: Queue[int] = Queue()
        self.relieved = 0

    def relieve(self) -> None:
        self.relieved += 1


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    """Our end and the app's end of a terminal."""
    ours, theirs = pty.openpty()
    held = os.dup(theirs)
    yield ours, theirs
    os.close(held)


@pytest.fixture
def ends() -> Ends:
    return Ends()


@pytest.fixture
def watchdog(terminal: tuple[int, int], ends: Ends) -> ExitWatchdog:
    made = ExitWatchdog(terminal[1], patience=SHORT, die=ends.died.put)
    made.attach(ends.told.put, ends.relieve)
    return made


def test_a_terminal_that_is_gone_ends_the_app_as_a_hang_up_does(
    terminal: tuple[int, int], watchdog: ExitWatchdog, ends: Ends
) -> None:
    with watchdog:
        os.close(terminal[0])
        assert ends.told.get(timeout=5) == ExitWatchdog.TERMINAL_GONE == 129
        assert ends.died.get(timeout=5) == ExitWatchdog.TERMINAL_GONE
    assert ends.told.empty()
    assert ends.relieved > 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_app_with_its_number(
    watchdog: ExitWatchdog, ends: Ends, number: signal.Signals
) -> None:
    with watchdog:
        os.kill(os.getpid(), number)
        assert ends.told.get(timeout=5) == 128 + number
        assert ends.died.get(timeout=5) == 128 + number
    assert watchdog.exit_code == 128 + number


def test_the_first_reason_counts(watchdog: ExitWatchdog, ends: Ends) -> None:
    with watchdog:
        watchdog.start_exit(143)
        watchdog.start_exit(129)
        assert ends.died.get(timeout=5) == 143
        assert ends.died.empty()


def test_an_app_that_fails_to_leave_ends_all_the_same(
    terminal: tuple[int, int], ends: Ends
) -> None:
    def fail(_: int = 0) -> None:
        raise RuntimeError

    watchdog = ExitWatchdog(terminal[1], patience=SHORT, die=ends.died.put)
    watchdog.attach(fail, fail)
    with watchdog:
        watchdog.start_exit(143)
        assert ends.died.get(timeout=5) == 143


def test_a_signal_that_comes_before_there_is_a_way_out_is_not_lost(
    terminal: tuple[int, int], ends: Ends
) -> None:
    watchdog = ExitWatchdog(terminal[1], patience=2, die=ends.died.put)
    with watchdog:
        os.kill(os.getpid(), signal.SIGTERM)
        watchdog.attach(ends.told.put, ends.relieve)
        assert ends.told.get(timeout=5) == 143


def test_an_app_that_ends_by_itself_is_let_go(watchdog: ExitWatchdog, ends: Ends) -> None:
    with watchdog:
        pass
    assert not watchdog._thread.is_alive()
    assert ends.told.empty()
    assert ends.died.empty()
    assert watchdog.exit_code == 0


def test_signals_are_given_back_and_what_was_ignored_stays_ignored(watchdog: ExitWatchdog) -> None:
    before = signal.getsignal(signal.SIGTERM)
    hang_up = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with watchdog:
            assert signal.getsignal(signal.SIGTERM) != before
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        assert signal.getsignal(signal.SIGTERM) == before
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, hang_up)


def test_a_terminal_is_handed_back_past_the_app(terminal: tuple[int, int]) -> None:
    ours, theirs = terminal
    line = _line_modes(theirs)
    raw = termios.tcgetattr(theirs)
    raw[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(theirs, termios.TCSANOW, raw)

    _restore_terminal(theirs, line, theirs)

    assert _line_modes(theirs) == line
    assert os.read(ours, 4096) == _RESET_SEQUENCE
    assert _RESET_SEQUENCE.endswith(b"\x1b[?1049l\x1b[?25h")


def test_what_is_still_shown_beside_the_screen_is_taken_away_first(
    terminal: tuple[int, int],
) -> None:
    ours, theirs = terminal
    _restore_terminal(theirs, None, theirs, b"\x1b]9;4;0;0\x1b\\")
    assert os.read(ours, 4096) == b"\x1b]9;4;0;0\x1b\\" + _RESET_SEQUENCE


def test_a_terminal_that_takes_nothing_is_not_waited_for(terminal: tuple[int, int]) -> None:
    ours, theirs = terminal
    os.set_blocking(theirs, False)
    with suppress(BlockingIOError):
        while True:
            os.write(theirs, b"x" * 4096)
    os.set_blocking(theirs, True)
    line = _line_modes(theirs)
    _restore_terminal(theirs, line, theirs)
    assert _line_modes(theirs) == line
    assert _RESET_SEQUENCE not in os.read(ours, 65536), "what does not fit is given up"


def test_where_there_is_no_terminal_nothing_is_handed_back() -> None:
    reads, writes = os.pipe()
    os.close(reads)
    assert _line_modes(writes) is None
    _restore_terminal(writes, None, writes)
    os.close(writes)
    assert _line_modes(writes) is None
    _restore_terminal(writes, None, writes)


def test_it_needs_no_textual() -> None:
    """The watchdog must work where Textual does not, and before it is there."""
    code = "import sys, footcoach_tui.terminal.shutdown; print('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
