"""Filled shapes in the plane, with a tone, one over another."""

from collections.abc import Iterable
from dataclasses import dataclass

from footcoach_tui.figure.geometry import Point
from footcoach_tui.figure.picture import Tone


@dataclass(frozen=True, slots=True)
class Capsule:
    """A limb: all that lies between a disc about `a` and a disc about `b`."""

    a: Point
    b: Point
    ra: float
    rb: float

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, low, right, high."""
        (ax, ay), (bx, by), ra, rb = self.a, self.b, self.ra, self.rb
        return (
            min(ax - ra, bx - rb),
            min(ay - ra, by - rb),
            max(ax + ra, bx + rb),
            max(ay + ra, by + rb),
        )


@dataclass(frozen=True, slots=True)
class Polygon:
    """What lies within a closed row of points."""

    points: tuple[Point, ...]

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, low, right, high."""
        xs, ys = zip(*self.points, strict=True)
        return (min(xs), min(ys), max(xs), max(ys))


Shape = Capsule | Polygon
TonedShape = tuple[Shape, Tone]


@dataclass(frozen=True, slots=True)
class Layer:
    """Shapes drawn together over what was drawn before.

    Around each shape of `gap` first one dot of dark is laid, so that limbs that cross stay two;
    not where a unit has fewer than `finest` dots, for there a seam eats what it should part.
    """

    shapes: tuple[TonedShape, ...]
    seams: tuple[Shape, ...] = ()
    min_scale: float = 0.0


@dataclass(frozen=True, slots=True)
class Scene:
    """Layers from the back to the front. `ground`: y of the floor's surface, where there is one."""

    layers: tuple[Layer, ...]
    ground: float | None = None

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, low, right, high of all that is drawn."""
        return bounding_box(shape.bounds for layer in self.layers for shape, _ in layer.shapes)


def disc(centre: Point, radius: float) -> Capsule:
    """A round shape."""
    return Capsule(centre, centre, radius, radius)


def rectangle(left: float, low: float, right: float, high: float) -> Polygon:
    """An upright rectangle."""
    return Polygon(((left, low), (right, low), (right, high), (left, high)))


def smooth_polygon(points: tuple[Point, ...], steps: int = 4) -> Polygon:
    """A closed curve through the points (Catmull-Rom), each piece cut into `steps`."""
    count = len(points)
    curve: list[Point] = []
    for place in range(count):
        p0, p1 = points[place - 1], points[place]
        p2, p3 = points[(place + 1) % count], points[(place + 2) % count]
        curve.extend(_curve_point(p0, p1, p2, p3, step / steps) for step in range(steps))
    return Polygon(tuple(curve))


def bounding_box(
    boxes: Iterable[tuple[float, float, float, float]],
) -> tuple[float, float, float, float]:
    """The box around boxes; an empty point where there is none."""
    every = tuple(boxes)
    if not every:
        return (0.0, 0.0, 0.0, 0.0)
    lefts, lows, rights, highs = zip(*every, strict=True)
    return (min(lefts), min(lows), max(rights), max(highs))


def _curve_point(p0: Point, p1: Point, p2: Point, p3: Point, t: float) -> Point:
    a, b = -0.5 * t + t * t - 0.5 * t**3, 1.0 - 2.5 * t * t + 1.5 * t**3
    c, d = 0.5 * t + 2.0 * t * t - 1.5 * t**3, -0.5 * t * t + 0.5 * t**3
    return (
        a * p0[0] + b * p1[0] + c * p2[0] + d * p3[0],
        a * p0[1] + b * p1[1] + c * p2[1] + d * p3[1],
    )
