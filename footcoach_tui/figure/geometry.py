"""Points in the plane, y upwards, and the few ways they are moved. Angles are in degrees."""

from math import cos, radians, sin

Point = tuple[float, float]


def translate(point: Point, dx: float, dy: float) -> Point:
    """The point moved."""
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


def interpolate(start: Point, end: Point, part: float) -> Point:
    """The point `part` (0 to 1) of the way from start to end."""
    return (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)


def offset_point(start: Point, end: Point, part: float, off: float) -> Point:
    """A point `part` of the way, `off` to the left of the way (in front of a leg going up: -)."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    x, y = interpolate(start, end, part)
    return (x - dy / length * off, y + dx / length * off)
