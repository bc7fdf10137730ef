"""Lines from a real terminal device."""

import io
import os
from collections.abc import Iterator

import pytest

from footcoach_tui.cli.plain.keyboard import TerminalKeyboard

SOON = 5.0
"""Seconds for typed text to arrive; no test waits that long."""


class Terminal:
    """Terminal on which `type` types; `wake` interrupts a read."""

    def __init__(self) -> None:
        self._master, slave = os.openpty()
        self.waker, self._wake_end = os.pipe()
        self.stream = os.fdopen(slave, "r")
        self.keyboard = TerminalKeyboard(self.stream, self.waker)

    def type(self, keys: bytes) -> None:
        os.write(self._master, keys)

    def wake(self) -> None:
        os.write(self._wake_end, b"\0")

    def hang_up(self) -> None:
        os.close(self._master)
        self._master = -1

    def close(self) -> None:
        self.stream.close()
        for end in (self._master, self.waker, self._wake_end):
            if end >= 0:
                os.close(end)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    made = Terminal()
    yield made
    made.close()


def test_a_line_comes_as_it_was_typed_without_spaces_around(terminal: Terminal) -> None:
    terminal.type(b"  Tight heel \n")
    assert terminal.keyboard.read_line(SOON) == "Tight heel"


def test_enter_alone_is_an_empty_line_and_no_line_is_none(terminal: Terminal) -> None:
    terminal.type(b"\n")
    assert terminal.keyboard.read_line(SOON) == ""
    assert terminal.keyboard.read_line(0) is None


def test_two_lines_at_once_come_one_after_the_other(terminal: Terminal) -> None:
    terminal.type(b"n\nq\n")
    assert [terminal.keyboard.read_line(SOON), terminal.keyboard.read_line(SOON)] == ["n", "q"]


def test_a_line_that_was_begun_is_not_waited_for(terminal: Terminal) -> None:
    terminal.type(b"n\x04")  # Ctrl+D hands over what was typed so far
    assert terminal.keyboard.read_line(SOON) is None
    terminal.type(b"ote\n")
    assert terminal.keyboard.read_line(SOON) == "note"


def test_at_the_end_of_input_nobody_is_there_any_more(terminal: Terminal) -> None:
    terminal.type(b"\x04")
    assert terminal.keyboard.read_line(SOON) is None
    assert not terminal.keyboard.is_open
    assert terminal.keyboard.read_line(None) is None


def test_a_terminal_that_goes_away_is_the_same(terminal: Terminal) -> None:
    terminal.hang_up()
    assert terminal.keyboard.read_line(SOON) is None
    assert not terminal.keyboard.is_open


def test_what_is_no_text_does_not_matter(terminal: Terminal) -> None:
    terminal.type(b"\xff\xfe\n")
    assert terminal.keyboard.read_line(SOON) == "\ufffd\ufffd"


def test_a_signal_ends_a_wait_of_any_length(terminal: Terminal) -> None:
    terminal.wake()
    assert terminal.keyboard.read_line(None) is None
    assert terminal.keyboard.is_open


@pytest.mark.parametrize("stream", [None, io.StringIO("n\n")])
def test_what_is_no_terminal_is_nobody(stream: io.StringIO | None, terminal: Terminal) -> None:
    nobody = TerminalKeyboard(stream, terminal.waker)
    assert not nobody.is_open
    assert nobody.read_line(0) is None
    assert nobody.read_line(None) is None
