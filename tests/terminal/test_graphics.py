"""Pixels on a terminal: its answers are read whole, and pictures are sent once."""

import os
import pty
import re
import struct
import termios
from base64 import b64decode
from fcntl import ioctl
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key
from textual.geometry import Region
from textual.message import Message

from footcoach_tui.terminal.graphics import Graphics, cell_pixels, sent, shown, sixel_shown
from footcoach_tui.terminal.input_reader import InputReader, TerminalGraphics

KITTY = b"\x1b_Gi=31;OK\x1b\\\x1b[?62;c"
XTERM = b"\x1b[?63;1;2;4;6;9;15;22c"


def read(*parts: bytes) -> list[Message]:
    reader = InputReader()
    return [message for part in parts for message in reader.feed(part)]


@given(
    answer=st.sampled_from([(KITTY, Graphics.KITTY), (XTERM, Graphics.SIXEL)]),
    places=st.sets(st.integers(0, 30), max_size=5),
)
def test_an_answer_in_pieces_is_never_taken_for_keys(
    answer: tuple[bytes, Graphics], places: set[int]
) -> None:
    data = answer[0] + b"x"
    cuts = {place for place in places if place < len(data) and data[:place][-2:] != b"\x1b["}
    ends = sorted(cuts | {0, len(data)})
    graphics, key = read(*(data[a:b] for a, b in pairwise(ends)))
    assert isinstance(graphics, TerminalGraphics)
    assert graphics.graphics is answer[1]
    assert isinstance(key, Key)
    assert key.key == "x"


@pytest.mark.parametrize(
    "other",
    [b"\x1b[?62;22c", b"\x1b[?1;44c", b"\x1b_Gi=31;ENOTSUPPORTED:no\x1b\\", b"\x1b_Gi=31\x1b\\"],
)
def test_other_answers_mean_no_pixels(other: bytes) -> None:
    assert not [one for one in read(other, b"x") if isinstance(one, TerminalGraphics)]


@given(png=st.binary(min_size=1, max_size=20_000))
def test_a_picture_is_sent_in_pieces_that_kitty_takes(png: bytes) -> None:
    pieces = re.findall(r"\x1b_G([^;]*);([^\x1b]*)\x1b\\", sent(7, png))
    assert "".join(f"\x1b_G{head};{data}\x1b\\" for head, data in pieces) == sent(7, png)
    assert b64decode("".join(data for _, data in pieces)) == png
    assert all(len(data) <= 4096 for _, data in pieces)
    assert [("m=1" in head.split(",")) for head, _ in pieces] == [True] * (len(pieces) - 1) + [
        False
    ]
    assert pieces[0][0].startswith("a=t,f=100,i=7,")
    assert all("i=" not in head for head, _ in pieces[1:])


def test_a_picture_covers_its_cells_and_leaves_the_cursor() -> None:
    text = shown(7, Region(3, 4, 30, 12))
    assert text.startswith("\x1b[5;4H\x1b_G")
    assert {"a=p", "i=7", "c=30", "r=12", "C=1", "q=2"} <= set(text[9:-2].split(","))
    assert len(text) < 60
    assert sixel_shown(b"S", Region(3, 4, 5, 6)) == "\x1b[?2026h\x1b7\x1b[5;4HS\x1b8\x1b[?2026l"


@pytest.mark.parametrize(
    ("size", "cell"),
    [((24, 80, 643, 436), (8, 18)), ((24, 80, 0, 0), None), ((0, 0, 640, 400), None)],
)
def test_the_line_has_the_pixels_of_a_cell(
    size: tuple[int, int, int, int], cell: tuple[int, int] | None
) -> None:
    controller, line = pty.openpty()
    try:
        ioctl(line, termios.TIOCSWINSZ, struct.pack("HHHH", *size))
        assert cell_pixels(line) == cell
    finally:
        os.close(controller)
        os.close(line)
    assert cell_pixels(line) is None
