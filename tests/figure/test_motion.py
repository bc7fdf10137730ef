"""A phase goes from pose to pose, ends in its end pose, and leaves planted hands in place."""

from dataclasses import astuple, replace
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_figures import (
    BALANCE,
    BALL_ROLL,
    BEAR,
    HEEL_RAISE,
    KNEE_TO_WALL,
    SAMPLE_FIGURES,
    highlight,
)

from footcoach_tui.figure.body import body_layers
from footcoach_tui.figure.model import Figure, MotionKind, PhaseMotion
from footcoach_tui.figure.motion import pose_at
from footcoach_tui.figure.poses import BodyPose
from footcoach_tui.figure.skeleton import Skeleton
from footcoach_tui.figure.validation import pose_errors

samples = st.sampled_from(sorted(SAMPLE_FIGURES))
lengths = st.floats(0.2, 60)
fractions = st.floats(0, 1)


def joints(pose: BodyPose) -> list[tuple[float, float]]:
    bones = Skeleton.from_pose(pose)
    return [*astuple(bones.near), *astuple(bones.far), *astuple(bones.arm), bones.head]


def body_at(figure: Figure, motion: PhaseMotion, seconds: float, moment: float) -> BodyPose:
    body = pose_at(figure, motion, seconds, moment).body
    assert body is not None
    return body


@given(samples, lengths, st.floats(0, 5))
def test_the_end_of_a_phase_is_its_end_pose(name: str, seconds: float, late: float) -> None:
    figure, motion = SAMPLE_FIGURES[name]
    assert pose_at(figure, motion, seconds, seconds + late) == figure.pose(motion.end)


@given(samples, lengths)
def test_a_phase_comes_near_its_end_pose_before_it_ends(name: str, seconds: float) -> None:
    figure, motion = SAMPLE_FIGURES[name]
    before = pose_at(figure, motion, seconds, seconds * (1 - 1e-7)).body
    end = figure.pose(motion.end).body
    if before and end:
        pairs = zip(joints(before), joints(end), strict=True)
        assert all(dist(early, late) < 0.05 for early, late in pairs)


@given(samples, lengths, fractions)
def test_the_same_moment_is_the_same_pose(name: str, seconds: float, fraction: float) -> None:
    figure, motion = SAMPLE_FIGURES[name]
    once = pose_at(figure, motion, seconds, fraction * seconds)
    assert once == pose_at(figure, motion, seconds, fraction * seconds)


@given(samples, lengths, fractions)
def test_no_moment_on_the_way_has_a_fault(name: str, seconds: float, fraction: float) -> None:
    figure, motion = SAMPLE_FIGURES[name]
    assert pose_errors(pose_at(figure, motion, seconds, fraction * seconds)) == ()


@given(fractions)
def test_planted_hands_stay_where_they_are(fraction: float) -> None:
    for figure, names in ((BEAR, ("tabletop", "down-dog")), (KNEE_TO_WALL, ("back", "touch"))):
        start = figure.pose(names[0]).body
        assert start is not None
        hand = Skeleton.from_pose(body_at(figure, PhaseMotion(names), 3, 3 * fraction)).arm.hand
        assert dist(hand, Skeleton.from_pose(start).arm.hand) < 0.5


def test_hands_that_are_not_yet_on_the_floor_move_freely() -> None:
    motion = PhaseMotion(("kneel-sit", "tabletop"))
    hands = [
        Skeleton.from_pose(body_at(BEAR, motion, 2, at)).arm.hand for at in (0, 0.5, 1, 1.5, 2)
    ]
    assert [x for x, _ in hands] == sorted(x for x, _ in hands)
    assert hands[0][1] > 15
    assert hands[-1][1] < 1


@given(st.sampled_from(("calf-stretch-bent", "seated", "single-leg-balance")), lengths, fractions)
def test_a_held_body_breathes_and_moves_no_joint(
    name: str, seconds: float, fraction: float
) -> None:
    figure, _ = SAMPLE_FIGURES[name]
    pose = figure.poses[0]
    now = body_at(figure, PhaseMotion((pose.name,), MotionKind.HOLD), seconds, seconds * fraction)
    assert pose.body is not None
    assert 0 <= now.breath <= 1
    assert joints(now) == joints(pose.body)


def breaths(seconds: float) -> list[float]:
    """How full the chest is, ten times a second."""
    hold = PhaseMotion(("high",), MotionKind.HOLD)
    return [
        body_at(HEEL_RAISE, hold, seconds, at / 10).breath for at in range(int(seconds * 10) + 1)
    ]


def test_a_breath_takes_four_seconds_and_changes_the_picture_a_few_times() -> None:
    ten = breaths(10)
    full = [at / 10 for at in range(1, 100) if ten[at] == 1.0 > ten[at - 1]]
    assert len(full) == 2
    assert 4 <= full[1] - full[0] <= 6
    assert len(set(ten)) <= 5
    assert (ten[0], ten[-1]) == (0, 0)


def test_a_hold_shorter_than_a_breath_is_still() -> None:
    assert set(breaths(3)) == {0}


def test_the_chest_rises_with_a_breath_by_two_units_at_most() -> None:
    still = HEEL_RAISE.pose("high").body
    assert still is not None
    shapes = [
        [
            shape
            for layer in body_layers(Skeleton.from_pose(replace(still, breath=breath)), highlight())
            for shape, _ in layer.shapes
        ]
        for breath in (0.0, 1.0)
    ]
    moved = [(out, full) for out, full in zip(*shapes, strict=True) if out != full]
    assert moved
    for out, full in moved:
        box = zip(out.bounds, full.bounds, strict=True)
        assert all(abs(before - after) <= 2 for before, after in box)


def test_a_round_starts_again_and_again() -> None:
    rolling = PhaseMotion(("front", "back"), every=4, linear=True)
    rollers = [
        pose.foot.roller
        for pose in (pose_at(BALL_ROLL, rolling, 20, at) for at in (0, 1, 2, 3, 4, 6, 8))
        if pose.foot
    ]
    assert rollers == pytest.approx([78, 46, 14, 46, 78, 14, 78])


def test_a_round_that_does_not_divide_the_phase_is_done_a_whole_number_of_times() -> None:
    sway = PhaseMotion(("stand", "sway-fwd", "sway-back"), every=3.6)
    assert sway.end == "stand"
    assert body_at(BALANCE, sway, 10, 10 - 1e-9).df == pytest.approx(4, abs=1e-3)


def test_more_than_two_poses_follow_one_another_evenly() -> None:
    motion = PhaseMotion(("kneel-sit", "tabletop", "down-dog"))
    assert body_at(BEAR, motion, 4, 2).pitch == pytest.approx(75)
    assert body_at(BEAR, motion, 4, 0) == BEAR.pose("kneel-sit").body


def test_lowering_under_load_is_even() -> None:
    lower = PhaseMotion(("high", "low"), linear=True)
    assert [body_at(HEEL_RAISE, lower, 4, at).pitch for at in range(5)] == [40, 30, 20, 10, 0]


def rise(kind: MotionKind, fraction: float, *, linear: bool = False) -> float:
    """The pitch of a heel raise, of 40 degrees in all, at a fraction of its time."""
    motion = PhaseMotion(("low", "high"), kind, linear=linear)
    return body_at(HEEL_RAISE, motion, 1, fraction).pitch


@given(
    kind=st.sampled_from(MotionKind), moments=st.lists(fractions, min_size=2), linear=st.booleans()
)
def test_a_motion_goes_from_start_to_end_and_never_back(
    *, kind: MotionKind, moments: list[float], linear: bool
) -> None:
    pitches = [rise(kind, moment, linear=linear) for moment in (0, *sorted(moments), 1)]
    assert (pitches[0], pitches[-1]) == (0, 40)
    assert pitches == sorted(pitches)


def test_a_relaxing_body_lets_go_at_once() -> None:
    assert rise(MotionKind.RELAX, 0.25) > 20 > rise(MotionKind.MOVE, 0.25)


def test_a_pose_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match="no key pose 'jump'"):
        pose_at(HEEL_RAISE, PhaseMotion(("low", "jump")), 2, 1)
