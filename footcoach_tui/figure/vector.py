"""Scenes as vector graphics: the paths of SVG, exact at every size.

Coordinates are whole numbers, of which a picture is HEIGHT high: short to write, and fine enough
for print.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from footcoach_tui.figure.geometry import Point
from footcoach_tui.figure.model import Figure, KeyPose, Part, View
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.scene import scene, scene_box
from footcoach_tui.figure.shapes import Box, Capsule, Scene, Shape

HEIGHT = 400
"""Height of a picture, the floor included."""
_MARGIN = 6
_FLOOR = 4
"""Thickness of the floor, and of the seam around a limb that crosses another."""
_NOMINAL_SCALE = 2.0
"""Dots a unit, by which layers decide whether they have seams: those of a picture in print."""
_SAME_PLACE = 0.5


class VectorShape(NamedTuple):
    """Outline of one shape, the `d` of a path; a seam is drawn in the colour of the paper."""

    tone: Tone
    outline: str


@dataclass(frozen=True, slots=True)
class VectorFit:
    """Scale and offsets from the units of a scene to a picture, y downwards; and its width."""

    scale: float
    x: float
    y: float
    width: int

    @classmethod
    def from_box(cls, box: Box) -> "VectorFit":
        """The largest scale at which the box fits between the margins, above the floor."""
        left, low, right, high = box
        scale = (HEIGHT - _FLOOR - _MARGIN) / max(high - low, 1e-6)
        width = round(scale * (right - left)) + 2 * _MARGIN
        return cls(scale, _MARGIN - scale * left, HEIGHT - _FLOOR + scale * low, width)

    def place(self, point: Point) -> tuple[int, int]:
        return round(self.x + self.scale * point[0]), round(self.y - self.scale * point[1])

    def length(self, units: float) -> int:
        return max(1, round(self.scale * units))


def view_fit(figure: Figure, view: View) -> VectorFit:
    """The fit that all pictures of a view of a figure share."""
    return VectorFit.from_box(scene_box(figure, view))


def pose_shapes(
    figure: Figure, view: View, pose: KeyPose, lit: frozenset[Part]
) -> tuple[VectorShape, ...]:
    """The shapes of a pose, from the back to the front."""
    return tuple(_scene_shapes(scene(figure, view, pose, lit), view_fit(figure, view)))


def path_elements(shapes: Iterable[VectorShape]) -> str:
    """The shapes as elements, with their tones as classes."""
    return "".join(f'<path class="{shape.tone}" d="{shape.outline}"/>' for shape in shapes)


def _scene_shapes(scene: Scene, fit: VectorFit) -> Iterable[VectorShape]:
    for layer in scene.layers:
        if layer.min_scale <= _NOMINAL_SCALE:
            for shape in layer.seams:
                yield VectorShape(Tone.SEAM, _outline(shape, fit))
        for shape, tone in layer.shapes:
            yield VectorShape(tone, _outline(shape, fit))
    if scene.ground is not None:
        _, y = fit.place((0.0, scene.ground))
        yield VectorShape(Tone.FLOOR, f"M0 {y}h{fit.width}v{_FLOOR}h-{fit.width}z")


def _outline(shape: Shape, fit: VectorFit) -> str:
    if isinstance(shape, Capsule):
        return _capsule(shape, fit)
    return _start(points := [fit.place(point) for point in shape.points]) + _lines(points) + "z"


def _capsule(shape: Capsule, fit: VectorFit) -> str:
    """Two arcs and the lines that touch both, clockwise; a disc where one end hides the other."""
    (ax, ay), (bx, by), ra, rb = shape.a, shape.b, shape.ra, shape.rb
    if ra < rb:
        ax, ay, ra, bx, by, rb = bx, by, rb, ax, ay, ra
    apart = sqrt((bx - ax) ** 2 + (by - ay) ** 2)
    large, small = fit.length(ra), fit.length(rb)
    if apart - (ra - rb) <= _SAME_PLACE / fit.scale:
        x, y = fit.place((ax, ay))
        half = f"a{large} {large} 0 1 1"
        return f"M{x - large} {y}{half} {2 * large} 0{half}-{2 * large} 0z"
    ux, uy = (bx - ax) / apart, (by - ay) / apart
    lean = (ra - rb) / apart
    across = sqrt(max(0.0, 1.0 - lean * lean))
    ends = []
    for side in (across, -across):
        nx, ny = ux * lean - uy * side, uy * lean + ux * side
        ends.append(
            (fit.place((ax + nx * ra, ay + ny * ra)), fit.place((bx + nx * rb, by + ny * rb)))
        )
    (a_left, b_left), (a_right, b_right) = ends
    return (
        f"{_start([a_left])}{_lines([a_left, b_left])}"
        f"a{small} {small} 0 0 1 {_step(b_left, b_right)}"
        f"{_lines([b_right, a_right])}a{large} {large} 0 1 1 {_step(a_right, a_left)}z"
    )


def _start(points: list[tuple[int, int]]) -> str:
    return f"M{points[0][0]} {points[0][1]}"


def _lines(points: list[tuple[int, int]]) -> str:
    """Straight lines from the first point through the others, relative to each other."""
    steps = (_step(before, after) for before, after in pairwise(points))
    return "l" + " ".join(steps)


def _step(before: tuple[int, int], after: tuple[int, int]) -> str:
    return f"{after[0] - before[0]} {after[1] - before[1]}"
