"""A plot of values over days, as rows of text that fill a box of cells exactly.

    plot(series, width, height, seconds=False) -> rows of runs (text, side)

`series` is `Trend.weekly_series()`: sides, each with its (day, value) pairs. Left and right have
different marks, so that no colour is needed (of many points only the last is marked); where they
meet there is a third mark, and its run is of both sides. Labels, axes and blanks have no side:
None. Lines are Braille dots; on an ASCII screen
`appearance.ascii` replaces them and the marks. A `band` of values is shaded behind the lines.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby, pairwise

from footcoach_tui.app.charts.axes import PlotArea, label_range
from footcoach_tui.session.side import Side

Series = Sequence[tuple[Side, Sequence[tuple[date, float]]]]
Band = tuple[float, float]
"""Lowest and highest value of a band."""

_Run = tuple[str, Side | None]
"""Text of one or more cells, and its side."""
PlotRow = tuple[_Run, ...]

_SIDE_NAMES = {Side.LEFT: "left", Side.RIGHT: "right", Side.BOTH: "both"}
_EMPTY_TEXT = "nothing to draw yet"

_MARKS = {Side.LEFT: "◀", Side.RIGHT: "▶", Side.BOTH: "■"}
_MEETING, _AXIS, _TICK, _SHADE = "◆", "│", "┤", "░"
_BRAILLE = 0x2800  # a cell without a dot
_BITS = ((0x40, 0x04, 0x02, 0x01), (0x80, 0x20, 0x10, 0x08))
"""Bits of the dots of a Braille cell: left column from the foot, then right column."""
_MAX_MARKS = 30
_LEGEND_FROM, _DATES_FROM = 6, 3  # rows of a plot that leave room for them


_Point = tuple[int, int]
_Dots = dict[Side, list[_Point]]
"""Points of each side, in dots from the left and from the foot."""
_Cells = dict[tuple[int, int], tuple[str, Side | None]]
"""Text and side of each cell, by column and row from the top left."""


def plot(
    series: Series,
    width: int,
    height: int,
    *,
    seconds: bool = False,
    unit: float = 1.0,
    band: Band | None = None,
) -> tuple[PlotRow, ...]:
    """Exactly `height` rows of exactly `width` cells; no rows if either is below 1.

    Values are finite, labelled as whole reps, or as m:ss if they are `seconds`; with a `unit` as
    multiples of it. Of several values in one column of cells the best is drawn.
    """
    if width < 1 or height < 1:
        return ()
    sides = {
        side: [(day, round(value / unit)) for day, value in points]
        for side, points in series
        if points
    }
    if not sides:
        return _nothing(width, height)
    shaded = [round(value / unit) for value in band or ()]
    has_legend = len(sides) > 1 and height >= _LEGEND_FROM
    has_dates = height >= _DATES_FROM
    days = [day for points in sides.values() for day, _ in points]
    values = [value for points in sides.values() for _, value in points]
    rows = height - has_legend - has_dates
    ends = label_range(min(values + shaded), max(values + shaded), rows, seconds=seconds)
    area = PlotArea((min(days), max(days)), *ends, width, rows)
    gutter = _gutter(area, area.value_labels(seconds=seconds, unit=unit))
    area = replace(area, columns=width - len(gutter[0]))
    dots = {side: _dots(points, area) for side, points in sides.items()}
    cells = _shade(shaded, area) | _lines(dots, area) | _marks(dots, area)
    plot_rows = [_row(gutter[row], cells, row, area.columns) for row in range(rows)]
    if has_legend:
        plot_rows.insert(0, _legend(sides, width))
    if has_dates:
        plot_rows.append(((area.day_labels().rjust(width), None),))
    return tuple(plot_rows)


def _nothing(width: int, height: int) -> tuple[PlotRow, ...]:
    words = _EMPTY_TEXT if len(_EMPTY_TEXT) <= width else ""
    texts = [words.center(width) if row == height // 2 else " " * width for row in range(height)]
    return tuple(((text, None),) for text in texts)


def _gutter(area: PlotArea, labels: dict[int, str]) -> list[str]:
    """Labels left of the area, row by row; empty if they would take half the width."""
    columns = max(map(len, labels.values()), default=area.columns)
    if 2 * (columns + 1) > area.columns:
        return [""] * area.rows
    return [
        labels.get(row, "").rjust(columns) + (_TICK if row in labels else _AXIS)
        for row in range(area.rows)
    ]


def _dots(points: list[tuple[date, int]], area: PlotArea) -> list[_Point]:
    """Points, the best of each column of cells, from the left."""
    best: dict[int, tuple[int, int]] = {}
    for day, value in points:
        x, y = area.x(day), area.y(value)
        column = x // PlotArea.DOTS_PER_COLUMN
        if column not in best or y > best[column][1]:
            best[column] = (x, y)
    return [best[column] for column in sorted(best)]


def _shade(values: list[int], area: PlotArea) -> _Cells:
    """Cells between two values, from edge to edge; none without values."""
    if not values:
        return {}
    foot, top = (area.row(area.y(value)) for value in values)
    rows, columns = range(top, foot + 1), range(area.columns)
    return {(column, row): (_SHADE, None) for row in rows for column in columns}


def _lines(dots: _Dots, area: PlotArea) -> _Cells:
    """Lines from point to point; a cell that two sides cross is of both."""
    dotted: dict[_Point, tuple[int, Side]] = {}
    for side, points in dots.items():
        for x, y in (dot for ends in pairwise(points) for dot in _dots_between(*ends)):
            cell = (x // PlotArea.DOTS_PER_COLUMN, area.row(y))
            bits, owner = dotted.get(cell, (0, side))
            bits |= _BITS[x % PlotArea.DOTS_PER_COLUMN][y % PlotArea.DOTS_PER_ROW]
            dotted[cell] = (bits, side if owner is side else Side.BOTH)
    return {cell: (chr(_BRAILLE + bits), owner) for cell, (bits, owner) in dotted.items()}


def _dots_between(start: _Point, end: _Point) -> Iterator[_Point]:
    """Dots of a straight line, with both ends."""
    (x, y), (across, up) = start, (end[0] - start[0], end[1] - start[1])
    steps = max(abs(across), abs(up), 1)
    for step in range(steps + 1):
        yield x + round(across / steps * step), y + round(up / steps * step)


def _marks(dots: _Dots, area: PlotArea) -> _Cells:
    """Mark for every point, or of many for the last, with a glyph of its own where sides meet."""
    cells: _Cells = {}
    for side, points in dots.items():
        for x, y in points if len(points) <= _MAX_MARKS else points[-1:]:
            cell = (x // PlotArea.DOTS_PER_COLUMN, area.row(y))
            is_shared = cell in cells
            cells[cell] = (_MEETING, Side.BOTH) if is_shared else (_MARKS[side], side)
    return cells


def _row(gutter: str, cells: _Cells, row: int, columns: int) -> PlotRow:
    blank: _Run = (" ", None)
    row_cells = (cells.get((column, row), blank) for column in range(columns))
    runs = groupby([(gutter, None), *row_cells], key=lambda cell: cell[1])
    joined = (("".join(text for text, _ in run), side) for side, run in runs)
    return tuple((text, side) for text, side in joined if text)


def _legend(sides: Iterable[Side], width: int) -> PlotRow:
    """Meaning of each mark, as many as fit."""
    entries = [(f"{_MARKS[side]} {_SIDE_NAMES[side]}", side) for side in sides]
    runs: list[_Run] = []
    room = width
    for text, side in (*entries, (f"{_MEETING} the same", Side.BOTH)):
        gap = "  " if runs else ""
        if len(gap + text) > room:
            break
        runs += [(gap, None)] * bool(gap) + [(text, side)]
        room -= len(gap + text)
    return (*runs, *([(" " * room, None)] * bool(room)))
