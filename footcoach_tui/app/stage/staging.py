"""How the count and the picture of an exercise share their room: beside or below each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from footcoach_tui.app.stage.digits import dot_columns, fitting_scale, rows_of
from footcoach_tui.figure.cells import HIGH, WIDE
from footcoach_tui.figure.frames import TWO_VIEWS
from footcoach_tui.figure.model import Figure, View
from footcoach_tui.session.exercise import Position

SMALLEST = (16, 7)
"""Columns and rows below which a figure cannot be told any more."""
AMPLE = 24
"""Columns of a figure that leave some to the tenths of a count."""
GAP = 2
TENTHS = "0.0"
_SHAPES = {View.FOOT: 1.25, View.ABOVE: 0.9, View.TOES: 0.95}
_BODIES = {Position.STANDING: 0.45, Position.SEATED: 0.65, Position.KNEELING: 1.0}
_LONG = 1.3
"""How wide views are of their height, as a rule: to measure one takes longer than a look may."""
ABOVE_READS_BETTER = 1.25
"""A figure beside the count must be so much higher than one below it."""
TWO_TELL_MORE = 1.3
"""What a second view is worth: a lower figure, this much."""

Size = tuple[int, int]
"""Columns and rows."""
NOTHING: Size = (0, 0)


@dataclass(frozen=True, slots=True)
class Taste:
    """What digits may take: a share of the width beside a picture, a share of the height above it.

    Digits of fewer than `least` rows stand alone, as large as they can be.
    """

    beside: float = 0.5
    above: float = 0.4
    least: int = 3


@dataclass(frozen=True, slots=True)
class Staged:
    """The cells of the count and of the picture, which is left out where it has NOTHING."""

    count: Size
    picture: Size = NOTHING
    is_beside: bool = False


def shapes(figure: Figure, position: Position) -> tuple[float, ...]:
    """How wide each view that may be drawn is, of its height; a body has the shape of its place."""
    return tuple(
        _BODIES.get(position, _LONG) if view is View.BODY else _SHAPES[view]
        for view in figure.views[:2]
    )


def staged(
    room: Size, widest: str, shapes: Sequence[float], taste: Taste, smallest: Size = SMALLEST
) -> Staged:
    """Share out a room so that the picture is high; `widest` is the widest count to come.

    `shapes` are the widths of the picture's views, of their height; without any there is none.
    """
    found = [one for one in _tried(room, widest, taste) if _is_enough(one.picture, smallest)]
    if not shapes or not found:
        return Staged(room)
    return max(found, key=lambda one: _worth(one, shapes))


def _tried(room: Size, widest: str, taste: Taste) -> Iterator[Staged]:
    width, height = room
    share = int(width * taste.beside)
    scale = fitting_scale(widest, share, height)
    if scale and rows_of(scale) >= taste.least:
        wide = dot_columns(widest) * scale + GAP
        with_tenths = max(wide, dot_columns(TENTHS) * scale)
        if with_tenths <= min(share, width - AMPLE):
            wide = with_tenths
        yield Staged((wide, height), (width - wide, height), is_beside=True)
    scale = fitting_scale(widest, width, int(height * taste.above))
    if scale and rows_of(scale) >= taste.least:
        high = rows_of(scale) + 1
        yield Staged((width, high), (width, height - high))


def _is_enough(picture: Size, smallest: Size) -> bool:
    return picture[0] >= smallest[0] and picture[1] >= smallest[1]


def _worth(tried: Staged, shapes: Sequence[float]) -> float:
    """How high the figure would be, in dots, and what else speaks for it."""
    height = _height(tried.picture, shapes)
    return height if tried.is_beside else height * ABOVE_READS_BETTER


def _height(picture: Size, shapes: Sequence[float]) -> float:
    columns, rows = picture
    if columns < TWO_VIEWS or len(shapes) == 1:
        return min(rows * HIGH, columns * WIDE / shapes[0])
    return min(rows * HIGH, columns * WIDE / sum(shapes)) * TWO_TELL_MORE
