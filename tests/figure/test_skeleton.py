"""Joints are where the published angles put them, and a wrong pose has an error in a sentence."""

from dataclasses import replace
from math import cos, dist, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_figures import SAMPLE_FIGURES

from footcoach_tui.figure.model import AbovePose, BodyPose, FootPose, KeyPose, ToesPose
from footcoach_tui.figure.skeleton import Arm, Skeleton
from footcoach_tui.figure.validation import pose_errors

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


def test_every_trial_pose_is_without_fault() -> None:
    for figure, _ in SAMPLE_FIGURES.values():
        for pose in figure.poses:
            assert pose_errors(pose) == ()


def test_a_broken_trunk_sum_is_an_error_with_both_numbers() -> None:
    pose = KeyPose("high", BodyPose(40, -40, 0, 0, 14))
    assert pose_errors(pose) == (
        "body: trunk is 14, but pitch + df - knee + hip comes to 0; the two must be the same.",
    )


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"knee": 170.0, "hip": 170.0}, "body: knee is 170; it can be -10 to 165 degrees."),
        ({"arm": (0.0, 200.0)}, "body: arm elbow is 200; it can be -10 to 160 degrees."),
        ({"far": (0.0, 0.0, 80.0)}, "body: far ankle is 80; it can be -60 to 50 degrees."),
    ],
)
def test_a_joint_beyond_its_range_is_named(wrong: dict[str, object], sentence: str) -> None:
    pose = replace(BodyPose(0, 0, 0, 0, 0), **wrong)  # type: ignore[arg-type] # real fields
    assert sentence in pose_errors(KeyPose("wrong", pose))


def test_a_hand_and_a_heel_under_the_floor_are_errors() -> None:
    kneeling = BodyPose(75, 29, 104, 76, 76, (90, 0))
    assert pose_errors(KeyPose("low", replace(kneeling, arm=(76, 0)))) == ()
    dropped = KeyPose("low", replace(kneeling, arm=(76, 0), root=(0, -5)))
    assert "body: the hand is 6 units under the floor." in pose_errors(dropped)
    hanging = KeyPose("drop", BodyPose(-18, 18, 0, 0, 0))
    assert pose_errors(hanging) == ("body: the heel is 3 units under the floor.",)
    assert pose_errors(hanging, floor=-14) == ()


def test_foot_and_toes_have_ranges_too() -> None:
    assert pose_errors(KeyPose("f", foot=FootPose(arch=40))) == (
        "foot: arch is 40; it can be 2 to 20 units.",
    )
    assert pose_errors(KeyPose("t", toes=ToesPose((-60, 0, 0, 0, 0), 2))) == (
        "toes: angle 1 is -60; it can be -35 to 35 degrees.",
        "toes: lift is 2; it can be 0 to 1.",
    )
    assert pose_errors(KeyPose("s", foot=FootPose(stone=(97, -4)))) == (
        "foot: stone y is -4; it can be 0 to 80 units.",
    )


@pytest.mark.parametrize(
    ("pose", "sentence"),
    [
        (AbovePose(60), "above: turn is 60; it can be -45 to 45 degrees."),
        (AbovePose(0, 40), "above: big_toe is 40; it can be -35 to 35 degrees."),
        (AbovePose(tied=120), "above: tied is 120; it can be -90 to 90 units."),
        (AbovePose(pair=10), "above: pair is 10; it can be 26 to 90 units."),
        (AbovePose(roller=(2, 0)), "above: roller line is 2; it can be -1 to 1."),
        (AbovePose(roller=(0, 1.5)), "above: roller place is 1.5; it can be 0 to 1."),
        (
            AbovePose(tied=40, pair=40),
            "above: tied and pair are two ways to wear the band; give one of them.",
        ),
    ],
)
def test_a_foot_from_above_has_ranges_too(pose: AbovePose, sentence: str) -> None:
    assert pose_errors(KeyPose("a", above=pose)) == (sentence,)


def test_a_sway_has_a_range_too() -> None:
    pose = BodyPose(0, 0, 0, 0, 0, sway=40)
    assert pose_errors(KeyPose("s", pose)) == ("body: sway is 40; it can be -30 to 30 degrees.",)


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
