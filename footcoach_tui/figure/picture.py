"""A picture: rows of text cells, each row cut into runs of one tone."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """Who a dot belongs to. Where several meet in a cell, the later one here wins."""

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


_BITS = {tone: 1 << place >> 1 for place, tone in enumerate(Tone)}


ToneRun = tuple[str, Tone]
"""Text of one or more cells and the tone of all of them."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows from the top, all of `columns` cells; every glyph is one cell wide."""

    columns: int
    rows: tuple[tuple[ToneRun, ...], ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The text alone."""
        return tuple("".join(text for text, _ in row) for row in self.rows)


def side_by_side(left: Picture, right: Picture) -> Picture:
    """Two pictures of the same height, side by side."""
    pairs = zip(left.rows, right.rows, strict=True)
    return Picture(left.columns + right.columns, tuple(one + two for one, two in pairs))
