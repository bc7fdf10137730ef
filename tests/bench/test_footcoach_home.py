"""What the benchmarks look for on the screen is there when it should be, and not before."""

from types import SimpleNamespace
from typing import cast

import pytest

from bench.footcoach_home import (
    current_step,
    is_adjusted,
    is_check_in,
    is_filled,
    is_filled_without_sessions,
    seconds_left,
)
from bench.rows import ResultRow, at_most, times
from bench.screen import TerminalScreen


def screen(*rows: tuple[str, str, str]) -> TerminalScreen:
    """A screen of three panes, as wide as those of the start screen."""
    lines = [f"{left:26}{middle:60}{right:34}" for left, middle, right in rows]
    return cast("TerminalScreen", SimpleNamespace(lines=lines, text="\n".join(lines)))


ROUTINES = ("Wake up the feet", "", "")
SESSIONS = ("", "", "Daily feet")
NONE_YET = ("", "", "No session yet.")


def test_the_start_screen_is_filled_once_both_lists_are() -> None:
    assert is_filled(screen(ROUTINES, SESSIONS))
    assert not is_filled(screen(ROUTINES, ("Daily feet", "Daily feet", "this week")))
    assert not is_filled(screen(("", "Wake up the feet", ""), SESSIONS))
    assert not is_filled(screen(ROUTINES, ("", "this week", "Reading the history …")))


def test_without_sessions_it_says_so() -> None:
    assert is_filled_without_sessions(screen(ROUTINES, NONE_YET))
    assert not is_filled_without_sessions(screen(ROUTINES, SESSIONS))
    assert not is_filled(screen(ROUTINES, NONE_YET))


def test_the_present_step_is_in_the_list_of_steps() -> None:
    assert current_step(screen(("a", "", ""), ("1:01 · now", "", ""))) == (1,)
    assert current_step(screen(("a", "· now", ""))) == ()


@pytest.mark.parametrize(("now", "is_jump"), [(99, False), (98, False), (110, True), (89, True)])
def test_a_key_is_told_from_the_time_that_passes(now: int, *, is_jump: bool) -> None:
    before = seconds_left(screen(("", "1:40 left", "")))
    assert before == 100
    assert is_adjusted(before, now) is is_jump


def test_a_check_in_is_open_once_the_start_screen_is_gone() -> None:
    assert is_check_in(screen(("", "Check-in", "")))
    assert not is_check_in(screen(("1 Routines", "Check-in", "")))


def test_a_row_without_its_yardstick_says_why_and_can_still_miss_a_number() -> None:
    row = ResultRow.beside("a", 9.0, "ms", (at_most(8), times(2)), "peer", None, "not installed")
    assert (row.note, row.yardstick, row.holds) == ("not installed", "", False)
    row = ResultRow.beside("a", 7.0, "ms", (times(2),), "peer", None, "not installed")
    assert row.holds is None
    assert ResultRow.beside("a", 7.0, "ms", (times(2),), "peer", 3.0).holds is False
