import pytest
from builders import UP_HOLD_DOWN, Bouts, Hold, Reps, SelfPaced, routine, step, three_step_routine

from footcoach_tui.session.dose import Sides
from footcoach_tui.session.timeline import SegmentKind, compile_timeline
from footcoach_tui.text.durations import format_countdown, format_duration, format_minutes
from footcoach_tui.text.labels import coaching_cue, next_label, rep_and_set_labels, segment_title


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0:00"), (0.2, "0:01"), (59.5, "1:00"), (323, "5:23"), (3600, "60:00"), (-4, "0:00")],
)
def test_minutes_round_up_and_are_never_negative(seconds: float, shown: str) -> None:
    assert format_minutes(seconds) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0.1, "1"), (41.2, "42"), (59, "59"), (59.5, "1:00"), (61, "1:01")]
)
def test_a_count_is_whole_seconds_below_a_minute(seconds: float, shown: str) -> None:
    assert format_countdown(seconds) == shown


def test_lengths_are_spoken_as_short_as_they_go() -> None:
    assert (format_duration(1.5), format_duration(30), format_duration(90)) == (
        "1.5 s",
        "30 s",
        "1:30",
    )


def test_what_is_only_one_is_not_counted() -> None:
    one = compile_timeline(routine(step(Hold(30))))
    many = compile_timeline(routine(step(Bouts(5, 10, 50), sets=2)))

    assert rep_and_set_labels(one.segments[1], one.routine.steps[0]) == ("", "")
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
    made = timeline.routine.steps[0]
    holds = [one for one in timeline.segments if one.kind is SegmentKind.HOLD]

    assert [coaching_cue(one, made) for one in holds] == ["Slow", "Tall", "Slow"]
