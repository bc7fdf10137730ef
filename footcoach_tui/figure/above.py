"""A whole foot from above as filled shapes, turned about its heel; and the other beside it."""

from footcoach_tui.figure.above_bones import OUTLINE, PIVOT, THICK, Place, feet, line, toe
from footcoach_tui.figure.model import AbovePose, Part
from footcoach_tui.figure.plane import between
from footcoach_tui.figure.shapes import Capsule, Layer, Mark, disc, smooth
from footcoach_tui.figure.tones import Tone

_ANKLE = 10.0
_LANE = 5.0
_ARCH = ((-5.0, 28.0), (-4.0, 41.0), (-7.5, 55.0))


def above_layers(pose: AbovePose, lit: frozenset[Part]) -> tuple[Layer, ...]:
    """The layers of a foot, or of both: the sole, the toes, and the ankle where it works."""
    return tuple(layer for place in feet(pose) for layer in _foot(pose, place, lit))


def _foot(pose: AbovePose, place: Place, lit: frozenset[Part]) -> tuple[Layer, ...]:
    return (
        Layer(_sole(pose, place, lit)),
        *(_toe(pose, number, place, lit) for number in range(5)),
        *((_ankle(place),) if Part.ANKLE in lit else ()),
    )


def _sole(pose: AbovePose, place: Place, lit: frozenset[Part]) -> tuple[Mark, ...]:
    """The foot without its toes; lit where the ball rolls, or else what works as a whole."""
    sole = smooth(tuple(place(point) for point in OUTLINE))
    if pose.roller and lit & {Part.SOLE, Part.ARCH}:
        start, end = line(pose.roller[0])
        lane = Capsule(place(start), place(end), _LANE, _LANE)
        return ((sole, Tone.NEAR), (lane, Tone.LIT))
    if Part.SOLE in lit:
        return ((sole, Tone.LIT),)
    marks: tuple[Mark, ...] = ((sole, Tone.NEAR),)
    if Part.ARCH in lit:
        heel, middle, ball = (place(point) for point in _ARCH)
        arch = (Capsule(heel, middle, 4.0, 4.5), Capsule(middle, ball, 4.5, 5.0))
        marks += tuple((shape, Tone.LIT) for shape in arch)
    if Part.HEEL in lit:
        marks += ((disc(place(PIVOT), _ANKLE), Tone.LIT),)
    return marks


def _toe(pose: AbovePose, number: int, place: Place, lit: frozenset[Part]) -> Layer:
    root, tip = (place(point) for point in toe(pose, number))
    thick, tip_thick = THICK[number]
    part = Part.TOES if number else Part.BIG_TOE
    seam = Capsule(between(root, tip, 0.5), tip, thick, tip_thick)
    shape = Capsule(root, tip, thick, tip_thick)
    return Layer(((shape, Tone.LIT if part in lit else Tone.NEAR),), (seam,))


def _ankle(place: Place) -> Layer:
    """What the foot turns about: the leg that stands on it, cut through."""
    x, y = PIVOT
    leg = disc(place((x, y + 3.0)), _ANKLE)
    return Layer(((leg, Tone.LIT),), (leg,))
