"""Glyph sets that a figure is drawn with. Nothing heavy is imported: every command needs it."""

from enum import StrEnum
from typing import NamedTuple


class Glyphs(StrEnum):
    """Glyph set, from the finest to the plainest."""

    OCTANTS = "octants"
    SEXTANTS = "sextants"
    BLOCKS = "blocks"
    """Quarters of a cell."""
    HALVES = "halves"
    """Halves of a cell, which every console font has."""
    BRAILLE = "braille"
    ASCII = "ascii"


class DotGrid(NamedTuple):
    """Dots of a cell, by columns and rows. A dot is `pitch` times as high as it is wide."""

    columns: int
    rows: int
    pitch: float


_FINE = DotGrid(2, 4, 1.0)


def dot_grid(glyphs: Glyphs) -> DotGrid:
    """Dots of a cell, which is twice as high as wide."""
    return DotGrid(2, 3, 4 / 3) if glyphs is Glyphs.SEXTANTS else _FINE
