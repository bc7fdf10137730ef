from dataclasses import replace

import pytest
from builders import UP_HOLD_DOWN, Bouts, Hold, Reps, SelfPaced, routine, step, three_step_routine

from footcoach_tui.session.dose import Sides
from footcoach_tui.session.timeline import SegmentKind, compile_timeline
from footcoach_tui.text.labels import (
    coaching_cue,
    next_label,
    rep_and_set_labels,
    segment_title,
    working_parts_label,
)


def test_a_single_rep_and_set_have_no_label() -> None:
    single = compile_timeline(routine(step(Hold(30))))
    many = compile_timeline(routine(step(Bouts(5, 10, 50), sets=2)))

    assert rep_and_set_labels(single.segments[1], single.routine.steps[0]) == ("", "")
    assert rep_and_set_labels(many.segments[1], many.routine.steps[0]) == (
        "bout 1 of 5",
        "set 1 of 2",
    )


def test_every_segment_has_a_title_and_the_last_comes_before_the_end() -> None:
    timeline = compile_timeline(three_step_routine())
    titles = {
        segment.kind: segment_title(segment, timeline.routine.steps[segment.step])
        for segment in reversed(timeline.segments)
    }

    assert titles == {
        SegmentKind.PREP: "Arch Lift",
        SegmentKind.MOVE: "up",
        SegmentKind.HOLD: "hold",
        SegmentKind.RELAX: "down",
        SegmentKind.SWITCH: "change to the right side",
        SegmentKind.REST: "rest",
    }
    assert next_label(None, timeline.routine) == "the end"


def test_what_comes_next_says_how_long_or_on_which_side() -> None:
    timeline = compile_timeline(
        routine(step(Reps(1, UP_HOLD_DOWN)), step(SelfPaced(12), sides=Sides.EACH, switch=5))
    )
    coming = [next_label(segment, timeline.routine) for segment in timeline.segments[1:]]

    assert coming == [
        "up, 2 s",
        "hold, 5 s",
        "down, 1 s",
        "Heel Raise, left side",
        "12 reps at your own pace",
        "change to the right side",
        "12 reps at your own pace",
    ]


def test_cues_of_the_exercise_take_turns_where_a_phase_has_none() -> None:
    timeline = compile_timeline(routine(step(Hold(5, reps=3))))
    only_step = timeline.routine.steps[0]
    holds = [segment for segment in timeline.segments if segment.kind is SegmentKind.HOLD]

    assert [coaching_cue(hold, only_step) for hold in holds] == ["Slow", "Tall", "Slow"]


@pytest.mark.parametrize(
    ("lit", "label"),
    [
        ((), ""),
        (("big-toe", "toes"), "feel: big toe and toes"),
        (("far-calf",), "feel: the other calf"),
        (("calf", "far-calf"), "feel: both calves"),
        (("far-thigh", "sole", "thigh"), "feel: sole and both thighs"),
    ],
)
def test_parts_that_work_are_named_as_a_person_would(lit: tuple[str, ...], label: str) -> None:
    timeline = compile_timeline(routine(step(Hold(10))))
    hold = timeline.segments[1]

    assert working_parts_label(replace(hold, motion=replace(hold.motion, lit=lit))) == label
