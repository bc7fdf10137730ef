"""Where the parts of a foot are, seen from above: outline, toes, and the lines of its sole."""

from collections.abc import Callable

from footcoach_tui.figure.model import AbovePose
from footcoach_tui.figure.plane import Point, leaning, turned

Place = Callable[[Point], Point]
"""Where a point of a foot that looks straight ahead is in the picture."""

PIVOT: Point = (0.0, 16.0)
"""The middle of the heel, that a foot turns about."""
# A footprint rather than a foot, its toes apart: that is what one knows on few dots.
OUTLINE: tuple[Point, ...] = (
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
THICK = ((7.2, 6.4), (4.0, 4.2), (3.7, 3.9), (3.5, 3.6), (3.2, 3.3))
"""Of each toe at its root and its tip, big toe first."""
_ROOTS: tuple[Point, ...] = ((-12.0, 77.0), (0.5, 79.0), (8.5, 77.0), (15.0, 73.5), (20.5, 68.5))
_LENGTHS = (24.0, 21.0, 18.0, 16.0, 13.5)
_ANGLES = (-3.0, 2.0, 6.0, 10.0, 15.0)
_HEEL_LINES, _TOE_LINES = 3.5, 12.5  # units: how far apart the lines of a roller are


def feet(pose: AbovePose) -> tuple[Place, ...]:
    """Where the points of the foot are, and those of the other one if it is there."""

    def near(point: Point) -> Point:
        return turned(point, PIVOT, -pose.turn)

    apart = pose.pair
    if apart is None:
        return (near,)

    def other(point: Point) -> Point:
        x, y = near(point)
        return (-apart - x, y)

    return (near, other)


def toe(pose: AbovePose, number: int) -> tuple[Point, Point]:
    """Root and tip of a toe of a foot that looks straight ahead; the big toe is number 0."""
    angle = _ANGLES[number] if number else _ANGLES[0] + pose.big_toe
    return _ROOTS[number], leaning(_ROOTS[number], _LENGTHS[number] - THICK[number][1], angle)


def line(across: float) -> tuple[Point, Point]:
    """The line a ball rolls on, from before the heel to behind the toes; -1 is the inner one."""
    return ((1.0 + across * _HEEL_LINES, 27.0), (2.0 + across * _TOE_LINES, 64.0))
