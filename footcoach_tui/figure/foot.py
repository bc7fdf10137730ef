"""Foot from its inner side as filled shapes: small toes, foot and shin, the big toe in front."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import ClassVar

from footcoach_tui.figure.geometry import (
    Point,
    endpoint,
    interpolate,
    offset_point,
    rotate,
    translate,
)
from footcoach_tui.figure.model import FootPose, Part
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.shapes import Capsule, Layer, Polygon, Shape, disc

_NEUTRAL_ARCH = 8.0
_ANKLE: Point = (25.0, 38.0)
_BONE_FROM = 0.5  # dots a unit: below, the ankle bone is a blot
_MUSCLE, _LEG_MUSCLE = 6.5, 8.5  # units: how broad a working muscle is drawn


@dataclass(frozen=True, slots=True)
class FootBones:
    """The joints and edges of a foot in the picture. `tip`: the middle of the end of the big toe.

    `small`: root, middle joint and tip of two small toes, for all four.
    """

    ROLLER: ClassVar = 12.0
    """Radius of the ball a foot rolls on, in units of 1/100 of the foot length."""
    SHIN_TOP: ClassVar = 82.0
    """Height at which the shin is cut off."""

    ankle: Point
    joint: Point
    middle: Point
    tip: Point
    outline: tuple[Point, ...]
    sole: tuple[Point, ...]
    shin: tuple[Point, ...]
    small: tuple[tuple[Point, Point, Point], ...]

    @classmethod
    def from_pose(cls, pose: FootPose) -> "FootBones":
        """The foot of a pose, on its roller if it has one."""
        flat = _bones(pose, lambda point: point)
        rise = 0.0 if pose.roller is None else _rise(flat, pose)
        ball = (pose.ball, 0.0)
        dx, dy = pose.lift

        def transform(point: Point) -> Point:
            return translate(rotate(point, ball, pose.tilt), dx, dy + rise)

        return _bones(pose, transform)


_SHIN: tuple[Point, ...] = (
    (14.0, 36.0),
    (12.0, 48.0),
    (10.5, 58.0),
    (8.0, 70.0),
    (5.0, FootBones.SHIN_TOP),
    (39.0, FootBones.SHIN_TOP),
    (37.5, 66.0),
    (37.0, 54.0),
    (40.5, 42.0),
)


def _bones(pose: FootPose, transform: Callable[[Point], Point]) -> FootBones:
    ball = (pose.ball, 0.0)

    def heel_raised(points: tuple[Point, ...]) -> tuple[Point, ...]:
        return tuple(transform(rotate(point, ball, pose.heel)) for point in points)

    ankle = rotate(_ANKLE, ball, pose.heel)
    dx, dy = ankle[0] - _ANKLE[0], ankle[1] - _ANKLE[1]
    shin = (rotate(translate(point, dx, dy), ankle, pose.shin) for point in _SHIN)
    joint = (pose.ball + 2.0, 6.2)
    middle, tip = _toe(joint, (14.0, 8.5), pose.big_toe, pose.curl)
    small_toes = (
        (root, *_toe(root, lengths, angle, pose.curl))
        for root, lengths, angle in (
            ((pose.ball + 1.5, 6.0), (10.0, 6.0), pose.small_toes * 1.12),
            ((pose.ball + 3.0, 6.0), (12.5, 8.0), pose.small_toes),
        )
    )
    return FootBones(
        ankle=transform(ankle),
        joint=transform(joint),
        middle=transform(middle),
        tip=transform(tip),
        outline=heel_raised(_outline(pose)),
        sole=heel_raised(_sole(pose)),
        shin=tuple(transform(point) for point in shin),
        small=tuple(
            (transform(root), transform(bend), transform(end)) for root, bend, end in small_toes
        ),
    )


def _toe(
    root: Point, lengths: tuple[float, float], lift: float, curl: float
) -> tuple[Point, Point]:
    """The middle joint and the tip of a toe; a curling toe first rises, then digs in."""
    middle = endpoint(root, lengths[0], lift - 3.0 + 0.45 * curl)
    return middle, endpoint(middle, lengths[1], lift - 5.0 - 0.8 * curl)


def _sole(pose: FootPose) -> tuple[Point, ...]:
    """The underside, from the heel to the ball."""
    arch, ball = pose.arch, pose.ball
    return (
        (4.0, 1.4),
        (9.0, 0.0),
        (17.0, 0.4),
        (25.0, arch * 0.34),
        (34.0, arch * 0.82),
        (45.0, arch),
        (ball - 17.0, arch * 0.72),
        (ball - 8.0, arch * 0.22),
        (ball, 0.0),
    )


def _outline(pose: FootPose) -> tuple[Point, ...]:
    """The foot without toes and shin, from the heel along the sole and back over the instep."""
    ball, up = pose.ball, (pose.arch - _NEUTRAL_ARCH) * 0.8
    return (
        *_sole(pose),
        (ball + 6.0, 1.2),
        (ball + 8.0, 6.5),
        (ball + 5.0, 11.8),
        (ball - 4.0, 17.0 + up * 0.5),
        (60.0, 24.0 + up),
        (50.0, 32.0 + up),
        (42.0, 40.5 + up * 0.5),
        (37.0, 48.0),
        (14.0, 48.0),
        (10.5, 38.0),
        (6.0, 27.0),
        (1.2, 17.0),
        (0.2, 8.0),
    )


def _rise(flat: FootBones, pose: FootPose) -> float:
    """Units that a tilted foot must be lifted to lie on its roller and not in it."""
    roller = pose.roller or 0.0
    ball = (pose.ball, 0.0)
    dx, dy = pose.lift
    rise = 0.0
    radius = FootBones.ROLLER
    outline = Polygon.smooth(flat.outline).points
    for point in (translate(rotate(point, ball, pose.tilt), dx, dy) for point in outline):
        off = abs(point[0] - roller)
        if off < radius and point[1] < 2.0 * radius:
            rise = max(rise, radius + sqrt(radius * radius - off * off) - point[1])
    return rise


def foot_layers(bones: FootBones, lit: frozenset[Part]) -> tuple[Layer, ...]:
    """The layers of a foot, from the small toes to the ankle bone."""
    big = (
        Capsule(bones.joint, bones.middle, 6.2, 5.2),
        Capsule(bones.middle, bones.tip, 5.2, 4.4),
    )
    small = tuple(
        limb
        for root, middle, tip in bones.small
        for limb in (Capsule(root, middle, 5.6, 5.0), Capsule(middle, tip, 5.0, 4.0))
    )
    ankle_bone = disc(translate(bones.ankle, 1.0, -0.5), 3.8)
    over_bone = disc(translate(bones.ankle, 0.4, 1.4), 4.4)
    return (
        Layer.in_tone(Tone.LIT if Part.TOES in lit else Tone.FAR, small),
        Layer.in_tone(Tone.NEAR, (Polygon(bones.shin), Polygon.smooth(bones.outline))),
        Layer.in_tone(
            Tone.LIT if Part.BIG_TOE in lit else Tone.NEAR,
            big,
            (Capsule(big[0].a, big[0].b, big[0].rb, big[0].rb).without_root(0.6), big[1]),
        ),
        Layer(
            ((over_bone, Tone.LIT if Part.ANKLE in lit else Tone.NEAR),), (ankle_bone,), _BONE_FROM
        ),
        Layer.in_tone(Tone.LIT, _muscles(bones, lit)),
    )


def _muscles(bones: FootBones, lit: frozenset[Part]) -> list[Shape]:
    """The working parts that have no shape of their own."""
    shapes: list[Shape] = []
    if Part.SOLE in lit:
        shapes.append(_strip(bones.sole, _MUSCLE))
    elif Part.ARCH in lit:
        shapes.append(_strip(bones.sole[3:8], _MUSCLE))
    if Part.HEEL in lit:
        start, end = bones.sole[0], bones.sole[2]
        shapes.append(disc(((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + 8.0), 7.5))
    back, front = bones.shin[4], bones.shin[5]  # the cut edge: no muscle above it
    if Part.CALF in lit:
        shapes.append(_strip(bones.shin[:5], -_LEG_MUSCLE, last=interpolate(back, front, 0.25)))
    if Part.SHIN in lit:
        shapes.append(_strip(bones.shin[5:], -_LEG_MUSCLE, first=interpolate(front, back, 0.25)))
    return shapes


def _strip(
    edge: tuple[Point, ...], wide: float, first: Point | None = None, last: Point | None = None
) -> Polygon:
    """A strip of muscle along an edge, `wide` to its left (-: to its right).

    `first` and `last` begin and end the other edge; without them it ends straight across.
    """
    inner = [offset_point(start, end, 1.0, wide) for start, end in pairwise(edge[:-1])]
    inner.insert(0, first or offset_point(edge[1], edge[0], 1.0, -wide))
    inner.append(last or offset_point(edge[-2], edge[-1], 1.0, wide))
    return Polygon((*edge, *reversed(inner)))
