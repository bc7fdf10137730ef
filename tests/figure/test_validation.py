"""A wrong pose has an error in a sentence, with the number and its range."""

from dataclasses import replace

import pytest
from sample_figures import SAMPLE_FIGURES

from footcoach_tui.figure.model import KeyPose
from footcoach_tui.figure.poses import AbovePose, BodyPose, FootPose, FrontPose, ToesPose
from footcoach_tui.figure.validation import pose_errors


def test_every_sample_pose_is_without_error() -> None:
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


def test_a_foot_from_the_front_has_ranges_and_one_other_foot() -> None:
    assert pose_errors(KeyPose("f", front=FrontPose(tilt=80, pair=20))) == (
        "front: tilt is 80; it can be -45 to 45 degrees.",
        "front: pair is 20; it can be 45 to 120 units.",
    )
    assert pose_errors(KeyPose("f", front=FrontPose(pair=62, beside=-72))) == (
        "front: pair and beside are two ways to show the other foot; give one of them.",
    )


def test_another_foot_or_pair_of_toes_has_its_range() -> None:
    assert pose_errors(KeyPose("f", foot=FootPose(other=(12, 0, 90)))) == (
        "foot: other heel is 90; it can be -30 to 75 units.",
    )
    assert pose_errors(KeyPose("t", toes=ToesPose(pair=90))) == (
        "toes: pair is 90; it can be 12 to 60 units.",
    )
