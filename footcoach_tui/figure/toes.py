"""Front of a foot from above, or of both, as filled shapes: five toes that fan out."""

from collections.abc import Callable

from footcoach_tui.figure.geometry import Point, upright_endpoint
from footcoach_tui.figure.model import Part
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.poses import ToesPose
from footcoach_tui.figure.shapes import Capsule, Layer, Polygon

_Transform = Callable[[Point], Point]
"""From the right foot to the picture."""

CUT_Y = -34.0
"""y of the edge at which the foot is cut off; the toes begin about y = 0."""
# Roots, lengths and radii (at root and tip) of the toes, big toe first.
_ROOTS: tuple[Point, ...] = ((0.0, 0.0), (11.0, 1.5), (19.0, 0.5), (26.0, -2.0), (32.0, -6.0))
_LENGTHS = (20.0, 18.0, 16.0, 14.0, 12.0)
_RADII = ((5.4, 5.2), (3.4, 3.7), (3.2, 3.5), (3.0, 3.3), (2.8, 3.2))
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
    """The layers of the toes of a foot, or of both feet."""
    near = _foot(pose, lit, lambda point: point)
    if pose.pair is None:
        return near
    apart = pose.pair
    return (*_foot(pose, lit, lambda point: (-apart - point[0], point[1])), *near)


def _foot(pose: ToesPose, lit: frozenset[Part], place: _Transform) -> tuple[Layer, ...]:
    """The forefoot, then each toe with a seam around it."""
    sole = Tone.LIT if lit & {Part.SOLE, Part.ARCH} else Tone.NEAR
    forefoot = Layer.in_tone(sole, (Polygon.smooth(tuple(map(place, _FOREFOOT))),))
    return (forefoot, *(_toe(pose, number, lit, place) for number in range(5)))


def _toe(pose: ToesPose, number: int, lit: frozenset[Part], place: _Transform) -> Layer:
    part = Part.TOES if number else Part.BIG_TOE
    root, (root_radius, tip_radius) = _ROOTS[number], _RADII[number]
    length = _LENGTHS[number] * (1.0 - _SHORTER * pose.lift) - tip_radius
    tip = upright_endpoint(root, length, pose.angles[number])
    toe = Capsule(place(root), place(tip), root_radius, tip_radius)
    return Layer.in_tone(Tone.LIT if part in lit else Tone.NEAR, (toe,), (toe.without_root(0.45),))
