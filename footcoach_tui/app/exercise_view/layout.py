"""Layout of an exercise: its count beside its picture, or above it where that is too narrow."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.geometry import Size

from footcoach_tui.app.exercise_view.big_text import dot_columns, fitting_scale, rows_at_scale

_GAP = 2
TENTHS_TEXT = "0.0"


@dataclass(frozen=True, slots=True)
class ExerciseLayout:
    """Sizes of the count and of the picture in cells; an empty picture is left out."""

    count: Size
    picture: Size = Size()  # noqa: RUF009 - a named tuple, so it can be shared
    is_beside: bool = False


@dataclass(frozen=True, slots=True)
class LayoutPreference:
    """Limits for the digits beside a picture, in shares of the width, and above one, of the height.

    Beside it, digits take `width_share`, or up to `max_width_share` to have `wanted_digit_rows`.
    Without room for `min_digit_rows` and a `min_picture` (columns, rows), the count has all cells.
    """

    width_share: float = 0.38
    max_width_share: float = 0.72
    max_height_share: float = 0.4
    wanted_digit_rows: int = 7
    min_digit_rows: int = 3
    min_picture: tuple[int, int] = (16, 7)

    def layout(self, room: Size, widest: str, *, has_picture: bool) -> ExerciseLayout:
        """The first layout with the digits wanted, or else that with the highest digits."""
        columns, rows = self.min_picture
        layouts = [
            (digit_rows, layout)
            for digit_rows, layout in (*self._beside(room, widest), *self._above(room, widest))
            if layout.picture.width >= columns
            and layout.picture.height >= rows
            and digit_rows >= self.min_digit_rows
        ]
        if not has_picture or not layouts:
            return ExerciseLayout(room)
        return max(layouts, key=lambda each: min(each[0], self.wanted_digit_rows))[1]

    def _beside(self, room: Size, widest: str) -> Iterator[tuple[int, ExerciseLayout]]:
        width, height = room
        scale = fitting_scale(widest, int(width * self.width_share), height)
        most = fitting_scale(widest, int(width * self.max_width_share), height)
        while scale < most and rows_at_scale(scale) < self.wanted_digit_rows:
            scale += 1
        if scale:
            columns = dot_columns(widest) * scale + _GAP
            with_tenths = max(columns, dot_columns(TENTHS_TEXT) * scale + _GAP)
            if with_tenths <= width * self.max_width_share:
                columns = with_tenths
            layout = ExerciseLayout(
                Size(columns, height), Size(width - columns, height), is_beside=True
            )
            yield rows_at_scale(scale), layout

    def _above(self, room: Size, widest: str) -> Iterator[tuple[int, ExerciseLayout]]:
        width, height = room
        scale = fitting_scale(widest, width, int(height * self.max_height_share))
        if scale:
            rows = rows_at_scale(scale) + 1
            yield (
                rows_at_scale(scale),
                ExerciseLayout(Size(width, rows), Size(width, height - rows)),
            )
