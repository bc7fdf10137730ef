"""The measuring terminal: moments of output, replies to queries, counts of bytes."""

import random
import sys

import pytest

from bench.measures import measure_cost, measure_keys, measure_start
from bench.screen import TerminalScreen
from bench.terminal import BenchTerminal, NotShownError, environment
from bench.terminal_replies import TerminalReplies

ECHO = """
import os, sys, time, tty
tty.setraw(0)
os.write(1, b"\\x1b[?1049h\\x1b[>1u\\x1b[?2026$p\\x1b[5;7H\\x1b[6n")
replies = b""
while not replies.endswith(b"R"):
    replies += os.read(0, 64)
os.write(1, b"\\x1b[H" + replies.replace(b"\\x1b", b"") + b" keys 0")
count = 0
while (key := os.read(0, 1)) != b"q":
    count += 1
    time.sleep(0.03)
    os.write(1, b"\\x1b[2Hkeys %d" % count)
"""


def test_a_program_is_asked_answered_pressed_and_left() -> None:
    with BenchTerminal((sys.executable, "-c", ECHO), environment()) as terminal:
        start = measure_start(terminal, *[lambda screen: "keys 0" in screen.text] * 2)
        assert 0 < start.drawn == start.filled < 10
        assert "[?2026;2$y" in terminal.screen.text
        assert "[5;7R" in terminal.screen.text

        chance = random.Random(1)  # noqa: S311 - no secret
        key_times = measure_keys(terminal, "xy", lambda screen: screen.lines[1], 3, chance)
        assert terminal.screen.lines[1].startswith("keys 3")
        assert all(0.03 <= seconds < 5 for seconds in key_times)

        cost = measure_cost(terminal, 0.2)
        assert cost.bytes_a_second == 0
        assert cost.memory > 1
        assert 0 < terminal.end("q") < 5


def test_moments_are_those_of_the_bytes_not_of_the_rendering() -> None:
    with BenchTerminal((sys.executable, "-c", "print('one'); input(); print('two')")) as terminal:
        while not terminal.count:
            terminal.read_for(0.01)
        pressed = terminal.press("\n")
        terminal.read_for(10.0)  # to the end, without rendering
        assert terminal.screen.is_blank
        one = terminal.wait_until(lambda screen: "one" in screen.text)
        two = terminal.wait_until(lambda screen: "two" in screen.text)
        assert terminal.start < one < pressed < two
        with pytest.raises(NotShownError, match="one"):
            terminal.wait_for("three")


@pytest.mark.parametrize("cut", range(25))
def test_nothing_unknown_is_printed_wherever_the_output_is_cut(cut: int) -> None:
    output = b"\x1b[>1u\x1b[?2026$pa\x1bPq#1\x1b\\b\x1b[!p\xe2\x96\x88"
    screen = TerminalScreen(20, 2)
    for part in (output[:cut], output[cut:]):
        screen.feed(part)
    assert screen.lines[0].rstrip() == "ab█"


def test_text_before_the_alternate_screen_is_no_part_of_its_picture() -> None:
    screen = TerminalScreen(20, 2)
    screen.feed(b"a sign of life\x1b[?1049h")
    assert screen.is_blank


@pytest.mark.parametrize("cut", range(18))
def test_a_query_gets_one_reply_wherever_it_is_cut(cut: int) -> None:
    output, replies, renders = b"..\x1b[2;9H\x1b[6n\x1b[c..", TerminalReplies(), []

    def cursor(count: int) -> tuple[int, int]:
        renders.append(count)
        return 2, 9

    parts = (output[:cut], output[cut:])
    assert b"".join(replies.reply_to(part, cursor) for part in parts) == b"\x1b[2;9R\x1b[?62;22c"
    assert renders == []  # the output itself says where the cursor is
