"""Blocks of the solid glyph sets: the character for each set of covered parts of a cell."""

from typing import NamedTuple

from footcoach_tui.figure.glyphs import Glyphs


class Blocks(NamedTuple):
    """Solid glyphs: the character for each set of covered parts of a cell.

    A part is a tuple of dots, numbered by rows; in a set, the first part is the lowest bit.
    """

    parts: tuple[tuple[int, ...], ...]
    characters: dict[int, str]


_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""By covered quarters: upper left 1, upper right 2, lower left 4, lower right 8."""
_IN_CONSOLE_FONTS = " ▀▌▐▄█"
_OTHER_EIGHTHS = {
    0x01: "\U0001cea8",
    0x02: "\U0001ceab",
    0x03: "\U0001fb82",
    0x14: "\U0001fbe6",
    0x28: "\U0001fbe7",
    0x3F: "\U0001fb85",
    0x40: "\U0001cea3",
    0x80: "\U0001cea0",
    0xC0: "▂",
    0xFC: "▆",
}
"""Sets of eighths that have a character outside of the block of octants."""
_FIRST_OCTANT, _FIRST_SEXTANT = 0x1CD00, 0x1FB00
_LEFT_THIRDS, _RIGHT_THIRDS, _ALL_THIRDS = 0b010101, 0b101010, 0b111111


def _octants() -> dict[int, str]:
    """All sets of eighths; Unicode counts on past those that have had a character before."""
    characters = {
        sum((0x05, 0x0A, 0x50, 0xA0)[quarter] for quarter in range(4) if quarters >> quarter & 1): c
        for quarters, c in enumerate(_QUARTERS)
    } | _OTHER_EIGHTHS
    codes = iter(range(_FIRST_OCTANT, _FIRST_OCTANT + 256))
    return {
        eighths: characters[eighths] if eighths in characters else chr(next(codes))
        for eighths in range(256)
    }


def _sextants() -> dict[int, str]:
    characters = {0: " ", _LEFT_THIRDS: "▌", _RIGHT_THIRDS: "▐", _ALL_THIRDS: "█"}
    codes = iter(range(_FIRST_SEXTANT, _FIRST_SEXTANT + 64))
    return {
        sixths: characters[sixths] if sixths in characters else chr(next(codes))
        for sixths in range(64)
    }


_FOUR = ((0, 2), (1, 3), (4, 6), (5, 7))
BLOCKS = {
    Glyphs.OCTANTS: Blocks(tuple((dot,) for dot in range(8)), _octants()),
    Glyphs.SEXTANTS: Blocks(tuple((dot,) for dot in range(6)), _sextants()),
    Glyphs.BLOCKS: Blocks(_FOUR, dict(enumerate(_QUARTERS))),
    Glyphs.HALVES: Blocks(
        _FOUR, {mask: char for mask, char in enumerate(_QUARTERS) if char in _IN_CONSOLE_FONTS}
    ),
}
"""Blocks of the solid glyph sets."""
