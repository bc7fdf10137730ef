"""Picture: rows of text cells, each row cut into runs of one ink."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Tone(StrEnum):
    """Colour role of a dot. Where several meet in a cell of one colour, the last in the list wins.

    A seam is the dark line where limbs cross; it is no part of a picture that has dots only.
    """

    BLANK = "blank"
    FLOOR = "floor"
    SEAM = "seam"
    PROP = "prop"
    FAR = "far"
    NEAR = "near"
    LIT = "lit"

    @property
    def bit(self) -> int:
        """The tone as one bit of a byte; a blank has none."""
        return _BITS[self]


_BITS = {tone: 1 << index >> 1 for index, tone in enumerate(Tone)}


class Ink(NamedTuple):
    """Tone of a cell's glyph, and of the ground behind it."""

    tone: Tone
    ground: Tone = Tone.BLANK


PLAIN_INKS = {tone: Ink(tone) for tone in Tone}
"""Inks on a blank ground."""

InkRun = tuple[str, Ink]
"""Text of one or more cells and the ink of all of them."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows from the top, all of `columns` cells; every glyph is one cell wide."""

    columns: int
    rows: tuple[tuple[InkRun, ...], ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The text without its inks."""
        return tuple("".join(text for text, _ in row) for row in self.rows)

    def beside(self, right: "Picture") -> "Picture":
        """Both pictures, which are of the same height, side by side."""
        pairs = zip(self.rows, right.rows, strict=True)
        rows = tuple(left_row + right_row for left_row, right_row in pairs)
        return Picture(self.columns + right.columns, rows)
