"""Escape sequences are complete, and no text ends one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.cues.osc import (
    _MAX_NOTIFICATION,
    Multiplexer,
    notification_sequence,
    progress_sequence,
)

KINDS = ("osc9", "osc777", "osc99")


@pytest.mark.parametrize(
    ("kind", "sequence"),
    [
        ("osc9", "\x1b]9;footcoach: Rest, 20 s\x1b\\"),
        ("osc777", "\x1b]777;notify;footcoach;Rest, 20 s\x1b\\"),
        ("osc99", "\x1b]99;i=footcoach:o=unfocused;footcoach: Rest, 20 s\x1b\\"),
    ],
)
def test_each_kind_has_its_form(kind: str, sequence: str) -> None:
    assert notification_sequence(kind, "Rest, 20 s") == sequence


@given(kind=st.sampled_from(KINDS), text=st.text())
def test_no_text_ends_a_sequence_or_begins_another_part(kind: str, text: str) -> None:
    sequence = notification_sequence(kind, text)
    empty = notification_sequence(kind, "")
    assert sequence.startswith("\x1b]")
    assert sequence.endswith("\x1b\\")
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\\]", sequence[2:-2])
    assert sequence.count(";") == empty.count(";")
    assert len(sequence) <= len(empty) + _MAX_NOTIFICATION


@pytest.mark.parametrize(
    ("percent", "sequence"),
    [(None, "9;4;0;0"), (0, "9;4;1;0"), (42, "9;4;1;42"), (101, "9;4;1;100"), (-1, "9;4;1;0")],
)
def test_progress_is_in_percent(percent: int | None, sequence: str) -> None:
    assert progress_sequence(percent) == f"\x1b]{sequence}\x1b\\"


def test_tmux_is_given_every_escape_twice_and_screen_only_one_end() -> None:
    sequence = "\x1b]9;a\x1b\\"
    assert Multiplexer.NONE.wrap(sequence) == sequence
    assert Multiplexer.TMUX.wrap(sequence) == "\x1bPtmux;\x1b\x1b]9;a\x1b\x1b\\\x1b\\"
    assert Multiplexer.SCREEN.wrap(sequence) == "\x1bP\x1b]9;a\x07\x1b\\"
