"""A foot from above, or both feet, as filled shapes: joints, outline, toes, ball and band."""

from collections.abc import Callable

from footcoach_tui.figure.geometry import Point, interpolate, rotate, upright_endpoint
from footcoach_tui.figure.model import AbovePose, Part, Prop
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.shapes import (
    Capsule,
    Layer,
    Shape,
    TonedShape,
    disc,
    rectangle,
    smooth_polygon,
)

PointTransform = Callable[[Point], Point]
"""Where a point of a foot that looks straight ahead is in the picture."""

HEEL_PIVOT: Point = (0.0, 16.0)
"""The middle of the heel, that a foot turns about."""
# A footprint rather than a foot, its toes apart: that is what one knows on few dots.
FOOT_OUTLINE: tuple[Point, ...] = (
    (0.0, 0.0),
    (-9.0, 3.0),
    (-13.0, 13.0),
    (-11.5, 27.0),
    (-9.5, 40.0),
    (-12.5, 53.0),
    (-19.0, 66.0),
    (-19.5, 76.0),
    (-12.0, 82.0),
    (2.0, 82.5),
    (13.0, 79.0),
    (22.0, 71.5),
    (23.5, 62.0),
    (20.0, 48.0),
    (16.0, 32.0),
    (13.5, 15.0),
    (9.5, 3.5),
)
TOE_RADII = ((7.2, 6.4), (4.0, 4.2), (3.7, 3.9), (3.5, 3.6), (3.2, 3.3))
"""Of each toe at its root and its tip, big toe first."""
_ROOTS: tuple[Point, ...] = ((-12.0, 77.0), (0.5, 79.0), (8.5, 77.0), (15.0, 73.5), (20.5, 68.5))
_LENGTHS = (24.0, 21.0, 18.0, 16.0, 13.5)
_ANGLES = (-3.0, 2.0, 6.0, 10.0, 15.0)
_HEEL_LINES, _TOE_LINES = 3.5, 12.5  # units: how far apart the lines of a roller are


_ANKLE = 10.0
_LANE = 5.0
_ARCH = ((-5.0, 28.0), (-4.0, 41.0), (-7.5, 55.0))
ROLLER = 9.5
"""Radius of the ball, in units of 1/100 of the foot length."""
_POST = 6.0
_POST_AT = 66.0  # units ahead of the heel: beside the forefoot
_STRAP: tuple[Point, Point] = ((-17.5, 69.0), (21.5, 64.0))
_STRAP_THICK = 6.0
_SLACK_THICK, _TAUT_THICK = 3.4, 1.8  # a band, slack and stretched
_STRETCHED = 60.0


def foot_transforms(pose: AbovePose) -> tuple[PointTransform, ...]:
    """Where the points of the foot are, and those of the other one if it is there."""

    def near(point: Point) -> Point:
        return rotate(point, HEEL_PIVOT, -pose.turn)

    apart = pose.pair
    if apart is None:
        return (near,)

    def other(point: Point) -> Point:
        x, y = near(point)
        return (-apart - x, y)

    return (near, other)


def toe_line(pose: AbovePose, number: int) -> tuple[Point, Point]:
    """Root and tip of a toe of a foot that looks straight ahead; the big toe is number 0."""
    angle = _ANGLES[number] if number else _ANGLES[0] + pose.big_toe
    return _ROOTS[number], upright_endpoint(
        _ROOTS[number], _LENGTHS[number] - TOE_RADII[number][1], angle
    )


def roller_line(across: float) -> tuple[Point, Point]:
    """The line a ball rolls on, from before the heel to behind the toes; -1 is the inner one."""
    return ((1.0 + across * _HEEL_LINES, 27.0), (2.0 + across * _TOE_LINES, 64.0))


def above_layers(pose: AbovePose, lit: frozenset[Part]) -> tuple[Layer, ...]:
    """The layers of a foot, or of both: the sole, the toes, and the ankle where it works."""
    return tuple(layer for place in foot_transforms(pose) for layer in _foot(pose, place, lit))


def _foot(pose: AbovePose, place: PointTransform, lit: frozenset[Part]) -> tuple[Layer, ...]:
    return (
        Layer(_sole(pose, place, lit)),
        *(_toe(pose, number, place, lit) for number in range(5)),
        *((_ankle(place),) if Part.ANKLE in lit else ()),
    )


def _sole(pose: AbovePose, place: PointTransform, lit: frozenset[Part]) -> tuple[TonedShape, ...]:
    """The foot without its toes; lit where the ball rolls, or else what works as a whole."""
    sole = smooth_polygon(tuple(place(point) for point in FOOT_OUTLINE))
    if pose.roller and lit & {Part.SOLE, Part.ARCH}:
        start, end = roller_line(pose.roller[0])
        lane = Capsule(place(start), place(end), _LANE, _LANE)
        return ((sole, Tone.NEAR), (lane, Tone.LIT))
    if Part.SOLE in lit:
        return ((sole, Tone.LIT),)
    marks: tuple[TonedShape, ...] = ((sole, Tone.NEAR),)
    if Part.ARCH in lit:
        heel, middle, ball = (place(point) for point in _ARCH)
        arch = (Capsule(heel, middle, 4.0, 4.5), Capsule(middle, ball, 4.5, 5.0))
        marks += tuple((shape, Tone.LIT) for shape in arch)
    if Part.HEEL in lit:
        marks += ((disc(place(HEEL_PIVOT), _ANKLE), Tone.LIT),)
    return marks


def _toe(pose: AbovePose, number: int, place: PointTransform, lit: frozenset[Part]) -> Layer:
    root, tip = (place(point) for point in toe_line(pose, number))
    thick, tip_thick = TOE_RADII[number]
    part = Part.TOES if number else Part.BIG_TOE
    seam = Capsule(interpolate(root, tip, 0.5), tip, thick, tip_thick)
    shape = Capsule(root, tip, thick, tip_thick)
    return Layer(((shape, Tone.LIT if part in lit else Tone.NEAR),), (seam,))


def _ankle(place: PointTransform) -> Layer:
    """What the foot turns about: the leg that stands on it, cut through."""
    x, y = HEEL_PIVOT
    leg = disc(place((x, y + 3.0)), _ANKLE)
    return Layer(((leg, Tone.LIT),), (leg,))


def above_prop_layers(props: frozenset[Prop], pose: AbovePose) -> tuple[Layer, ...]:
    """What is drawn over a foot, or over both."""
    layers: tuple[Layer, ...] = ()
    if Prop.BALL in props and pose.roller is not None:
        across, along = pose.roller
        place = foot_transforms(pose)[0]
        middle = place(interpolate(*roller_line(across), along))
        layers += _layer((disc(middle, ROLLER),), (disc(middle, ROLLER + 1.5),))
    if Prop.BAND in props and pose.pair is not None:
        layers += _loop(pose)
    if Prop.BAND in props and pose.tied is not None:
        layers += _tied(pose, pose.tied)
    return layers


def _tied(pose: AbovePose, x: float) -> tuple[Layer, ...]:
    """A band from round the forefoot to the leg of a table."""
    inner, outer = (foot_transforms(pose)[0](point) for point in _STRAP)
    edge = inner if x < 0.0 else outer
    strap = Capsule(inner, outer, _STRAP_THICK, _STRAP_THICK)
    post = rectangle(x - _POST, _POST_AT - _POST, x + _POST, _POST_AT + _POST)
    return _layer((strap, _band(edge, (x, _POST_AT)), post), (strap,))


def _loop(pose: AbovePose) -> tuple[Layer, ...]:
    """A band round both big toes."""
    near, other = foot_transforms(pose)
    middle = interpolate(*toe_line(pose, 0), 0.55)
    return _layer((_band(near(middle), other(middle)),), ())


def _band(start: Point, end: Point) -> Capsule:
    """The thinner the longer it is drawn."""
    length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
    thick = _SLACK_THICK + (_TAUT_THICK - _SLACK_THICK) * min(1.0, length / _STRETCHED)
    return Capsule(start, end, thick, thick)


def _layer(shapes: tuple[Shape, ...], gap: tuple[Shape, ...]) -> tuple[Layer, ...]:
    return (Layer(tuple((shape, Tone.PROP) for shape in shapes), gap),)
