"""The stretch that a shape covers in each row of dots; a capsule has one a row, being convex."""

from collections.abc import Iterator
from math import ceil, floor, sqrt

from footcoach_tui.figure.fit import Fit
from footcoach_tui.figure.geometry import Point
from footcoach_tui.figure.shapes import Capsule, Polygon, Shape

Span = tuple[int, float, float]
"""A row of dots and the left and right end of what it covers, in dots."""

_THINNEST = 0.75  # dots: a limb this thin still has a dot in every row it crosses


def spans(shape: Shape, fit: Fit, wider: float = 0.0) -> Iterator[Span]:
    """The stretches that a shape covers, `wider` dots broader all round; rows within the grid."""
    if isinstance(shape, Polygon):
        return _polygon_spans(shape, fit, wider)
    return _capsule_spans(shape, fit, wider)


def _rows(top: float, bottom: float, height: int) -> range:
    """The rows whose middle lies between."""
    return range(max(0, ceil(top - 0.5)), min(height - 1, floor(bottom - 0.5)) + 1)


def _capsule_spans(shape: Capsule, fit: Fit, wider: float) -> Iterator[Span]:
    (ax, ay), (bx, by) = fit.to_dots(shape.a), fit.to_dots(shape.b)
    ra = max(shape.ra * fit.scale, _THINNEST) + wider
    rb = max(shape.rb * fit.scale, _THINNEST) + wider
    if ra < rb:
        ax, ay, ra, bx, by, rb = bx, by, rb, ax, ay, ra
    rows = _rows(min(ay - ra, by - rb), max(ay + ra, by + rb), fit.height)
    if not rows:
        return
    lows = [1e9] * len(rows)
    highs = [-1e9] * len(rows)
    _spread_disc(lows, highs, rows, (ax, ay), ra)
    apart = sqrt((bx - ax) ** 2 + (by - ay) ** 2)
    if apart > ra - rb:
        _spread_disc(lows, highs, rows, (bx, by), rb)
        # The two lines that touch both discs: their normals lean by the taper.
        ux, uy = (bx - ax) / apart, (by - ay) / apart
        lean = (ra - rb) / apart
        across = sqrt(max(0.0, 1.0 - lean * lean))
        for side in (across, -across):
            nx, ny = ux * lean - uy * side, uy * lean + ux * side
            start, end = (ax + nx * ra, ay + ny * ra), (bx + nx * rb, by + ny * rb)
            _spread_line(lows, highs, rows, start, end)
    for place, row in enumerate(rows):
        yield row, lows[place], highs[place]


def _spread_disc(
    lows: list[float], highs: list[float], rows: range, centre: Point, radius: float
) -> None:
    cx, cy = centre
    first = rows.start
    square = radius * radius
    for row in range(max(first, ceil(cy - radius - 0.5)), min(rows.stop, floor(cy + radius + 0.5))):
        off = row + 0.5 - cy
        half = square - off * off
        if half < 0.0:
            continue
        half = sqrt(half)
        place = row - first
        if cx - half < lows[place]:  # noqa: PLR1730 - the innermost loop, a call costs
            lows[place] = cx - half
        if cx + half > highs[place]:  # noqa: PLR1730 - the innermost loop, a call costs
            highs[place] = cx + half


def _spread_line(
    lows: list[float], highs: list[float], rows: range, start: Point, end: Point
) -> None:
    (x0, y0), (x1, y1) = (start, end) if start[1] <= end[1] else (end, start)
    if y1 - y0 < 1e-9:  # noqa: PLR2004 - a level line; its ends are on the discs
        return
    slope = (x1 - x0) / (y1 - y0)
    first = rows.start
    for row in range(max(first, ceil(y0 - 0.5)), min(rows.stop, floor(y1 - 0.5) + 1)):
        x = x0 + slope * (row + 0.5 - y0)
        place = row - first
        if x < lows[place]:  # noqa: PLR1730 - the innermost loop, a call costs
            lows[place] = x
        if x > highs[place]:  # noqa: PLR1730 - the innermost loop, a call costs
            highs[place] = x


def _polygon_spans(shape: Polygon, fit: Fit, wider: float) -> Iterator[Span]:
    """Even and odd crossings of each row; the seam widens them sideways only."""
    points = [fit.to_dots(point) for point in shape.points]
    ys = [y for _, y in points]
    rows = _rows(min(ys), max(ys), fit.height)
    crossings: list[list[float]] = [[] for _ in rows]
    x0, y0 = points[-1]
    for x1, y1 in points:
        low, high = (y0, y1) if y0 < y1 else (y1, y0)
        slope = (x1 - x0) / (y1 - y0) if y1 != y0 else 0.0
        # Half open: a corner in the middle of a row counts for one of its two edges.
        for row in range(max(rows.start, ceil(low - 0.5)), min(rows.stop, ceil(high - 0.5))):
            crossings[row - rows.start].append(x0 + slope * (row + 0.5 - y0))
        x0, y0 = x1, y1
    for row, xs in zip(rows, crossings, strict=True):
        xs.sort()
        for left, right in zip(xs[::2], xs[1::2], strict=False):
            yield row, left - wider, right + wider
