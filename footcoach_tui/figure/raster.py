"""Shapes to dots, filled row by row: each row of a shape is one stretch, written at once.

A grid is a row of bytes, one a dot, row after row from the top: 0 is blank, else a tone's bit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor, sqrt

from footcoach_tui.figure.geometry import Point
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.shapes import Box, Capsule, Polygon, Scene, Shape

_Span = tuple[int, float, float]
"""A row of dots and the left and right end of what it covers, in dots."""
_MARGIN = 1.0
"""Dots left free all round; below, they are the floor's."""
_SEAM_OVER = bytes((0,)) + bytes((Tone.SEAM.bit,)) * 255
_THINNEST = 0.75  # dots: a limb this thin still has a dot in every row it crosses


@dataclass(frozen=True, slots=True)
class Fit:
    """Dots of `width` x `height`; a point is at (x + scale * px, y - scale * py) in dot widths.

    A dot is `pitch` times as high as it is wide. The dark `seam` around a limb that crosses another
    is so many dots wide.
    """

    width: int
    height: int
    scale: float
    x: float
    y: float
    pitch: float = 1.0
    seam: float = 1.0

    @classmethod
    def from_box(cls, box: Box, width: int, height: int, pitch: float = 1.0) -> "Fit":
        """The largest scale at which the box fits, its lower edge just above the lowest row."""
        left, low, right, high = box
        wide, tall = max(right - left, 1e-6), max(high - low, 1e-6)
        room = (height - _MARGIN) * pitch - _MARGIN
        scale = max(min((width - 2 * _MARGIN) / wide, room / tall), 1e-6)
        x = (width - scale * (left + right)) / 2.0
        return cls(width, height, scale, x, (height - _MARGIN) * pitch + scale * low, pitch)

    def to_dots(self, point: Point) -> Point:
        """The point in dot widths, from the upper left corner."""
        return (self.x + self.scale * point[0], self.y - self.scale * point[1])

    def rows(self, top: float, bottom: float) -> range:
        """The rows whose middle lies between two heights in dot widths; rows of the grid."""
        first = max(0, ceil(top / self.pitch - 0.5))
        return range(first, min(self.height - 1, floor(bottom / self.pitch - 0.5)) + 1)


def rasterise(scene: Scene, fit: Fit) -> bytearray:
    """The dots of a scene, one byte each; nothing outside the grid is drawn."""
    grid = bytearray(fit.width * fit.height)
    for layer in scene.layers:
        for shape in layer.seams if fit.scale >= layer.min_scale else ():
            _fill_seam(grid, fit, _spans(shape, fit, fit.seam))
        for shape, tone in layer.shapes:
            _fill(grid, fit, _spans(shape, fit), tone.bit)
    if scene.ground is not None:
        _draw_floor(grid, fit, scene.ground)
    return grid


def _fill(grid: bytearray, fit: Fit, spans: Iterator[_Span], value: int) -> None:
    width = fit.width
    dots = _full_row(value, width)
    for row, left, right in spans:
        first, last = max(0, ceil(left - 0.5)), min(width - 1, floor(right - 0.5))
        if first <= last:
            start = row * width + first
            grid[start : start + last - first + 1] = dots[: last - first + 1]


def _fill_seam(grid: bytearray, fit: Fit, spans: Iterator[_Span]) -> None:
    """Darken what is drawn; blank dots stay blank."""
    for row, left, right in spans:
        start = row * fit.width
        first = start + max(0, ceil(left - 0.5))
        behind = start + min(fit.width, floor(right - 0.5) + 1)
        if first < behind:
            grid[first:behind] = grid[first:behind].translate(_SEAM_OVER)


@lru_cache(maxsize=256)
def _full_row(value: int, width: int) -> bytes:
    return bytes((value,)) * width


def _draw_floor(grid: bytearray, fit: Fit, ground: float) -> None:
    """A line one dot thick just under the ground, and nothing below it."""
    row = min(fit.height - 1, max(0, round((fit.y - fit.scale * ground) / fit.pitch)))
    start = row * fit.width
    grid[start : start + fit.width] = _full_row(Tone.FLOOR.bit, fit.width)
    grid[start + fit.width :] = bytes(len(grid) - start - fit.width)


def _spans(shape: Shape, fit: Fit, wider: float = 0.0) -> Iterator[_Span]:
    """The stretches that a shape covers, `wider` dots broader all round; rows within the grid."""
    if isinstance(shape, Polygon):
        return _polygon_spans(shape, fit, wider)
    return _capsule_spans(shape, fit, wider)


def _capsule_spans(shape: Capsule, fit: Fit, wider: float) -> Iterator[_Span]:
    (ax, ay), (bx, by) = fit.to_dots(shape.a), fit.to_dots(shape.b)
    ra = max(shape.ra * fit.scale, _THINNEST) + wider
    rb = max(shape.rb * fit.scale, _THINNEST) + wider
    if ra < rb:
        ax, ay, ra, bx, by, rb = bx, by, rb, ax, ay, ra
    rows = fit.rows(min(ay - ra, by - rb), max(ay + ra, by + rb))
    if not rows:
        return
    lows = [1e9] * len(rows)
    highs = [-1e9] * len(rows)
    _spread_disc(lows, highs, rows, fit.pitch, (ax, ay), ra)
    apart = sqrt((bx - ax) ** 2 + (by - ay) ** 2)
    if apart > ra - rb:
        _spread_disc(lows, highs, rows, fit.pitch, (bx, by), rb)
        # The two lines that touch both discs: their normals lean by the taper.
        ux, uy = (bx - ax) / apart, (by - ay) / apart
        lean = (ra - rb) / apart
        across = sqrt(max(0.0, 1.0 - lean * lean))
        for side in (across, -across):
            nx, ny = ux * lean - uy * side, uy * lean + ux * side
            start, end = (ax + nx * ra, ay + ny * ra), (bx + nx * rb, by + ny * rb)
            _spread_line(lows, highs, rows, fit.pitch, start, end)
    for index, row in enumerate(rows):
        yield row, lows[index], highs[index]


def _spread_disc(
    lows: list[float],
    highs: list[float],
    rows: range,
    pitch: float,
    centre: Point,
    radius: float,
) -> None:
    cx, cy = centre
    first = rows.start
    square = radius * radius
    top, bottom = (cy - radius) / pitch, (cy + radius) / pitch
    for row in range(max(first, ceil(top - 0.5)), min(rows.stop, floor(bottom + 0.5))):
        dy = (row + 0.5) * pitch - cy
        half = square - dy * dy
        if half < 0.0:
            continue
        half = sqrt(half)
        index = row - first
        if cx - half < lows[index]:  # noqa: PLR1730 - the innermost loop, a call costs
            lows[index] = cx - half
        if cx + half > highs[index]:  # noqa: PLR1730 - the innermost loop, a call costs
            highs[index] = cx + half


def _spread_line(
    lows: list[float], highs: list[float], rows: range, pitch: float, start: Point, end: Point
) -> None:
    (x0, y0), (x1, y1) = (start, end) if start[1] <= end[1] else (end, start)
    if y1 - y0 < 1e-9:  # noqa: PLR2004 - a level line; its ends are on the discs
        return
    slope = (x1 - x0) / (y1 - y0)
    first = rows.start
    top, bottom = y0 / pitch, y1 / pitch
    for row in range(max(first, ceil(top - 0.5)), min(rows.stop, floor(bottom - 0.5) + 1)):
        x = x0 + slope * ((row + 0.5) * pitch - y0)
        index = row - first
        if x < lows[index]:  # noqa: PLR1730 - the innermost loop, a call costs
            lows[index] = x
        if x > highs[index]:  # noqa: PLR1730 - the innermost loop, a call costs
            highs[index] = x


def _polygon_spans(shape: Polygon, fit: Fit, wider: float) -> Iterator[_Span]:
    """From each odd crossing of a row to the next even one; a seam widens them sideways only."""
    points = [fit.to_dots(point) for point in shape.points]
    ys = [y for _, y in points]
    rows = fit.rows(min(ys), max(ys))
    crossings: list[list[float]] = [[] for _ in rows]
    pitch = fit.pitch
    x0, y0 = points[-1]
    for x1, y1 in points:
        low, high = (y0, y1) if y0 < y1 else (y1, y0)
        slope = (x1 - x0) / (y1 - y0) if y1 != y0 else 0.0
        # Half open: a corner in the middle of a row counts for one of its two edges.
        first, behind = ceil(low / pitch - 0.5), ceil(high / pitch - 0.5)
        for row in range(max(rows.start, first), min(rows.stop, behind)):
            crossings[row - rows.start].append(x0 + slope * ((row + 0.5) * pitch - y0))
        x0, y0 = x1, y1
    for row, xs in zip(rows, crossings, strict=True):
        xs.sort()
        for left, right in zip(xs[::2], xs[1::2], strict=False):
            yield row, left - wider, right + wider
