"""Bending an arm so that its hand is where it should be: two-link inverse kinematics."""

from math import acos, atan2, degrees, hypot

from footcoach_tui.figure.plane import Point
from footcoach_tui.figure.skeleton import FOREARM, UPPER_ARM


def arm_to(shoulder: Point, trunk: float, hand: Point) -> tuple[float, float]:
    """The shoulder angle and elbow bend that put the hand there, on a trunk that leans so.

    Out of reach, the arm points there as far as it can: straight where it is too far, folded
    where it is too near.
    """
    dx, dy = hand[0] - shoulder[0], hand[1] - shoulder[1]
    nearest, furthest = abs(UPPER_ARM - FOREARM), UPPER_ARM + FOREARM
    distance = min(furthest, max(nearest, hypot(dx, dy)))
    inner = _corner(UPPER_ARM, distance, FOREARM)
    elbow = 180.0 - _corner(UPPER_ARM, FOREARM, distance)
    upper = degrees(atan2(dy, dx)) - inner
    return (_turn(upper + 90.0 + trunk), elbow)


def _corner(one: float, two: float, opposite: float) -> float:
    """The angle between two sides of a triangle, from its three lengths."""
    cosine = (one * one + two * two - opposite * opposite) / (2.0 * one * two)
    return degrees(acos(min(1.0, max(-1.0, cosine))))


def _turn(angle: float) -> float:
    """The same direction between -90 and 270: arms hang, reach forward, and go overhead."""
    return (angle + 90.0) % 360.0 - 90.0
