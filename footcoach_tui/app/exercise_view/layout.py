"""How the count and the picture of an exercise share their room: beside or below each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from footcoach_tui.app.exercise_view.big_text import dot_columns, fitting_scale, rows_at_scale
from footcoach_tui.figure.cells import CELL_HEIGHT, CELL_WIDTH
from footcoach_tui.figure.model import Figure, View
from footcoach_tui.figure.render import MIN_TWO_VIEW_COLUMNS
from footcoach_tui.session.exercise import Position

MIN_FIGURE_SIZE = (16, 7)
"""Columns and rows below which a figure cannot be told any more."""
_MIN_COLUMNS_BESIDE_TENTHS = 24
"""Columns of a figure that leave some to the tenths of a count."""
_GAP = 2
TENTHS_TEXT = "0.0"
_SHAPES = {View.FOOT: 1.25, View.ABOVE: 0.9, View.TOES: 0.95}
_BODIES = {Position.STANDING: 0.45, Position.SEATED: 0.65, Position.KNEELING: 1.0}
_LONG = 1.3
"""How wide views are of their height, as a rule: to measure one takes longer than a look may."""
_ABOVE_BONUS = 1.25
"""A figure beside the count must be so much higher than one below it."""
_TWO_VIEWS_BONUS = 1.3
"""What a second view is worth: a lower figure, this much."""

CellSize = tuple[int, int]
"""Columns and rows."""
EMPTY_SIZE: CellSize = (0, 0)


@dataclass(frozen=True, slots=True)
class LayoutPreference:
    """What digits may take: a share of the width beside a picture, a share of the height above it.

    Digits of fewer than `least` rows stand alone, as large as they can be.
    """

    max_width_share: float = 0.5
    max_height_share: float = 0.4
    min_digit_rows: int = 3


@dataclass(frozen=True, slots=True)
class ExerciseLayout:
    """The cells of the count and of the picture, which is left out where it has NOTHING."""

    count: CellSize
    picture: CellSize = EMPTY_SIZE
    is_beside: bool = False


def aspect_ratios(figure: Figure, position: Position) -> tuple[float, ...]:
    """How wide each view that may be drawn is, of its height; a body has the shape of its place."""
    return tuple(
        _BODIES.get(position, _LONG) if view is View.BODY else _SHAPES[view]
        for view in figure.views[:2]
    )


def choose_layout(
    room: CellSize,
    widest: str,
    shapes: Sequence[float],
    taste: LayoutPreference,
    smallest: CellSize = MIN_FIGURE_SIZE,
) -> ExerciseLayout:
    """Share out a room so that the picture is high; `widest` is the widest count to come.

    `shapes` are the widths of the picture's views, of their height; without any there is none.
    """
    found = [one for one in _tried(room, widest, taste) if _is_enough(one.picture, smallest)]
    if not shapes or not found:
        return ExerciseLayout(room)
    return max(found, key=lambda one: _worth(one, shapes))


def _tried(room: CellSize, widest: str, taste: LayoutPreference) -> Iterator[ExerciseLayout]:
    width, height = room
    share = int(width * taste.max_width_share)
    scale = fitting_scale(widest, share, height)
    if scale and rows_at_scale(scale) >= taste.min_digit_rows:
        wide = dot_columns(widest) * scale + _GAP
        with_tenths = max(wide, dot_columns(TENTHS_TEXT) * scale)
        if with_tenths <= min(share, width - _MIN_COLUMNS_BESIDE_TENTHS):
            wide = with_tenths
        yield ExerciseLayout((wide, height), (width - wide, height), is_beside=True)
    scale = fitting_scale(widest, width, int(height * taste.max_height_share))
    if scale and rows_at_scale(scale) >= taste.min_digit_rows:
        high = rows_at_scale(scale) + 1
        yield ExerciseLayout((width, high), (width, height - high))


def _is_enough(picture: CellSize, smallest: CellSize) -> bool:
    return picture[0] >= smallest[0] and picture[1] >= smallest[1]


def _worth(tried: ExerciseLayout, shapes: Sequence[float]) -> float:
    """How high the figure would be, in dots, and what else speaks for it."""
    height = _height(tried.picture, shapes)
    return height if tried.is_beside else height * _ABOVE_BONUS


def _height(picture: CellSize, shapes: Sequence[float]) -> float:
    columns, rows = picture
    if columns < MIN_TWO_VIEW_COLUMNS or len(shapes) == 1:
        return min(rows * CELL_HEIGHT, columns * CELL_WIDTH / shapes[0])
    return min(rows * CELL_HEIGHT, columns * CELL_WIDTH / sum(shapes)) * _TWO_VIEWS_BONUS
