"""Shapes to dots, filled row by row: each row of a shape is one stretch, written at once.

A grid is a row of bytes, one a dot, row after row from the top: 0 is blank, else a tone's bit.
"""

from collections.abc import Iterator
from functools import lru_cache
from math import ceil, floor

from footcoach_tui.figure.fit import Fit
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.shapes import Scene
from footcoach_tui.figure.spans import Span, spans

_SEAM_WIDTH = 1.0
"""Dots: the dark seam around a limb that crosses another."""


def rasterise(scene: Scene, fit: Fit) -> bytearray:
    """The dots of a scene, one byte each; nothing outside the grid is drawn."""
    grid = bytearray(fit.width * fit.height)
    for layer in scene.layers:
        for shape in layer.seams if fit.scale >= layer.min_scale else ():
            _fill(grid, fit, spans(shape, fit, _SEAM_WIDTH), 0)
        for shape, tone in layer.shapes:
            _fill(grid, fit, spans(shape, fit), tone.bit)
    if scene.ground is not None:
        _lay_floor(grid, fit, scene.ground)
    return grid


def _fill(grid: bytearray, fit: Fit, rows: Iterator[Span], value: int) -> None:
    width = fit.width
    paint = _paint(value, width)
    for row, left, right in rows:
        first, last = max(0, ceil(left - 0.5)), min(width - 1, floor(right - 0.5))
        if first <= last:
            start = row * width + first
            grid[start : start + last - first + 1] = paint[: last - first + 1]


@lru_cache(maxsize=256)
def _paint(value: int, width: int) -> bytes:
    return bytes((value,)) * width


def _lay_floor(grid: bytearray, fit: Fit, ground: float) -> None:
    """A line one dot thick just under the ground, and nothing below it."""
    row = min(fit.height - 1, max(0, round(fit.y - fit.scale * ground)))
    start = row * fit.width
    grid[start : start + fit.width] = _paint(Tone.FLOOR.bit, fit.width)
    grid[start + fit.width :] = bytes(len(grid) - start - fit.width)
