"""Where a scene lies in a box of dots: one scale and offset for all frames of an exercise."""

from dataclasses import dataclass

from footcoach_tui.figure.geometry import Point

Box = tuple[float, float, float, float]
"""Left, low, right, high, in the scene's units."""

_MARGIN = 1.0
"""Dots kept free all round; below, they are the floor's."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Dots of `width` x `height`; a point is at (x + scale * px, y - scale * py) in dots."""

    width: int
    height: int
    scale: float
    x: float
    y: float

    def to_dots(self, point: Point) -> Point:
        """The point in dots, from the upper left corner."""
        return (self.x + self.scale * point[0], self.y - self.scale * point[1])


def fit_box(box: Box, width: int, height: int) -> Fit:
    """The largest scale at which the box fits, its lower edge just above the lowest row."""
    left, low, right, high = box
    wide, tall = max(right - left, 1e-6), max(high - low, 1e-6)
    scale = max(min((width - 2 * _MARGIN) / wide, (height - 2 * _MARGIN) / tall), 1e-6)
    x = (width - scale * (left + right)) / 2.0
    return Fit(width, height, scale, x, height - _MARGIN + scale * low)
