"""Dots to text cells, in any glyph set.

In braille and ASCII all cells of a row are computed at once: eight slices of the grid, each turned
into its bit, and put together as one long number.
"""

from typing import NamedTuple

from footcoach_tui.figure.blocks import BLOCKS
from footcoach_tui.figure.glyphs import Glyphs, dot_grid
from footcoach_tui.figure.picture import PLAIN_INKS, InkRun, Picture, Tone
from footcoach_tui.figure.solid import solid_rows

CELL_WIDTH, CELL_HEIGHT = 2, 4
"""Dots of a cell in braille: square ones."""


class PictureFormat(NamedTuple):
    """Size of a picture in cells, its glyphs, and whether colours show its tones."""

    columns: int
    rows: int
    glyphs: Glyphs = Glyphs.BRAILLE
    is_coloured: bool = True

    @property
    def dots(self) -> tuple[int, int, float]:
        """Columns and rows of dots, and how much higher than wide a dot is."""
        columns, rows, pitch = dot_grid(self.glyphs)
        return self.columns * columns, self.rows * rows, pitch


# The bit of each dot in a braille sign: by column, then from the top.
_BITS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
_TO_BIT = {bit: bytes([0]) + bytes([bit]) * 255 for column in _BITS for bit in column}
_WINNER = tuple(
    max((tone for tone in Tone if tone.bit & tones), key=lambda tone: tone.bit, default=Tone.BLANK)
    for tones in range(1 << len(Tone) - 1)
)
_WITHOUT_SEAMS = bytes(0 if value == Tone.SEAM.bit else value for value in range(256))
_BRAILLE = (" ", *(chr(0x2800 + mask) for mask in range(1, 256)))
_SIGNS = {Tone.FLOOR: "=", Tone.PROP: "%", Tone.FAR: ":", Tone.NEAR: "#", Tone.LIT: "@"}
# By the quarters that are covered: upper left 1, upper right 2, lower left 4, lower right 8.
# All four have no sign of their own: the tone has.
_EDGE = (" ", "'", "'", '"', ".", "|", "/", "/", ".", "\\", "|", "\\", "_", "\\", "/", "")


def draw_cells(grid: bytes | bytearray, form: PictureFormat, *, mirrored: bool = False) -> Picture:
    """The grid of a format's dots as cells; `mirrored` swaps left and right."""
    columns, glyphs = form.columns, form.glyphs
    width, _, _ = form.dots
    if mirrored:
        grid = _mirror(grid, width)
    if glyphs in BLOCKS:
        rows = solid_rows(grid, columns, glyphs, is_coloured=form.is_coloured)
        return Picture(columns, tuple(rows))
    grid = grid.translate(_WITHOUT_SEAMS)
    size = width * CELL_HEIGHT
    return Picture(
        columns,
        tuple(
            _row(grid[start : start + size], width, glyphs) for start in range(0, len(grid), size)
        ),
    )


def _mirror(grid: bytes | bytearray, width: int) -> bytes:
    return b"".join(grid[start : start + width][::-1] for start in range(0, len(grid), width))


def _row(dots: bytes | bytearray, width: int, glyphs: Glyphs) -> tuple[InkRun, ...]:
    """Four rows of dots as one row of runs."""
    columns = width // CELL_WIDTH
    masks = tones = 0
    for right, bits in enumerate(_BITS):
        for down, bit in enumerate(bits):
            every_cell = bytes(dots[down * width + right : (down + 1) * width : CELL_WIDTH])
            tones |= int.from_bytes(every_cell, "big")
            masks |= int.from_bytes(every_cell.translate(_TO_BIT[bit]), "big")
    if not masks:
        return ((" " * columns, PLAIN_INKS[Tone.BLANK]),)
    return _runs(masks.to_bytes(columns, "big"), tones.to_bytes(columns, "big"), glyphs)


def _runs(masks: bytes, tones: bytes, glyphs: Glyphs) -> tuple[InkRun, ...]:
    runs: list[InkRun] = []
    start = 0
    count = len(masks)
    while start < count:
        tone = _WINNER[tones[start]]
        end = start + 1
        while end < count and _WINNER[tones[end]] is tone:
            end += 1
        runs.append((_text(masks[start:end], tone, glyphs), PLAIN_INKS[tone]))
        start = end
    return tuple(runs)


def _text(masks: bytes, tone: Tone, glyphs: Glyphs) -> str:
    if tone is Tone.BLANK:
        return " " * len(masks)
    if glyphs is Glyphs.BRAILLE:
        return "".join([_BRAILLE[mask] for mask in masks])
    return "".join([_ascii(mask, tone) for mask in masks])


def _ascii(mask: int, tone: Tone) -> str:
    """The sign of the tone where the cell is mostly covered, else one of the cell's form."""
    if mask.bit_count() > CELL_WIDTH * CELL_HEIGHT // 2 + 1:
        return _SIGNS[tone]
    quarters = (
        (1 if mask & 0x03 else 0)
        | (2 if mask & 0x18 else 0)
        | (4 if mask & 0x44 else 0)
        | (8 if mask & 0xA0 else 0)
    )
    return _EDGE[quarters] or _SIGNS[tone]
