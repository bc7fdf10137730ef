"""Foot from the front, or both feet, as filled shapes: ankle, forefoot, toes, and a tied band."""

from collections.abc import Callable
from math import radians, sin

from footcoach_tui.figure.geometry import Point, rotate, translate
from footcoach_tui.figure.model import Part, Prop
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.poses import FrontPose
from footcoach_tui.figure.shapes import Capsule, Layer, Polygon, Shape, TonedShape, disc

_Transform = Callable[[Point], Point]
"""From a foot that stands flat to the picture."""

TOP = 64.0
"""Height at which the shin is cut off."""
_ANKLE: Point = (0.0, 34.0)  # the foot turns about it
_FOREFOOT: tuple[Point, ...] = (
    (-20.0, 0.6),
    (-23.0, 6.0),
    (-20.5, 16.0),
    (-15.0, 26.0),
    (-11.0, 38.0),
    (0.0, 42.0),
    (11.0, 38.0),
    (14.5, 24.0),
    (20.5, 13.0),
    (24.5, 5.0),
    (22.0, 0.6),
    (0.0, 0.0),
)
# Radii, places, and lengths of the toes, big toe first.
_RADII = (7.6, 5.0, 4.6, 4.3, 4.0)
_PLACES = (-14.0, -1.2, 7.8, 15.4, 21.6)
_LENGTHS = (22.0, 19.0, 17.0, 15.0, 13.0)
_LITTLE_TOE = 4
_SHIN = Capsule((0.0, 38.0), (0.0, TOP - 12.5), 11.0, 12.5)
_INNER_BONE, _OUTER_BONE, _BONE = (-8.6, 40.0), (9.0, 36.0), 4.6
_STRAP: tuple[Point, Point] = ((-18.0, 20.0), (18.5, 16.0))
_STRAP_RADIUS = 4.2
_BAND = 1.9
_POST, _TABLE = 3.0, 5.0  # units: half the width of a table's leg; its top's thickness
_TABLE_TOP = 14.0  # units that the top of the table goes on beyond its leg


def front_layers(pose: FrontPose, lit: frozenset[Part]) -> tuple[Layer, ...]:
    """Layers of a foot from the front, and of the other foot where the pose has one."""
    layers = _foot(pose, _turned(pose), lit)
    if pose.pair is not None:
        near, far = _turned(pose), pose.pair

        def mirrored(point: Point) -> Point:
            x, y = near(point)
            return (-far - x, y)

        return (*_foot(pose, mirrored, lit), *layers)
    if pose.beside is not None:
        x = pose.beside
        flat = _foot(FrontPose(), lambda point: (x - point[0], point[1]), frozenset(), Tone.FAR)
        return (*flat, *layers)
    return layers


def _turned(pose: FrontPose) -> _Transform:
    """The foot with its sole turned about the ankle, its lower edge on the floor."""
    edge = _FOREFOOT[0] if pose.tilt < 0.0 else _FOREFOOT[-2]
    rise = max(0.0, -rotate(edge, _ANKLE, pose.tilt)[1])
    return lambda point: translate(rotate(point, _ANKLE, pose.tilt), 0.0, rise)


def _foot(
    pose: FrontPose, transform: _Transform, lit: frozenset[Part], tone: Tone = Tone.NEAR
) -> tuple[Layer, ...]:
    """Shin and forefoot, ankle bones, toes."""
    (x, y), (_, high) = transform(_ANKLE), _SHIN.b
    shin = Capsule((x, y + 4.0), (x, high), _SHIN.ra, _SHIN.rb)
    top = Polygon.rectangle(x - _SHIN.rb, high, x + _SHIN.rb, TOP)
    forefoot = Polygon.smooth(tuple(transform(point) for point in _FOREFOOT))
    bones = tuple(disc(transform(bone), _BONE) for bone in (_INNER_BONE, _OUTER_BONE))
    bone_tone = Tone.LIT if Part.ANKLE in lit else tone
    return (
        Layer.in_tone(tone, (shin, top, forefoot)),
        Layer((*((bone, bone_tone) for bone in bones), *_arch(transform, lit))),
        *(_toe(pose, number, transform, lit, tone) for number in reversed(range(5))),
    )


def _arch(transform: _Transform, lit: frozenset[Part]) -> tuple[TonedShape, ...]:
    """The inner edge of the foot, where the arch works."""
    if not lit & {Part.ARCH, Part.SOLE}:
        return ()
    return ((Capsule(transform((-19.0, 12.0)), transform((-12.0, 31.0)), 3.4, 2.6), Tone.LIT),)


def _toe(
    pose: FrontPose, number: int, transform: _Transform, lit: frozenset[Part], tone: Tone
) -> Layer:
    """A toe, seen end on: lifted, it shows its underside."""
    x, radius = _PLACES[number], _RADII[number]
    lift = pose.small_toes if number else pose.big_toe
    rise = max(0.0, _LENGTHS[number] * sin(radians(lift)))
    low, high = transform((x, radius + 0.55 * rise)), transform((x, radius + rise))
    toe = Capsule(low, high, radius * 0.92 if rise else radius, radius)
    part = Part.TOES if number else Part.BIG_TOE
    return Layer.in_tone(Tone.LIT if part in lit else tone, (toe,), (toe,))


def front_prop_layers(props: frozenset[Prop], pose: FrontPose) -> tuple[Layer, ...]:
    """The band round the forefoot and the table that it is tied to, over the foot."""
    if Prop.BAND not in props or pose.tied is None:
        return ()
    x, (inner, outer) = pose.tied, (_turned(pose)(point) for point in _STRAP)
    edge, side = (inner, -1.0) if x < 0.0 else (outer, 1.0)
    strap = Capsule(inner, outer, _STRAP_RADIUS, _STRAP_RADIUS)
    band = Capsule(edge, (x, 14.0), _BAND, _BAND)
    beyond = sorted((x - side * 2.0 * _POST, x + side * _TABLE_TOP))
    table: tuple[Shape, ...] = (
        Polygon.rectangle(x - _POST, 0.0, x + _POST, TOP),
        Polygon.rectangle(beyond[0], TOP - _TABLE, beyond[1], TOP),
    )
    return (Layer.in_tone(Tone.PROP, (*table, band)), Layer.in_tone(Tone.PROP, (strap,), (strap,)))
