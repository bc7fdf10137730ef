"""Joints are where the published angles put them, and an arm reaches as far as it can."""

from dataclasses import replace
from math import cos, dist, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.figure.poses import BodyPose
from footcoach_tui.figure.skeleton import Arm, Skeleton

Places = tuple[tuple[float, float], ...]

# Heel, knee, hip, shoulder, hand, rounded to whole units.
LANDMARKS: list[tuple[BodyPose, Places]] = [
    (BodyPose(0, 0, 0, 0, 0), ((-11, 0), (-8, 29), (-8, 53), (-8, 82), (-7, 47))),
    (BodyPose(80, 24, 158, 64, 10, (30, 20)), ((-2, 11), (27, 2), (7, 17), (12, 45), (28, 15))),
    (BodyPose(75, 29, 104, 76, 76, (74, 20)), ((-3, 11), (26, 2), (26, 27), (54, 34), (58, 0))),
    (BodyPose(12, 19, 4, 106, 133, (167, 0)), ((-11, 2), (6, 27), (17, 48), (38, 29), (58, 0))),
    (
        BodyPose(-18, 38, 35, 20, 5, (33, 41)),
        ((-10, -3), (0, 25), (-6, 48), (-4, 77), (20, 55)),
    ),
    (BodyPose(0, 0, 90, 90, 0, (30, 60)), ((-11, 0), (-8, 29), (-32, 29), (-32, 58), (-7, 41))),
    (
        BodyPose(30, -24, 8, 4, 2, (20, 60), 10, root=(0, 7)),
        ((-10, 12), (-2, 39), (-3, 63), (-2, 92), (20, 71)),
    ),
]


@pytest.mark.parametrize(("pose", "places"), LANDMARKS)
def test_joints_are_where_the_angles_put_them(pose: BodyPose, places: Places) -> None:
    bones = Skeleton.from_pose(pose)
    joints = (bones.near.heel, bones.near.knee, bones.hip, bones.shoulder, bones.arm.hand)
    for (x, y), (expected_x, expected_y) in zip(joints, places, strict=True):
        assert x == pytest.approx(expected_x, abs=0.7)
        assert y == pytest.approx(expected_y, abs=0.7)


def test_the_far_leg_is_the_near_leg_again_where_none_is_given() -> None:
    bones = Skeleton.from_pose(BodyPose(0, 24, 40, 34, 18))
    for name in ("knee", "ankle", "heel", "ball"):
        assert getattr(bones.far, name) == pytest.approx(getattr(bones.near, name))


def test_the_back_foot_of_the_knee_to_wall_rock_stands_on_the_floor() -> None:
    bones = Skeleton.from_pose(BodyPose(0, 8, 22, 24, 10, (12, 117), 0, (-14, 0, -4)))
    assert bones.far.ball[1] == pytest.approx(0, abs=0.7)
    assert bones.far.toe[1] == pytest.approx(0, abs=0.7)


SHOULDER = (12.0, 45.0)
STRAIGHT = Arm.from_angles(SHOULDER, 0, (0, 0))
UPPER_ARM = dist(SHOULDER, STRAIGHT.elbow)
FOREARM = dist(STRAIGHT.elbow, STRAIGHT.hand)
angles = st.floats(-180, 180)
leans = st.floats(-20, 150)


def away(distance: float, angle: float) -> tuple[float, float]:
    turn = radians(angle)
    return (SHOULDER[0] + distance * cos(turn), SHOULDER[1] + distance * sin(turn))


@given(st.floats(UPPER_ARM - FOREARM, UPPER_ARM + FOREARM), angles, leans)
def test_what_is_within_reach_is_reached(distance: float, angle: float, lean: float) -> None:
    hand = away(distance, angle)
    arm = Arm.from_angles(SHOULDER, lean, STRAIGHT.angles_to(hand, lean))
    assert arm.hand == pytest.approx(hand, abs=1e-4)


@given(st.floats(UPPER_ARM + FOREARM + 0.01, 500), angles, leans)
def test_what_is_too_far_is_pointed_at_with_a_straight_arm(
    distance: float, angle: float, lean: float
) -> None:
    shoulder, elbow = STRAIGHT.angles_to(away(distance, angle), lean)
    arm = Arm.from_angles(SHOULDER, lean, (shoulder, elbow))
    assert elbow == pytest.approx(0, abs=1e-4)
    assert arm.hand == pytest.approx(away(UPPER_ARM + FOREARM, angle), abs=1e-4)


@given(st.floats(0.01, UPPER_ARM - FOREARM - 0.01), angles, leans)
def test_what_is_too_near_is_met_with_a_folded_arm(
    distance: float, angle: float, lean: float
) -> None:
    arm = Arm.from_angles(SHOULDER, lean, STRAIGHT.angles_to(away(distance, angle), lean))
    assert dist(arm.hand, SHOULDER) == pytest.approx(UPPER_ARM - FOREARM, abs=1e-4)


@given(st.floats(0, 60), angles, leans)
def test_an_elbow_bends_one_way_only(distance: float, angle: float, lean: float) -> None:
    _, elbow = STRAIGHT.angles_to(away(distance, angle), lean)
    assert 0 <= elbow <= 180


def test_a_knee_turned_out_looks_shorter_and_keeps_its_angles() -> None:
    pose = BodyPose(0, 0, 90, 90, 0)
    straight, out = (Skeleton.from_pose(replace(pose, out=angle)).near for angle in (0, 60))
    for start, end in (("ankle", "knee"), ("knee", "hip")):
        long = dist(getattr(straight, start), getattr(straight, end))
        assert dist(getattr(out, start), getattr(out, end)) == pytest.approx(long / 2)
    assert out.hip[1] == pytest.approx(out.knee[1])


def test_the_head_of_a_body_upside_down_hangs_between_its_arms() -> None:
    upright, hanging = (Skeleton.from_pose(BodyPose(0, 0, 0, lean, lean)) for lean in (60, 133))
    assert upright.nod == 0
    assert hanging.nod > 0
