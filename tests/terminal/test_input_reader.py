"""Whatever a terminal sends, the app lives on and hears the next key."""

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import _parser
from textual._xterm_parser import XTermParser
from textual.events import CursorPosition, Key, MouseMove, Paste, Resize
from textual.message import Message

from footcoach_tui.terminal import input_reader
from footcoach_tui.terminal.input_reader import (
    _MAX_PASTE,
    _PASTE_TIMEOUT,
    InputReader,
    _PasteBuffer,
)

START, END = b"\x1b[200~", b"\x1b[201~"


class Clock:
    seconds = 0.0


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (_parser, input_reader):
        monkeypatch.setattr(module, "get_time", lambda: Clock.seconds)


class Hand:
    """Types into a reader; time passes when it is told to."""

    def __init__(self) -> None:
        self.reader = InputReader()

    def type(self, *parts: bytes) -> list[Message]:
        return [message for part in parts for message in self.reader.feed(part)]

    def rest(self, seconds: float) -> list[Message]:
        Clock.seconds += seconds
        return list(self.reader.tick())


def keys(messages: Iterable[Message]) -> list[str]:
    return [message.key for message in messages if isinstance(message, Key)]


def pastes(messages: Iterable[Message]) -> list[str]:
    return [message.text for message in messages if isinstance(message, Paste)]


def cut(data: bytes, places: list[int]) -> list[bytes]:
    """The data in pieces, as it may come over a slow line."""
    ends = sorted({place % (len(data) + 1) for place in places} | {0, len(data)})
    return [data[a:b] for a, b in pairwise(ends)]


places = st.lists(st.integers(0, 10_000), max_size=6)
sendable = st.one_of(
    st.binary(max_size=20),
    st.sampled_from([START, END, b"\x1b", b"\x1b[", b"\x1b[<0;1;1M", b"\x1b[48;0;0;0;0t"]),
    st.from_regex(rb"\A\x1b\[[0-9:;<?]{0,12}[a-zA-Z~]\Z"),
)


@given(st.lists(sendable, max_size=12).map(b"".join), places)
def test_whatever_comes_a_key_is_heard_after_it(data: bytes, where: list[int]) -> None:
    hand = Hand()
    hand.type(*cut(data, where))
    hand.rest(_PASTE_TIMEOUT + 1)
    assert keys(hand.type(b"xx"))[-1:] == ["x"]


@given(
    st.lists(
        st.sampled_from([b"q", b" ", b"\r", "é".encode(), b"\x1b[A", b"\x1bOP", b"\x1b[<35;3;4M"]),
        max_size=8,
    ).map(b"".join),
    places,
)
def test_what_terminals_send_is_what_textual_makes_of_it(data: bytes, where: list[int]) -> None:
    ours = Hand().type(*cut(data, where))
    stock = list(XTermParser().feed(data.decode())) if data else []
    assert [type(one) for one in ours] == [type(one) for one in stock]
    assert keys(ours) == keys(stock)


def test_a_byte_that_is_not_utf_8_is_no_end() -> None:
    assert keys(Hand().type(b"\xff", b"q"))[-1] == "q"
    assert keys(Hand().type(b"\xc3", b"q"))[-1] == "q"


@pytest.mark.parametrize("broken", [b"\x1b[1:2;3u", b"\x1b[99999999999;1u"])
def test_a_sequence_that_breaks_the_parser_takes_no_key_with_it(broken: bytes) -> None:
    assert keys(Hand().type(b"a" + broken + b"\x1b[B" + b"c")) == ["a", "down", "c"]


def test_where_the_mouse_is_survives_a_sequence_that_breaks_the_parser() -> None:
    hand = Hand()
    hand.type(b"\x1b[48;24;80;240;1600t")  # from now on the mouse tells of pixels, 20 x 10 a cell
    (moved,) = hand.type(b"\x1b[1:2;3u", b"\x1b[<35;41;21M")
    assert isinstance(moved, MouseMove)
    assert (moved.screen_x, moved.screen_y) == (2, 2)


def test_a_lone_escape_is_a_key_after_a_moment() -> None:
    hand = Hand()
    assert hand.reader.wait() is None
    assert keys(hand.type(b"\x1b")) == []
    assert hand.reader.wait() == pytest.approx(0.1)
    assert keys(hand.rest(0.11)) == ["escape"]
    assert hand.reader.wait() is None


@given(places)
def test_a_paste_is_one_thing_however_it_comes(where: list[int]) -> None:
    heard = Hand().type(*cut(b"a" + START + "left h\u00e9el\rtight".encode() + END + b"b", where))
    assert keys(heard) == ["a", "b"]
    assert pastes(heard) == ["left héel\ntight"]


def test_nothing_that_is_pasted_is_a_key_or_obeyed() -> None:
    heard = Hand().type(START + b"\x1bq \x1b[31mred\x00 \x1b]0;title\x07" + b"q" * 40 + END)
    assert keys(heard) == []
    assert pastes(heard) == ["q [31mred ]0;title" + "q" * 40]


def test_a_paste_without_an_end_ends_when_nothing_more_comes() -> None:
    hand = Hand()
    assert hand.type(START + b"no end") == []
    assert hand.reader.wait() == pytest.approx(_PASTE_TIMEOUT)
    assert hand.rest(_PASTE_TIMEOUT / 2) == []
    assert hand.type(b" yet") == []
    assert hand.rest(_PASTE_TIMEOUT / 2) == []
    assert pastes(hand.rest(_PASTE_TIMEOUT / 2)) == ["no end yet"]
    assert keys(hand.type(b"q")) == ["q"]


def test_of_a_paste_without_measure_the_beginning_is_kept_and_the_rest_is_no_keys() -> None:
    hand = Hand()
    heard = hand.type(START, *[b"q" * 60_000] * (2 * _MAX_PASTE // 60_000), END + b"x")
    assert [len(text) for text in pastes(heard)] == [_MAX_PASTE]
    assert keys(heard) == ["x"]


@given(st.integers(10, 30), st.integers(0, 12))
def test_a_paste_of_just_about_the_most_is_cut_at_the_most(length: int, split: int) -> None:
    pasting = _PasteBuffer("END", limit=20)
    whole = "q" * length + "END"
    place = max(0, len(whole) - split)
    rest = pasting.take(whole[:place])
    assert (pasting.take(whole[place:]) if rest is None else rest) == ""
    assert pasting.text == "q" * min(length, 20)


def test_a_new_size_is_heard() -> None:
    (told,) = Hand().type(b"\x1b[48;24;80;480;800t")
    assert isinstance(told, Resize)
    assert told.size == (80, 24)


ANSWER = b"\x1b[2;17R"


@given(places, st.floats(0.11, _PASTE_TIMEOUT - 0.01))
def test_an_answer_is_no_key_however_slowly_it_comes(where: list[int], pause: float) -> None:
    hand = Hand()
    heard: list[Message] = []
    for part in cut(ANSWER, [place % 5 + 4 for place in where]):
        heard += hand.type(part)
        heard += hand.rest(pause)
    (told,) = heard
    assert isinstance(told, CursorPosition)
    assert (told.x, told.y) == (16, 1)


@given(places)
def test_between_keys_and_answers_each_is_what_it_is(where: list[int]) -> None:
    heard = Hand().type(*cut(b"a" + ANSWER + b"\x1b[B" + ANSWER + b"b", where))
    assert keys(heard) == ["a", "down", "b"]
    assert sum(isinstance(one, CursorPosition) for one in heard) == 2


def test_answers_neither_get_into_a_paste_nor_keep_it_going() -> None:
    hand = Hand()
    hand.type(START + b"no ", ANSWER, b"end")
    for _ in range(3):
        assert [type(one) for one in hand.type(ANSWER)] == [CursorPosition]
        assert hand.rest(_PASTE_TIMEOUT / 4) == []
    assert pastes(hand.rest(_PASTE_TIMEOUT / 4)) == ["no end"]
    assert keys(hand.type(ANSWER + b"q")) == ["q"]


def test_an_answer_that_breaks_off_is_forgotten() -> None:
    hand = Hand()
    hand.type(b"\x1b[2;1")
    assert hand.reader.wait() == pytest.approx(_PASTE_TIMEOUT)
    assert hand.rest(_PASTE_TIMEOUT) == []
    assert keys(hand.type(b"q")) == ["q"]


def test_keys_with_modifiers_are_keys_still() -> None:
    assert keys(Hand().type(b"\x1b[1;5A", b"\x1b[1;", b"5B", b"\x1b[3;5~")) == [
        "ctrl+up",
        "ctrl+down",
        "ctrl+delete",
    ]
