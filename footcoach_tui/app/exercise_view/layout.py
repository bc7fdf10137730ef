"""Layout of an exercise: its count and its picture side by side, or one above the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.geometry import Size

from footcoach_tui.app.exercise_view.big_text import dot_columns, fitting_scale, rows_at_scale
from footcoach_tui.figure.cells import CELL_HEIGHT, CELL_WIDTH
from footcoach_tui.figure.model import Figure, View
from footcoach_tui.figure.render import MIN_TWO_VIEW_COLUMNS
from footcoach_tui.session.exercise import Position

_MIN_COLUMNS_BESIDE_TENTHS = 24
"""Least columns of a figure beside a count with tenths."""
_GAP = 2
TENTHS_TEXT = "0.0"
_SHAPES = {View.FOOT: 1.25, View.FRONT: 1.3, View.ABOVE: 0.9, View.TOES: 0.95}
_BODIES = {Position.STANDING: 0.45, Position.SEATED: 0.65, Position.KNEELING: 1.0}
_LONG = 1.3
"""Typical width to height of a view: to measure a figure takes longer than a frame may."""
_ABOVE_BONUS = 1.25
"""Weight of a figure below the count: one beside it must be higher by this factor."""
_TWO_VIEWS_BONUS = 1.3
"""Weight of a second view, which makes up for a lower figure."""


@dataclass(frozen=True, slots=True)
class ExerciseLayout:
    """Sizes of the count and of the picture in cells; an empty picture is left out."""

    count: Size
    picture: Size = Size()  # noqa: RUF009 - a named tuple, so it can be shared
    is_beside: bool = False


@dataclass(frozen=True, slots=True)
class LayoutPreference:
    """Limits for the digits: a share of the width beside a picture, of the height above one.

    Without room for `min_digit_rows` and a `min_picture` (columns, rows), the count has all cells.
    """

    max_width_share: float = 0.5
    max_height_share: float = 0.4
    min_digit_rows: int = 3
    min_picture: tuple[int, int] = (16, 7)

    def layout(self, room: Size, widest: str, aspect_ratios: Sequence[float]) -> ExerciseLayout:
        """The layout with the highest picture; `widest` is the widest count to come.

        `aspect_ratios` are those of the picture's views; without any there is no picture.
        """
        columns, rows = self.min_picture
        layouts = [
            layout
            for layout in self._layouts(room, widest)
            if layout.picture.width >= columns and layout.picture.height >= rows
        ]
        if not aspect_ratios or not layouts:
            return ExerciseLayout(room)
        return max(layouts, key=lambda layout: _score(layout, aspect_ratios))

    def _layouts(self, room: Size, widest: str) -> Iterator[ExerciseLayout]:
        width, height = room
        share = int(width * self.max_width_share)
        scale = fitting_scale(widest, share, height)
        if scale and rows_at_scale(scale) >= self.min_digit_rows:
            columns = dot_columns(widest) * scale + _GAP
            with_tenths = max(columns, dot_columns(TENTHS_TEXT) * scale)
            if with_tenths <= min(share, width - _MIN_COLUMNS_BESIDE_TENTHS):
                columns = with_tenths
            yield ExerciseLayout(
                Size(columns, height), Size(width - columns, height), is_beside=True
            )
        scale = fitting_scale(widest, width, int(height * self.max_height_share))
        if scale and rows_at_scale(scale) >= self.min_digit_rows:
            rows = rows_at_scale(scale) + 1
            yield ExerciseLayout(Size(width, rows), Size(width, height - rows))


def aspect_ratios(figure: Figure, position: Position) -> tuple[float, ...]:
    """Width to height of each view that may be drawn; that of a body depends on the position."""
    return tuple(
        _BODIES.get(position, _LONG) if view is View.BODY else _SHAPES[view]
        for view in figure.views[:2]
    )


def _score(layout: ExerciseLayout, aspect_ratios: Sequence[float]) -> float:
    """Height of the figure in dots, weighted by layout and number of views."""
    columns, rows = layout.picture
    height, bonus = float(rows * CELL_HEIGHT), 1.0 if layout.is_beside else _ABOVE_BONUS
    if columns < MIN_TWO_VIEW_COLUMNS or len(aspect_ratios) == 1:
        return bonus * min(height, columns * CELL_WIDTH / aspect_ratios[0])
    return bonus * _TWO_VIEWS_BONUS * min(height, columns * CELL_WIDTH / sum(aspect_ratios))
