"""Picture: rows of text cells, each row cut into runs of one tone."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """Colour role of a dot. Where several meet in a cell, the later one in this list wins."""

    BLANK = "blank"
    FLOOR = "floor"
    PROP = "prop"
    FAR = "far"
    NEAR = "near"
    LIT = "lit"

    @property
    def bit(self) -> int:
        """The tone as one bit of a byte; a blank has none."""
        return _BITS[self]


_BITS = {tone: 1 << index >> 1 for index, tone in enumerate(Tone)}


ToneRun = tuple[str, Tone]
"""Text of one or more cells and the tone of all of them."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows from the top, all of `columns` cells; every glyph is one cell wide."""

    columns: int
    rows: tuple[tuple[ToneRun, ...], ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The text without its tones."""
        return tuple("".join(text for text, _ in row) for row in self.rows)

    def beside(self, right: "Picture") -> "Picture":
        """Both pictures, which are of the same height, side by side."""
        pairs = zip(self.rows, right.rows, strict=True)
        rows = tuple(left_row + right_row for left_row, right_row in pairs)
        return Picture(self.columns + right.columns, rows)
