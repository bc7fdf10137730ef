"""What is painted past Textual's compositor is what Textual would have painted."""

from collections.abc import Callable
from typing import Any

import pytest

from footcoach_tui.app.widgets.distance_view import DistanceView

pytestmark = pytest.mark.terminal

Cell = tuple[str, str, str, bool]
SLOWED = ("play", "rw-essential-three", "--speed", "20")
TONE = 2 * DistanceView.MIN_TONE_SECONDS
"""Seconds of silence after which no tone is still waited with."""


def differing(anew: list[list[Cell]], painted: list[list[Cell]]) -> list[tuple[object, ...]]:
    """Row and column of each cell that is not the same, and both."""
    return [
        (y, x, one, other)
        for y, (ones, others) in enumerate(zip(anew, painted, strict=True))
        for x, (one, other) in enumerate(zip(ones, others, strict=True))
        if one != other
    ]


def told_in(screen: Any, text: str) -> int:
    """How often a text stands on the screen."""
    return sum(line.count(text) for line in screen.lines)


@pytest.mark.parametrize(("columns", "rows"), [(120, 36), (80, 24)])
def test_a_screen_painted_anew_is_the_same(
    open_footcoach: Callable[..., Any], columns: int, rows: int
) -> None:
    screen = open_footcoach(*SLOWED, columns=columns, rows=rows)
    screen.wait_for_text("Press space to start.")
    screen.press(" ")
    for state, key, told in (
        ("Next: rock left", "\r", "This set is timed"),
        ("CHANGE TO", "m", "muted"),
    ):
        screen.wait_for_text(state)
        screen.press(key)  # a word lies in the band for a while, and one comes to the title
        screen.wait_for_text(told)
        screen.press(" ")
        screen.wait_for_text("PAUSED", "space resumes")
        screen.wait_for(lambda told=told: told_in(screen, told) <= (told == "muted"), "no word")
        screen.settle()
        painted = screen.cells
        screen.press("?")
        screen.wait_for_text("Go to the next step", gone="PAUSED")
        screen.press("\x1b")
        screen.wait_for_text("PAUSED")
        screen.settle()
        assert differing(screen.cells, painted) == [], state
        screen.press(" ")
        screen.wait_for_text(gone="PAUSED")
        screen.press("n")  # the next step is the first with sides


def test_the_far_view_painted_anew_is_the_same(open_footcoach: Callable[..., Any]) -> None:
    screen = open_footcoach(*SLOWED, columns=80, rows=24)
    screen.wait_for_text("Press space to start.")
    screen.press(" ")
    screen.press("f")
    # A hold, which is bright, and a change of side, which is dark.
    for phase, before in (("Next: lower", ""), ("Next: inner line", "Next: change to the right")):
        screen.wait_for_text(before)
        screen.wait_for_text(phase)
        screen.press(" ")
        screen.wait_for_text("space resume")
        screen.settle(TONE)
        painted = screen.cells
        screen.press("?")
        screen.wait_for_text("Go to the next step", gone="space resume")
        screen.press("\x1b")
        screen.wait_for_text("space resume")
        screen.settle(TONE)
        assert differing(screen.cells, painted) == [], phase
        screen.press(" ")
        screen.wait_for_text(gone="space resume")
        screen.press("n")  # the next step is the first with sides
