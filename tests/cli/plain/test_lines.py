"""Lines of a plain session."""

from dataclasses import replace

import pytest
from builders import Hold, Reps, SelfPaced, Sides, phase, routine, step
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.boundary.text import to_ascii
from footcoach_tui.cli.plain.lines import event_line, opening_lines
from footcoach_tui.session.dose import Breath
from footcoach_tui.session.events import Adjusted, Began, Ended, Moved, Paused, RepsAdded
from footcoach_tui.session.player import Player
from footcoach_tui.session.routine import Gate, Routine
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.text.stop_line import STOP_LINE


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Unwind – after the run’s end…", "Unwind - after the run's end..."),
        ("“Fuß” zählt", '"Fuss" zahlt'),
        ("2 \u00d7 8 · ½", "2 x 8 - 1/2"),
        ("足", "?"),
    ],
)
def test_what_has_a_likeness_in_ascii_gets_it(text: str, plain: str) -> None:
    assert to_ascii(text) == plain


@given(st.text())
def test_nothing_but_ascii_is_left(text: str) -> None:
    assert to_ascii(text).isascii()


def lines(plan: Routine) -> list[str]:
    """Lines at the start of each segment."""
    player = Player(compile_timeline(plan))
    return [
        event_line(Began(segment.start, segment.index), player)
        for segment in player.timeline.segments
    ]


def test_a_rep_says_what_where_how_long_which_and_how() -> None:
    breathing = phase("up", 2)
    plan = routine(step(Reps(2, (breathing,)), sets=2, prep=5, rest=10))
    assert lines(plan)[:3] == [
        "0:00 Get ready, Heel Raise, both sides, 5 s, set 1 of 2",
        "0:05 Work, up, both sides, 2 s, set 1 of 2, rep 1 of 2, cue for up",
        "0:07 Work, up, both sides, 2 s, set 1 of 2, rep 2 of 2, cue for up",
    ]
    assert lines(plan)[3] == "0:09 Rest, both sides, 10 s, set 2 of 2"


def test_how_to_breathe_comes_last() -> None:
    out = replace(phase("down", 2), breath=Breath.OUT)
    assert lines(routine(step(Reps(1, (out,)))))[1].endswith("cue for down, breathe out")


def test_a_change_of_side_names_the_side_to_come() -> None:
    plan = routine(step(Hold(20), sides=Sides.EACH, switch=5))
    assert lines(plan)[1:] == [
        "0:08 Hold, left side, 20 s, Slow",
        "0:28 Change side, right side, 5 s",
        "0:33 Hold, right side, 20 s, Slow",
    ]


def test_a_step_that_waits_has_no_length() -> None:
    assert lines(routine(step(SelfPaced(12))))[1] == (
        "0:08 Waiting for you, 12 reps at your own pace, both sides, Slow"
    )


def test_events_that_say_nothing_new_have_no_line() -> None:
    player = Player(compile_timeline(routine(step(Hold(5)))))
    assert event_line(Ended(8, 0), player) == ""
    assert event_line(Moved(8), player) == ""


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (Paused(61), "1:01 Paused"),
        (Paused(61, 3600), "1:01 Paused: no input for 60:00"),
        (Adjusted(61, 10), "1:01 10 seconds more"),
        (Adjusted(61, -4.5), "1:01 4.5 seconds less"),
        (RepsAdded(61, 1), "1:01 1 rep more"),
        (RepsAdded(61, -2), "1:01 2 reps less"),
    ],
)
def test_what_the_person_did_is_confirmed(event: Paused | Adjusted | RepsAdded, line: str) -> None:
    assert event_line(event, Player(compile_timeline(routine(step(Hold(5)))))) == line


def test_conditions_are_told_before_the_start() -> None:
    hard = replace(step(Hold(5)), gate=Gate(pain_max=2), swap=step(Hold(3), name="toe-walk"))
    plan = routine(hard, gates=(Gate(requires=("You run.",)),), disclaimer="Training only.")
    opening = list(opening_lines(plan))
    assert "Heel Raise: leave out with any of these: pain above 2 of 10 in the last week" in opening
    assert "Do this only if all of this is true: You run." in opening
    assert "Please note: Training only." in opening
    assert f"Go easy: {STOP_LINE}" in opening
