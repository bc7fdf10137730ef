"""A hand goes exactly where it should, or as near as the arm is long."""

from math import cos, dist, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.figure.reach import arm_to
from footcoach_tui.figure.skeleton import FOREARM, UPPER_ARM, arm_of

SHOULDER = (12.0, 45.0)
angles = st.floats(-180, 180)
leans = st.floats(-20, 150)


def away(distance: float, angle: float) -> tuple[float, float]:
    turn = radians(angle)
    return (SHOULDER[0] + distance * cos(turn), SHOULDER[1] + distance * sin(turn))


@given(st.floats(UPPER_ARM - FOREARM, UPPER_ARM + FOREARM), angles, leans)
def test_what_is_within_reach_is_reached(distance: float, angle: float, lean: float) -> None:
    hand = away(distance, angle)
    arm = arm_of(SHOULDER, lean, arm_to(SHOULDER, lean, hand))
    assert arm.hand == pytest.approx(hand, abs=1e-4)


@given(st.floats(UPPER_ARM + FOREARM + 0.01, 500), angles, leans)
def test_what_is_too_far_is_pointed_at_with_a_straight_arm(
    distance: float, angle: float, lean: float
) -> None:
    shoulder, elbow = arm_to(SHOULDER, lean, away(distance, angle))
    arm = arm_of(SHOULDER, lean, (shoulder, elbow))
    assert elbow == pytest.approx(0, abs=1e-4)
    assert arm.hand == pytest.approx(away(UPPER_ARM + FOREARM, angle), abs=1e-4)


@given(st.floats(0.01, UPPER_ARM - FOREARM - 0.01), angles, leans)
def test_what_is_too_near_is_met_with_a_folded_arm(
    distance: float, angle: float, lean: float
) -> None:
    arm = arm_of(SHOULDER, lean, arm_to(SHOULDER, lean, away(distance, angle)))
    assert dist(arm.hand, SHOULDER) == pytest.approx(UPPER_ARM - FOREARM, abs=1e-4)


@given(st.floats(0, 60), angles, leans)
def test_an_elbow_bends_one_way_only(distance: float, angle: float, lean: float) -> None:
    _, elbow = arm_to(SHOULDER, lean, away(distance, angle))
    assert 0 <= elbow <= 180
