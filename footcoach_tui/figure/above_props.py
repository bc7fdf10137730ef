"""What a foot seen from above works with: a band and what it is tied to, a ball under it."""

from footcoach_tui.figure.above_bones import feet, line, toe
from footcoach_tui.figure.model import AbovePose, Prop
from footcoach_tui.figure.plane import Point, between
from footcoach_tui.figure.shapes import Capsule, Layer, Shape, block, disc
from footcoach_tui.figure.tones import Tone

ROLLER = 9.5
"""Radius of the ball, in units of 1/100 of the foot length."""
_POST = 6.0
_POST_AT = 66.0  # units ahead of the heel: beside the forefoot
_STRAP: tuple[Point, Point] = ((-17.5, 69.0), (21.5, 64.0))
_STRAP_THICK = 6.0
_THICK, _THIN = 3.4, 1.8  # a band, slack and stretched
_STRETCHED = 60.0


def over_above(props: frozenset[Prop], pose: AbovePose) -> tuple[Layer, ...]:
    """What is drawn over a foot, or over both."""
    layers: tuple[Layer, ...] = ()
    if Prop.BALL in props and pose.roller is not None:
        across, along = pose.roller
        place = feet(pose)[0]
        middle = place(between(*line(across), along))
        layers += _layer((disc(middle, ROLLER),), (disc(middle, ROLLER + 1.5),))
    if Prop.BAND in props and pose.pair is not None:
        layers += _loop(pose)
    if Prop.BAND in props and pose.tied is not None:
        layers += _tied(pose, pose.tied)
    return layers


def _tied(pose: AbovePose, x: float) -> tuple[Layer, ...]:
    """A band from round the forefoot to the leg of a table."""
    inner, outer = (feet(pose)[0](point) for point in _STRAP)
    edge = inner if x < 0.0 else outer
    strap = Capsule(inner, outer, _STRAP_THICK, _STRAP_THICK)
    post = block(x - _POST, _POST_AT - _POST, x + _POST, _POST_AT + _POST)
    return _layer((strap, _band(edge, (x, _POST_AT)), post), (strap,))


def _loop(pose: AbovePose) -> tuple[Layer, ...]:
    """A band round both big toes."""
    near, other = feet(pose)
    middle = between(*toe(pose, 0), 0.55)
    return _layer((_band(near(middle), other(middle)),), ())


def _band(start: Point, end: Point) -> Capsule:
    """The thinner the longer it is drawn."""
    length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
    thick = _THICK + (_THIN - _THICK) * min(1.0, length / _STRETCHED)
    return Capsule(start, end, thick, thick)


def _layer(shapes: tuple[Shape, ...], gap: tuple[Shape, ...]) -> tuple[Layer, ...]:
    return (Layer(tuple((shape, Tone.PROP) for shape in shapes), gap),)
