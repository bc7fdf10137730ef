"""Foot from above, or both feet, as filled shapes: sole, toes, ball and band."""

from collections.abc import Callable
from math import cos, dist, radians

from footcoach_tui.figure.geometry import Point, interpolate, rotate, upright_endpoint
from footcoach_tui.figure.model import Part, Prop
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.poses import AbovePose
from footcoach_tui.figure.shapes import Capsule, Layer, Polygon, TonedShape, disc

_Transform = Callable[[Point], Point]
"""From a foot that points straight ahead to the picture."""

_HEEL: Point = (0.0, 16.0)  # the foot turns about it
# A footprint rather than a foot, its toes apart: it is easier to recognise on few dots.
_OUTLINE: tuple[Point, ...] = (
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
# Radii (at root and tip), roots, lengths and angles of the toes, big toe first.
_RADII = ((7.2, 6.4), (4.0, 4.2), (3.7, 3.9), (3.5, 3.6), (3.2, 3.3))
_ROOTS: tuple[Point, ...] = ((-12.0, 77.0), (0.5, 79.0), (8.5, 77.0), (15.0, 73.5), (20.5, 68.5))
_LENGTHS = (24.0, 21.0, 18.0, 16.0, 13.5)
_ANGLES = (-3.0, 2.0, 6.0, 10.0, 15.0)
_HEEL_LINES, _TOE_LINES = 3.5, 12.5  # units between the lines of a roller
_ANKLE = 10.0
_LANE = 5.0
_ARCH = ((-5.0, 28.0), (-4.0, 41.0), (-7.5, 55.0))
_BALL = 9.5  # its radius
_POST = 6.0
_POST_AT = 66.0  # units ahead of the heel: beside the forefoot
_STRAP: tuple[Point, Point] = ((-17.5, 69.0), (21.5, 64.0))
_STRAP_RADIUS = 6.0
_SLACK_RADIUS, _TAUT_RADIUS = 3.4, 1.8  # of a band
_STRETCHED = 60.0  # length from which a band is taut


def _transforms(pose: AbovePose) -> tuple[_Transform, ...]:
    """Transforms of the foot, and of the other foot of a pair."""
    narrow = cos(radians(pose.tilt))

    def near(point: Point) -> Point:
        return rotate((point[0] * narrow, point[1]), _HEEL, -pose.turn)

    def other(point: Point) -> Point:
        x, y = near(point)
        return (-(pose.pair or 0.0) - x, y)

    return (near,) if pose.pair is None else (near, other)


def _toe_line(pose: AbovePose, number: int) -> tuple[Point, Point]:
    """Root and tip of a toe of a foot that points straight ahead; the big toe is number 0."""
    root, angle = _ROOTS[number], _ANGLES[number] + (0.0 if number else pose.big_toe)
    return root, upright_endpoint(root, _LENGTHS[number] - _RADII[number][1], angle)


def _roller_line(across: float) -> tuple[Point, Point]:
    """The line of a ball, from before the heel to behind the toes; -1 is the inner one."""
    return ((1.0 + across * _HEEL_LINES, 27.0), (2.0 + across * _TOE_LINES, 64.0))


def above_layers(pose: AbovePose, lit: frozenset[Part]) -> tuple[Layer, ...]:
    """Layers of a foot, or of both: the sole, the toes, and the ankle where it works."""
    return tuple(
        layer
        for transform in _transforms(pose)
        for layer in (
            Layer(_sole(pose, transform, lit)),
            *(_toe(pose, number, transform, lit) for number in range(5)),
            *((_ankle(transform),) if Part.ANKLE in lit else ()),
        )
    )


def _sole(pose: AbovePose, transform: _Transform, lit: frozenset[Part]) -> tuple[TonedShape, ...]:
    """The foot without its toes; lit along the line of the ball, or else as a whole."""
    sole = Polygon.smooth(tuple(transform(point) for point in _OUTLINE))
    if pose.roller and lit & {Part.SOLE, Part.ARCH}:
        start, end = _roller_line(pose.roller[0])
        lane = Capsule(transform(start), transform(end), _LANE, _LANE)
        return ((sole, Tone.NEAR), (lane, Tone.LIT))
    if Part.SOLE in lit:
        return ((sole, Tone.LIT),)
    shapes: tuple[TonedShape, ...] = ((sole, Tone.NEAR),)
    if Part.ARCH in lit:
        heel, middle, ball = (transform(point) for point in _ARCH)
        arch = (Capsule(heel, middle, 4.0, 4.5), Capsule(middle, ball, 4.5, 5.0))
        shapes += tuple((shape, Tone.LIT) for shape in arch)
    if Part.HEEL in lit:
        shapes += ((disc(transform(_HEEL), _ANKLE), Tone.LIT),)
    return shapes


def _toe(pose: AbovePose, number: int, transform: _Transform, lit: frozenset[Part]) -> Layer:
    root, tip = (transform(point) for point in _toe_line(pose, number))
    narrow = cos(radians(pose.tilt))
    toe = Capsule(root, tip, *(radius * narrow for radius in _RADII[number]))
    part = Part.TOES if number else Part.BIG_TOE
    return Layer.in_tone(Tone.LIT if part in lit else Tone.NEAR, (toe,), (toe.without_root(0.5),))


def _ankle(transform: _Transform) -> Layer:
    """The leg above the foot, cut through; the foot turns about it."""
    x, y = _HEEL
    leg = disc(transform((x, y + 3.0)), _ANKLE)
    return Layer.in_tone(Tone.LIT, (leg,), (leg,))


def above_prop_layers(props: frozenset[Prop], pose: AbovePose) -> tuple[Layer, ...]:
    """The props, which are drawn over a foot, or over both."""
    layers: tuple[Layer, ...] = ()
    if Prop.BALL in props and pose.roller is not None:
        across, along = pose.roller
        transform = _transforms(pose)[0]
        middle = transform(interpolate(*_roller_line(across), along))
        seam = disc(middle, _BALL + 1.5)
        layers += (Layer.in_tone(Tone.PROP, (disc(middle, _BALL),), (seam,)),)
    if Prop.BALL in props and pose.pair is not None:
        between = disc(interpolate(_HEEL, (-pose.pair - _HEEL[0], _HEEL[1]), 0.5), _BALL)
        layers += (Layer.in_tone(Tone.PROP, (between,), (between,)),)
    if Prop.BAND in props and pose.pair is not None:
        layers += (_toe_loop(pose),)
    if Prop.BAND in props and pose.tied is not None:
        layers += (_tied_band(pose, pose.tied),)
    return layers


def _tied_band(pose: AbovePose, x: float) -> Layer:
    """A band from round the forefoot to the leg of a table."""
    inner, outer = (_transforms(pose)[0](point) for point in _STRAP)
    edge = inner if x < 0.0 else outer
    strap = Capsule(inner, outer, _STRAP_RADIUS, _STRAP_RADIUS)
    post = Polygon.rectangle(x - _POST, _POST_AT - _POST, x + _POST, _POST_AT + _POST)
    return Layer.in_tone(Tone.PROP, (strap, _band(edge, (x, _POST_AT)), post), (strap,))


def _toe_loop(pose: AbovePose) -> Layer:
    """A band round both big toes."""
    near, other = _transforms(pose)
    middle = interpolate(*_toe_line(pose, 0), 0.55)
    return Layer.in_tone(Tone.PROP, (_band(near(middle), other(middle)),))


def _band(start: Point, end: Point) -> Capsule:
    """A band between two points: the longer, the thinner."""
    stretch = min(1.0, dist(start, end) / _STRETCHED)
    radius = _SLACK_RADIUS + (_TAUT_RADIUS - _SLACK_RADIUS) * stretch
    return Capsule(start, end, radius, radius)
