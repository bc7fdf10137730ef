"""The front of a foot from above as filled shapes: five toes that fan out."""

from footcoach_tui.figure.geometry import Point, interpolate, upright_endpoint
from footcoach_tui.figure.model import Part, ToesPose
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.shapes import Capsule, Layer, smooth_polygon

CUT_Y = -34.0
"""The foot is cut off this far behind the line of the toes."""
# Where the toes begin, how long and how thick they are, big toe first.
_ROOTS: tuple[Point, ...] = ((0.0, 0.0), (11.0, 1.5), (19.0, 0.5), (26.0, -2.0), (32.0, -6.0))
_LENGTHS = (20.0, 18.0, 16.0, 14.0, 12.0)
_THICK = ((5.4, 5.2), (3.4, 3.7), (3.2, 3.5), (3.0, 3.3), (2.8, 3.2))
_SHORTER = 0.2  # a lifted toe is seen from above this much shorter
_FOREFOOT: tuple[Point, ...] = (
    (-6.0, CUT_Y - 8.0),
    (-6.5, -28.0),
    (-7.5, -16.0),
    (-7.5, -7.0),
    (-5.0, 0.5),
    (2.0, 3.5),
    (12.0, 4.0),
    (20.0, 2.8),
    (28.0, -0.5),
    (34.5, -5.5),
    (37.0, -12.0),
    (35.5, -22.0),
    (31.0, CUT_Y - 8.0),
)


def toes_layers(pose: ToesPose, lit: frozenset[Part]) -> tuple[Layer, ...]:
    """The layers of the toes: the forefoot, then each toe with a seam around it."""
    sole = Tone.LIT if lit & {Part.SOLE, Part.ARCH} else Tone.NEAR
    forefoot = Layer(((smooth_polygon(_FOREFOOT), sole),))
    return (forefoot, *(_toe(pose, place, lit) for place in range(5)))


def _toe(pose: ToesPose, place: int, lit: frozenset[Part]) -> Layer:
    part = Part.TOES if place else Part.BIG_TOE
    root, (thick, tip_thick) = _ROOTS[place], _THICK[place]
    length = _LENGTHS[place] * (1.0 - _SHORTER * pose.lift) - tip_thick
    tip = upright_endpoint(root, length, pose.angles[place])
    toe = Capsule(root, tip, thick, tip_thick)
    seam = Capsule(interpolate(root, tip, 0.45), tip, thick, tip_thick)
    return Layer(((toe, Tone.LIT if part in lit else Tone.NEAR),), (seam,))
