"""Points in the plane, y upwards, and their transformations. Angles are in degrees."""

from math import cos, radians, sin

Point = tuple[float, float]


def translate(point: Point, dx: float, dy: float) -> Point:
    return (point[0] + dx, point[1] + dy)


def upright_endpoint(start: Point, length: float, lean: float) -> Point:
    """The end of a segment that leans `lean` from upright, + to the right."""
    angle = radians(lean)
    return (start[0] + length * sin(angle), start[1] + length * cos(angle))


def endpoint(start: Point, length: float, angle: float) -> Point:
    """The end of a segment at `angle` from straight ahead (+x), + upwards."""
    turn = radians(angle)
    return (start[0] + length * cos(turn), start[1] + length * sin(turn))


def rotate(point: Point, centre: Point, angle: float) -> Point:
    """The point turned about a centre, + is clockwise: a heel behind the centre goes up."""
    turn = radians(angle)
    x, y = point[0] - centre[0], point[1] - centre[1]
    return (
        centre[0] + x * cos(turn) + y * sin(turn),
        centre[1] - x * sin(turn) + y * cos(turn),
    )


def interpolate(start: Point, end: Point, fraction: float) -> Point:
    """The point `fraction` (0 to 1) of the way from start to end."""
    return (start[0] + (end[0] - start[0]) * fraction, start[1] + (end[1] - start[1]) * fraction)


def offset_point(start: Point, end: Point, fraction: float, left: float) -> Point:
    """A point `fraction` of the way, `left` to its left (in front of a leg going up: -)."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    x, y = interpolate(start, end, fraction)
    return (x - dy / length * left, y + dx / length * left)
