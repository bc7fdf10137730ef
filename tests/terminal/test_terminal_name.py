"""Name of the terminal, as it says itself; its answer is never taken for keys."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key
from textual.message import Message

from footcoach_tui.terminal.input_reader import InputReader, TerminalName

KITTY = b"\x1bP>|kitty(0.26.5)\x1b\\"


def read(*parts: bytes) -> list[Message]:
    reader = InputReader()
    return [message for part in parts for message in reader.feed(part)]


@given(places=st.sets(st.integers(0, len(KITTY)), max_size=5))
def test_over_a_slow_line_it_comes_in_pieces(places: set[int]) -> None:
    ends = sorted(places | {0, len(KITTY) + 1})
    data = KITTY + b"x"
    name, key = read(*(data[a:b] for a, b in pairwise(ends)))
    assert isinstance(name, TerminalName)
    assert name.name == "kitty(0.26.5)"
    assert isinstance(key, Key)
    assert key.key == "x"


@pytest.mark.parametrize("other", [b"\x1bP>|", b"\x1bP1$r0m\x1b\\", b"\x1bP>|" + b"a" * 200])
def test_what_is_no_answer_names_nothing(other: bytes) -> None:
    assert not [one for one in read(other, b"x") if isinstance(one, TerminalName)]


def test_a_hostile_name_is_cleaned() -> None:
    (name,) = read("\x1bP>|a\u202eb\x9bc\x1b\\".encode())
    assert isinstance(name, TerminalName)
    assert name.name.isprintable()
