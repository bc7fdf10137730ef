"""Joints of a body pose: segments put end to end from the ball of the near foot.

Lengths are in units of 1/100 of the body height, rounded from standard body proportions.
"""

from dataclasses import dataclass
from math import acos, atan2, cos, degrees, hypot, radians
from typing import ClassVar

from footcoach_tui.figure.geometry import Point, endpoint, rotate, translate, upright_endpoint
from footcoach_tui.figure.poses import BodyPose

_SOLE = 11.0
_ANKLE_BEHIND = 7.5
_ANKLE_ABOVE = 4.0
_SHANK = 24.6
_THIGH = 24.5
_TRUNK = 29.0
_NECK = 10.0
_UPPER_ARM = 18.6
_FOREARM = 16.0

_HANGING, _NOD = 90.0, 16.0
"""Degrees: a trunk that leans further lets its head hang, up to this much between the arms."""
_NOD_WITHIN = 30.0
_NEAR_FLOOR = 4.0  # a far foot this high (ball, units) is in the air: its toes follow the sole


@dataclass(frozen=True, slots=True)
class Leg:
    """The joints of one leg."""

    hip: Point
    knee: Point
    ankle: Point
    heel: Point
    ball: Point
    toe: Point


@dataclass(frozen=True, slots=True)
class Arm:
    """The joints of one arm; the hand is the middle of the palm."""

    shoulder: Point
    elbow: Point
    hand: Point

    @classmethod
    def from_angles(cls, shoulder: Point, trunk: float, angles: tuple[float, float]) -> "Arm":
        """An arm with a shoulder angle and an elbow bend, on a trunk that leans `trunk`."""
        upper = angles[0] - 90.0 - trunk
        elbow = endpoint(shoulder, _UPPER_ARM, upper)
        return cls(shoulder, elbow, endpoint(elbow, _FOREARM, upper + angles[1]))

    def angles_to(self, hand: Point, trunk: float) -> tuple[float, float]:
        """The shoulder angle and elbow bend that put the hand there, on a trunk that leans so.

        Out of reach, the arm points there as far as it can: straight where it is too far, folded
        where it is too near.
        """
        dx, dy = hand[0] - self.shoulder[0], hand[1] - self.shoulder[1]
        nearest, furthest = abs(_UPPER_ARM - _FOREARM), _UPPER_ARM + _FOREARM
        distance = min(furthest, max(nearest, hypot(dx, dy)))
        inner = _corner(_UPPER_ARM, distance, _FOREARM)
        elbow = 180.0 - _corner(_UPPER_ARM, _FOREARM, distance)
        upper = degrees(atan2(dy, dx)) - inner
        shoulder = upper + 90.0 + trunk
        # Between -90 and 270: arms hang, reach forward, and go overhead.
        return ((shoulder + 90.0) % 360.0 - 90.0, elbow)


@dataclass(frozen=True, slots=True)
class Skeleton:
    """All joints of a body, and the middle of its head.

    `trunk`: its lean from upright; `nod`: that of the head from the trunk; `look`: the turn of
    the head, + to the right; `breath`: how full the chest is, 0 to 1.
    """

    TOES: ClassVar = 4.0
    """Length of the toes, in units of the body."""

    near: Leg
    far: Leg
    arm: Arm
    head: Point
    trunk: float
    nod: float
    look: float
    breath: float

    @classmethod
    def from_pose(cls, pose: BodyPose) -> "Skeleton":
        near, trunk = _near_leg(pose)
        shoulder = upright_endpoint(near.hip, _TRUNK, trunk)
        nod = _NOD * min(1.0, max(0.0, (trunk - _HANGING) / _NOD_WITHIN))
        return cls(
            near=near,
            far=_far_leg(near.hip, trunk, pose.far_leg),
            arm=Arm.from_angles(shoulder, trunk, pose.arm),
            head=upright_endpoint(shoulder, _NECK, trunk + nod),
            trunk=trunk,
            nod=nod,
            look=pose.look,
            breath=pose.breath,
        )

    @property
    def hip(self) -> Point:
        return self.near.hip

    @property
    def shoulder(self) -> Point:
        return self.arm.shoulder


def _near_leg(pose: BodyPose) -> tuple[Leg, float]:
    """The near leg, built upwards from the ball of its foot, and the lean of the trunk."""
    ball = pose.root
    ankle = rotate(translate(ball, -_ANKLE_BEHIND, _ANKLE_ABOVE), ball, pose.pitch)
    heel = rotate(translate(ball, -_SOLE, 0.0), ball, pose.pitch)
    shank = pose.pitch + pose.df
    foreshortened = cos(radians(pose.out))
    knee = upright_endpoint(ankle, _SHANK * foreshortened, shank)
    thigh = shank - pose.knee
    hip = upright_endpoint(knee, _THIGH * foreshortened, thigh)
    toe = endpoint(ball, Skeleton.TOES, pose.toe_lift)
    return Leg(hip, knee, ankle, heel, ball, toe), thigh + pose.hip


def _far_leg(hip: Point, trunk: float, angles: tuple[float, float, float]) -> Leg:
    """The far leg, built downwards from the hip."""
    bend, knee_bend, df = angles
    thigh = trunk - bend
    knee = upright_endpoint(hip, -_THIGH, thigh)
    shank = thigh + knee_bend
    ankle = upright_endpoint(knee, -_SHANK, shank)
    pitch = shank - df
    foot = rotate((_ANKLE_BEHIND, -_ANKLE_ABOVE), (0.0, 0.0), pitch)
    ball = translate(ankle, *foot)
    heel = rotate(translate(ball, -_SOLE, 0.0), ball, pitch)
    in_air = min(1.0, max(0.0, ball[1] / _NEAR_FLOOR))
    toe = endpoint(ball, Skeleton.TOES, -pitch * in_air if pitch > 0.0 else -pitch)
    return Leg(hip, knee, ankle, heel, ball, toe)


def _corner(a: float, b: float, opposite: float) -> float:
    """The angle between the sides a and b of a triangle."""
    cosine = (a * a + b * b - opposite * opposite) / (2.0 * a * b)
    return degrees(acos(min(1.0, max(-1.0, cosine))))
