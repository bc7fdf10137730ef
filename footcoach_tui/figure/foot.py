"""Foot from its inner side as filled shapes: small toes, foot and shin, the big toe in front."""

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
from footcoach_tui.figure.model import Part
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.poses import FootPose
from footcoach_tui.figure.shapes import Capsule, Layer, Polygon, Shape, disc

_NEUTRAL_ARCH = 8.0
_ANKLE: Point = (25.0, 38.0)
_INSTEP_LEAN = 24.0  # degrees
_BONE_FROM = 0.5  # dots a unit: below, the ankle bone is a blot
_PRESS = 14.0  # units: length of the arrow's shaft
_MUSCLE, _LEG_MUSCLE = 6.5, 8.5  # units: how broad a working muscle is drawn


@dataclass(frozen=True, slots=True)
class FootBones:
    """The joints and edges of a foot in the picture; a toe is its root, middle joint and tip.

    `press`: how hard the big toe presses, 0 to 1.

    `outline`: without toes and shin, from the heel along the sole and back over the instep.
    """

    ROLLER: ClassVar = 12.0
    """Radius of the ball a foot rolls on, in units of 1/100 of the foot length."""
    SHIN_TOP: ClassVar = 82.0
    """Height at which the shin is cut off."""

    ankle: Point
    outline: tuple[Point, ...]
    shin: tuple[Point, ...]
    big_toe: tuple[Point, ...]
    small_toes: tuple[tuple[Point, ...], ...]
    press: float

    @classmethod
    def from_pose(cls, pose: FootPose) -> "FootBones":
        """The foot of a pose, on its roller if it has one."""
        level = _level_bones(pose)
        rise = 0.0 if pose.roller is None else _rise(level, pose)
        ball = (pose.ball, 0.0)
        dx, dy = pose.lift

        def moved(points: tuple[Point, ...]) -> tuple[Point, ...]:
            return tuple(
                translate(rotate(point, ball, pose.tilt), dx, dy + rise) for point in points
            )

        return cls(
            ankle=moved((level.ankle,))[0],
            outline=moved(level.outline),
            shin=moved(level.shin),
            big_toe=moved(level.big_toe),
            small_toes=tuple(moved(toe) for toe in level.small_toes),
            press=pose.press,
        )

    @property
    def sole(self) -> tuple[Point, ...]:
        """The underside, from the heel to the ball."""
        return self.outline[:9]

    @property
    def tip(self) -> Point:
        """The middle of the end of the big toe."""
        return self.big_toe[-1]


# Its first and last point are the foot's, so that shin and foot join at any angle.
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


def _level_bones(pose: FootPose) -> FootBones:
    """The foot before its lift and tilt, with its heel raised about the ball."""
    ball = (pose.ball, 0.0)
    ankle = rotate(_ANKLE, ball, pose.heel)
    dx, dy = ankle[0] - _ANKLE[0], ankle[1] - _ANKLE[1]
    back, *shin, front = _SHIN
    return FootBones(
        ankle=ankle,
        outline=tuple(rotate(point, ball, pose.heel) for point in _outline(pose)),
        shin=(
            rotate(back, ball, pose.heel),
            *(rotate(translate(point, dx, dy), ankle, pose.shin) for point in shin),
            rotate(front, ball, pose.heel),
        ),
        big_toe=_toe((pose.ball + 2.0, 6.2), 14.0, 8.5, pose.big_toe, pose.curl),
        small_toes=(
            _toe((pose.ball + 1.5, 6.0), 10.0, 6.0, pose.small_toes * 1.12, pose.curl),
            _toe((pose.ball + 3.0, 6.0), 12.5, 8.0, pose.small_toes, pose.curl),
        ),
        press=pose.press,
    )


def _toe(root: Point, near: float, far: float, lift: float, curl: float) -> tuple[Point, ...]:
    """A toe of two segments; a curling toe first rises, then digs in."""
    middle = endpoint(root, near, lift - 3.0 + 0.45 * curl)
    return root, middle, endpoint(middle, far, lift - 5.0 - 0.8 * curl)


def _outline(pose: FootPose) -> tuple[Point, ...]:
    arch, ball, up = pose.arch, pose.ball, (pose.arch - _NEUTRAL_ARCH) * 0.8
    # The two uppermost points lie in the shin and lean with it, as far as the instep allows.
    lean = min(_INSTEP_LEAN, pose.shin - pose.heel)
    in_front, behind = (rotate(point, _ANKLE, lean) for point in ((37.0, 48.0), (14.0, 48.0)))
    return (
        (4.0, 1.4),
        (9.0, 0.0),
        (17.0, 0.4),
        (25.0, arch * 0.34),
        (34.0, arch * 0.82),
        (45.0, arch),
        (ball - 17.0, arch * 0.72),
        (ball - 8.0, arch * 0.22),
        (ball, 0.0),  # the end of the sole
        (ball + 6.0, 1.2),
        (ball + 8.0, 6.5),
        (ball + 5.0, 11.8),
        (ball - 4.0, 17.0 + up * 0.5),
        (60.0, 24.0 + up),
        (50.0, 32.0 + up),
        (42.0, 40.5 + up * 0.5),
        in_front,
        behind,
        (10.5, 38.0),
        (6.0, 27.0),
        (1.2, 17.0),
        (0.2, 8.0),
    )


def _rise(level: FootBones, pose: FootPose) -> float:
    """Units that a tilted foot must be lifted to lie on its roller and not in it."""
    roller, radius, ball = pose.roller or 0.0, FootBones.ROLLER, (pose.ball, 0.0)
    rise = 0.0
    for point in Polygon.smooth(level.outline).points:
        x, y = translate(rotate(point, ball, pose.tilt), *pose.lift)
        off = abs(x - roller)
        if off < radius and y < 2.0 * radius:
            rise = max(rise, radius + sqrt(radius * radius - off * off) - y)
    return rise


def foot_layers(bones: FootBones, lit: frozenset[Part]) -> tuple[Layer, ...]:
    """The layers of a foot, from the small toes to the ankle bone."""
    small = (
        limb
        for root, middle, tip in bones.small_toes
        for limb in (Capsule(root, middle, 5.6, 5.0), Capsule(middle, tip, 5.0, 4.0))
    )
    root, middle, tip = bones.big_toe
    end = Capsule(middle, tip, 5.2, 4.4)
    seam = Capsule(root, middle, 5.2, 5.2).without_root(0.6)
    ankle_bone = disc(translate(bones.ankle, 1.0, -0.5), 3.8)
    over_bone = disc(translate(bones.ankle, 0.4, 1.4), 4.4)
    return (
        Layer.in_tone(Tone.LIT if Part.TOES in lit else Tone.FAR, small),
        Layer.in_tone(Tone.NEAR, (Polygon(bones.shin), Polygon.smooth(bones.outline))),
        Layer.in_tone(
            Tone.LIT if Part.BIG_TOE in lit else Tone.NEAR,
            (Capsule(root, middle, 6.2, 5.2), end),
            (seam, end),
        ),
        Layer(
            ((over_bone, Tone.LIT if Part.ANKLE in lit else Tone.NEAR),), (ankle_bone,), _BONE_FROM
        ),
        Layer.in_tone(Tone.LIT, _muscles(bones, lit)),
        Layer.in_tone(Tone.LIT, _press_arrow(bones)),
    )


def _press_arrow(bones: FootBones) -> tuple[Shape, ...]:
    """An arrow down on the big toe, the longer, the harder it presses."""
    if bones.press <= 0.0:
        return ()
    x, low = bones.tip[0] - 4.0, bones.tip[1] + 8.0
    head, top = low + 9.0, low + 10.0 + _PRESS * bones.press
    return (
        Polygon(((x, low), (x - 7.0, head), (x + 7.0, head))),
        Polygon.rectangle(x - 2.6, head, x + 2.6, top),
    )


def _muscles(bones: FootBones, lit: frozenset[Part]) -> list[Shape]:
    """The working parts that have no shape of their own."""
    shapes: list[Shape] = []
    if Part.SOLE in lit:
        shapes.append(_strip(bones.sole, _MUSCLE))
    elif Part.ARCH in lit:
        shapes.append(_strip(bones.sole[3:8], _MUSCLE))
    if Part.HEEL in lit:
        middle = interpolate(bones.sole[0], bones.sole[2], 0.5)
        shapes.append(disc(translate(middle, 0.0, 8.0), 7.5))
    back, front = bones.shin[4], bones.shin[5]  # the cut edge: no muscle above it
    if Part.CALF in lit:
        shapes.append(_strip(bones.shin[1:5], -_LEG_MUSCLE, last=interpolate(back, front, 0.25)))
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
