"""Whether the terminal's ground is light, as it says itself; its answer is never taken for keys."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key
from textual.message import Message

from footcoach_tui.terminal.input_reader import InputReader, TerminalBackground

WHITE = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\"


def read(*parts: bytes) -> list[Message]:
    reader = InputReader()
    return [message for part in parts for message in reader.feed(part)]


@pytest.mark.parametrize(
    ("answer", "is_light"),
    [
        (WHITE, True),
        (b"\x1b]11;rgb:0000/0000/0000\x07", False),
        (b"\x1b]11;rgb:fd/f6/e3\x1b\\", True),
        (b"\x1b]11;rgb:00/2b/36\x1b\\", False),
        (b"\x1b]11;rgb:f/f/0\x07", True),
        (b"\x1b]11;rgb:0/0/f\x07", False),
        (b"\x1b]11;rgba:1e1e/1e1e/1e1e/ffff\x1b\\", False),
        (b"\x1b]11;rgb:FFFF/FFFF/DDDD\x1b\\", True),
    ],
)
def test_its_ground_is_as_bright_as_it_looks(answer: bytes, *, is_light: bool) -> None:
    (told,) = read(answer)
    assert isinstance(told, TerminalBackground)
    assert told.is_light is is_light


@given(places=st.sets(st.integers(0, len(WHITE)), max_size=5))
def test_over_a_slow_line_it_comes_in_pieces(places: set[int]) -> None:
    ends = sorted(places | {0, len(WHITE) + 1})
    data = WHITE + b"x"
    *told, key = read(*(data[a:b] for a, b in pairwise(ends)))
    assert [type(one) for one in told] == [TerminalBackground]
    assert isinstance(key, Key)
    assert key.key == "x"


def test_it_may_come_in_the_midst_of_a_paste() -> None:
    told, pasted = read(b"\x1b[200~one" + WHITE + b" two\x1b[201~")
    assert isinstance(told, TerminalBackground)
    assert getattr(pasted, "text", "") == "one two"


@pytest.mark.parametrize("nothing", [b"\x1b]11;?\x1b\\", b"\x1b]11;rgb:\x07", b"\x1b]10;x\x07"])
def test_what_is_no_answer_tells_nothing(nothing: bytes) -> None:
    assert not [one for one in read(nothing, b"x") if isinstance(one, TerminalBackground)]
