"""A foot from its inner side as filled shapes: toes behind, foot and shin, the big toe in front."""

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt

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
from footcoach_tui.figure.shapes import (
    Capsule,
    Layer,
    Polygon,
    Shape,
    TonedShape,
    disc,
    smooth_polygon,
)

ROLLER = 12.0
"""Radius of the ball a foot rolls on, in units of 1/100 of the foot length."""
SHIN_TOP = 82.0
"""The shin is cut off at this height."""
_NEUTRAL_ARCH = 8.0
_ANKLE: Point = (25.0, 38.0)
_BONE_FROM = 0.5  # dots a unit: below, the ankle bone is a blot
_MUSCLE, _LEG_MUSCLE = 6.5, 8.5  # units: how broad a working muscle is drawn


@dataclass(frozen=True, slots=True)
class FootBones:
    """The joints of a foot in the picture. `tip`: the middle of the end of the big toe."""

    ankle: Point
    joint: Point
    middle: Point
    tip: Point
    outline: tuple[Point, ...]
    sole: tuple[Point, ...]
    shin: tuple[Point, ...]
    small: tuple[tuple[Point, Point, Point], ...]


def foot_bones(pose: FootPose) -> FootBones:
    """Where the parts of a foot are, on its roller if it has one."""
    flat = _bones(pose, lambda point: point)
    rise = 0.0 if pose.roller is None else _rise(flat, pose)
    ball = (pose.ball, 0.0)
    dx, dy = pose.lift

    def placed(point: Point) -> Point:
        return translate(rotate(point, ball, pose.tilt), dx, dy + rise)

    return _bones(pose, placed)


def _bones(pose: FootPose, place: Callable[[Point], Point]) -> FootBones:
    ball = (pose.ball, 0.0)

    def raised(points: tuple[Point, ...]) -> tuple[Point, ...]:
        return tuple(place(rotate(point, ball, pose.heel)) for point in points)

    ankle = rotate(_ANKLE, ball, pose.heel)
    joint = (pose.ball + 2.0, 6.2)
    middle, tip = _toe(joint, (14.0, 8.5), pose.big_toe, pose.curl)
    small = tuple(
        _placed_toe(place, root, *_toe(root, lengths, angle, pose.curl))
        for root, lengths, angle in (
            ((pose.ball + 1.5, 6.0), (10.0, 6.0), pose.small_toes * 1.12),
            ((pose.ball + 3.0, 6.0), (12.5, 8.0), pose.small_toes),
        )
    )
    return FootBones(
        ankle=place(ankle),
        joint=place(joint),
        middle=place(middle),
        tip=place(tip),
        outline=raised(_outline(pose)),
        sole=raised(_sole(pose)),
        shin=tuple(
            place(rotate(translate(point, *_off(ankle)), ankle, pose.shin)) for point in _shin()
        ),
        small=small,
    )


def _placed_toe(
    place: Callable[[Point], Point], root: Point, middle: Point, tip: Point
) -> tuple[Point, Point, Point]:
    return place(root), place(middle), place(tip)


def _off(ankle: Point) -> Point:
    return (ankle[0] - _ANKLE[0], ankle[1] - _ANKLE[1])


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


def _shin() -> tuple[Point, ...]:
    return (
        (14.0, 36.0),
        (12.0, 48.0),
        (10.5, 58.0),
        (8.0, 70.0),
        (5.0, SHIN_TOP),
        (39.0, SHIN_TOP),
        (37.5, 66.0),
        (37.0, 54.0),
        (40.5, 42.0),
    )


def _rise(flat: FootBones, pose: FootPose) -> float:
    """How much a tilted foot must be lifted to lie on its roller and not in it."""
    roller = pose.roller or 0.0
    ball = (pose.ball, 0.0)
    dx, dy = pose.lift
    rise = 0.0
    sole = smooth_polygon(flat.outline).points
    for point in (translate(rotate(point, ball, pose.tilt), dx, dy) for point in sole):
        off = abs(point[0] - roller)
        if off < ROLLER and point[1] < 2.0 * ROLLER:
            rise = max(rise, ROLLER + sqrt(ROLLER * ROLLER - off * off) - point[1])
    return rise


def foot_layers(pose: FootPose, lit: frozenset[Part]) -> tuple[Layer, ...]:
    """The layers of a foot, from the small toes to the ankle bone."""
    bones = foot_bones(pose)
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
    over_it = disc(translate(bones.ankle, 0.4, 1.4), 4.4)
    return (
        Layer(tuple((shape, Tone.LIT if Part.TOES in lit else Tone.FAR) for shape in small)),
        Layer(((Polygon(bones.shin), Tone.NEAR), (smooth_polygon(bones.outline), Tone.NEAR))),
        Layer(
            tuple((shape, Tone.LIT if Part.BIG_TOE in lit else Tone.NEAR) for shape in big),
            (_outer(big[0]), big[1]),
        ),
        Layer(
            ((over_it, Tone.LIT if Part.ANKLE in lit else Tone.NEAR),), (ankle_bone,), _BONE_FROM
        ),
        Layer(tuple(_lit_marks(bones, lit))),
    )


def _outer(limb: Capsule) -> Capsule:
    """The toe without its root, so that the seam does not cut it off the foot."""
    (ax, ay), (bx, by) = limb.a, limb.b
    return Capsule((ax + (bx - ax) * 0.6, ay + (by - ay) * 0.6), limb.b, limb.rb, limb.rb)


def _lit_marks(bones: FootBones, lit: frozenset[Part]) -> list[TonedShape]:
    """The working parts that are no shape of their own."""
    shapes: list[Shape] = []
    if Part.SOLE in lit:
        shapes.append(_strip(bones.sole, _MUSCLE))
    elif Part.ARCH in lit:
        shapes.append(_strip(bones.sole[3:8], _MUSCLE))
    if Part.HEEL in lit:
        start, end = bones.sole[0], bones.sole[2]
        shapes.append(disc(((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + 8.0), 7.5))
    back, front = bones.shin[4], bones.shin[5]  # where it is cut off: no muscle above that
    if Part.CALF in lit:
        shapes.append(_strip(bones.shin[:5], -_LEG_MUSCLE, last=interpolate(back, front, 0.25)))
    if Part.SHIN in lit:
        shapes.append(_strip(bones.shin[5:], -_LEG_MUSCLE, first=interpolate(front, back, 0.25)))
    return [(shape, Tone.LIT) for shape in shapes]


def _strip(
    edge: tuple[Point, ...], wide: float, first: Point | None = None, last: Point | None = None
) -> Polygon:
    """A strip of muscle along an edge, `wide` to its left (-: to its right).

    `first` and `last` are where the other edge begins and ends, unless that is straight across.
    """
    inner = [
        offset_point(edge[place - 1], edge[place], 1.0, wide) for place in range(1, len(edge) - 1)
    ]
    inner.insert(0, first or offset_point(edge[1], edge[0], 1.0, -wide))
    inner.append(last or offset_point(edge[-2], edge[-1], 1.0, wide))
    return Polygon((*edge, *reversed(inner)))
