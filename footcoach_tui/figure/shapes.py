"""Filled shapes in the plane, with a tone, in layers from the back to the front."""

from collections.abc import Iterable
from dataclasses import dataclass

from footcoach_tui.figure.geometry import Point, interpolate
from footcoach_tui.figure.picture import Tone

Box = tuple[float, float, float, float]
"""Left, low, right, high, in the scene's units."""
_CURVE_STEPS = 4


@dataclass(frozen=True, slots=True)
class Capsule:
    """A limb: a disc of radius `ra` about `a`, one of `rb` about `b`, and all between them."""

    a: Point
    b: Point
    ra: float
    rb: float

    def without_root(self, fraction: float) -> "Capsule":
        """The limb without a fraction of its length at `a`, as a seam that does not cut it off."""
        return Capsule(interpolate(self.a, self.b, fraction), self.b, self.ra, self.rb)

    @property
    def bounds(self) -> Box:
        (ax, ay), (bx, by), ra, rb = self.a, self.b, self.ra, self.rb
        return (
            min(ax - ra, bx - rb),
            min(ay - ra, by - rb),
            max(ax + ra, bx + rb),
            max(ay + ra, by + rb),
        )


@dataclass(frozen=True, slots=True)
class Polygon:
    """The area within a closed row of points."""

    points: tuple[Point, ...]

    @classmethod
    def rectangle(cls, left: float, low: float, right: float, high: float) -> "Polygon":
        return cls(((left, low), (right, low), (right, high), (left, high)))

    @classmethod
    def smooth(cls, points: tuple[Point, ...]) -> "Polygon":
        """A closed curve through the points (Catmull-Rom), in short straight pieces."""
        count = len(points)
        curve: list[Point] = []
        for index in range(count):
            p0, p1 = points[index - 1], points[index]
            p2, p3 = points[(index + 1) % count], points[(index + 2) % count]
            curve.extend(
                _curve_point(p0, p1, p2, p3, step / _CURVE_STEPS) for step in range(_CURVE_STEPS)
            )
        return cls(tuple(curve))

    @property
    def bounds(self) -> Box:
        xs, ys = zip(*self.points, strict=True)
        return (min(xs), min(ys), max(xs), max(ys))


Shape = Capsule | Polygon
TonedShape = tuple[Shape, Tone]


@dataclass(frozen=True, slots=True)
class Layer:
    """Shapes drawn together over the layers before.

    Around each shape of `seams` first one dot of dark is laid, so that limbs that cross stay two;
    not where a unit has fewer than `min_scale` dots, for there a seam hides what it should part.
    """

    shapes: tuple[TonedShape, ...]
    seams: tuple[Shape, ...] = ()
    min_scale: float = 0.0

    @classmethod
    def in_tone(cls, tone: Tone, shapes: Iterable[Shape], seams: tuple[Shape, ...] = ()) -> "Layer":
        return cls(tuple((shape, tone) for shape in shapes), seams)


@dataclass(frozen=True, slots=True)
class Scene:
    """Layers from the back to the front. `ground`: y of the floor's surface, where there is one."""

    layers: tuple[Layer, ...]
    ground: float | None = None

    @property
    def bounds(self) -> Box:
        return bounding_box(shape.bounds for layer in self.layers for shape, _ in layer.shapes)


def disc(centre: Point, radius: float) -> Capsule:
    return Capsule(centre, centre, radius, radius)


def bounding_box(boxes: Iterable[Box]) -> Box:
    """The box around boxes; an empty one at the origin where there are none."""
    boxes = tuple(boxes)
    if not boxes:
        return (0.0, 0.0, 0.0, 0.0)
    lefts, lows, rights, highs = zip(*boxes, strict=True)
    return (min(lefts), min(lows), max(rights), max(highs))


def _curve_point(p0: Point, p1: Point, p2: Point, p3: Point, t: float) -> Point:
    a, b = -0.5 * t + t * t - 0.5 * t**3, 1.0 - 2.5 * t * t + 1.5 * t**3
    c, d = 0.5 * t + 2.0 * t * t - 1.5 * t**3, -0.5 * t * t + 0.5 * t**3
    return (
        a * p0[0] + b * p1[0] + c * p2[0] + d * p3[0],
        a * p0[1] + b * p1[1] + c * p2[1] + d * p3[1],
    )
