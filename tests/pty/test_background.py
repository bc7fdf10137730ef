"""Sixteen colours are the terminal's own, on its own ground: they are such as can be read there."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.terminal

CALM = ("play", "rw-essential-three", "--no-checkin", "--calm")
"""Where nothing moves, output comes to an end."""


@pytest.mark.parametrize(
    ("ground", "edge"),
    [(b"rgb:ffff/ffff/ffff", "magenta"), (b"rgb:0/0/0", "brown"), (b"", "brown")],
)
def test_what_is_lit_can_be_read_on_the_ground_there_is(
    open_footcoach: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, ground: bytes, edge: str
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("COLORTERM", raising=False)
    monkeypatch.delenv("COLORFGBG", raising=False)
    screen = open_footcoach(*CALM, columns=80, rows=24)
    screen.ground = ground
    screen.wait_for_text("Press space to start.")
    screen.settle()
    colours = {colour for row in screen.cells for _, colour, _, _ in row}
    assert edge in colours
    assert {"magenta", "brown"} & colours == {edge}
    screen.press("q")
    screen.wait_for_text("Routines")
    screen.press("q")
    assert screen.end() == 0
    screen.assert_restored()


def test_where_colours_are_our_own_the_answer_changes_nothing(
    open_footcoach: Callable[..., Any],
) -> None:
    screen = open_footcoach(*CALM, columns=80, rows=24)
    screen.ground = b"rgb:ffff/ffff/ffff"
    screen.wait_for_text("Press space to start.")
    screen.settle()
    assert not {"magenta", "brown"} & {colour for row in screen.cells for _, colour, _, _ in row}
    screen.press("q")
    screen.wait_for_text("Routines")
    screen.press("q")
    assert screen.end() == 0
