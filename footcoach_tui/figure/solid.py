"""Dots to solid cells: each takes the block and the two tones that come nearest to its dots."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations, groupby
from operator import itemgetter
from struct import Struct

from footcoach_tui.figure.blocks import BLOCKS, Blocks
from footcoach_tui.figure.glyphs import Glyphs, dot_grid
from footcoach_tui.figure.picture import PLAIN_INKS, Ink, InkRun, Tone

_Cell = tuple[str, Ink]

_KEY_BYTES, _KEY = 8, Struct("=Q")
"""Dots of a cell as one number, which is looked up faster than bytes."""
_BLANK_CELL: _Cell = (" ", PLAIN_INKS[Tone.BLANK])
_FULL = "█"
_SHADES = {Tone.FAR: "░", Tone.PROP: "▒", Tone.LIT: "▓"}
"""Full cells without colours: what is not the near body is hatched."""
_FLOOR_LINE, _CONSOLE_FLOOR_LINE = "▁", "_"
_TONES = {tone.bit: tone for tone in Tone}
_ORDER = tuple(Tone)
_THIN = (Tone.FLOOR, Tone.SEAM)
_OUTLINE, _FAINT, _INNER = 4, 1, 2
"""Costs of a dot in a wrong tone: across the outline of the figure, in a floor or a seam, and
within the figure."""


def solid_rows(
    grid: bytes | bytearray, columns: int, glyphs: Glyphs, *, is_coloured: bool
) -> Iterator[tuple[InkRun, ...]]:
    """Rows of cells; without colours every cell has one tone, and full ones are hatched."""
    dots = dot_grid(glyphs)
    width = columns * dots.columns
    cells = _cells(glyphs, is_coloured)
    for start in range(0, len(grid), width * dots.rows):
        row = grid[start : start + width * dots.rows]
        if not any(row):
            yield ((" " * columns, PLAIN_INKS[Tone.BLANK]),)
            continue
        yield tuple(_runs(map(cells.__getitem__, _keys(row, dots.columns, width))))


def _keys(dots: bytes | bytearray, per_cell: int, width: int) -> memoryview:
    """Dots of each cell of a row, by rows, as one number a cell."""
    keys = bytearray(width // per_cell * _KEY_BYTES)
    for at in range(len(dots) // width * per_cell):
        down, right = divmod(at, per_cell)
        keys[at::_KEY_BYTES] = dots[down * width + right : (down + 1) * width : per_cell]
    return memoryview(keys).cast("Q")


def _runs(cells: Iterator[_Cell]) -> Iterator[InkRun]:
    for ink, run in groupby(cells, key=itemgetter(1)):
        yield "".join([glyph for glyph, _ in run]), ink


_MAX_CELLS = 65_536


class _CellTable(dict[int, _Cell]):
    """Cells by the number of their dots, found when they are first asked for."""

    def __init__(self, glyphs: Glyphs, *, is_coloured: bool) -> None:
        super().__init__({0: _BLANK_CELL})
        self._glyphs = glyphs
        self._is_coloured = is_coloured

    def __missing__(self, key: int) -> _Cell:
        if len(self) >= _MAX_CELLS:
            self.clear()
        grid = dot_grid(self._glyphs)
        bits = _KEY.pack(key)[: grid.columns * grid.rows]
        dots = tuple(_TONES[bit] for bit in bits)
        self[key] = cell = self._fit(dots)
        return cell

    def _fit(self, dots: tuple[Tone, ...]) -> _Cell:
        tones = set(dots)
        if len(tones) == 1:
            return _full(dots[0], is_coloured=self._is_coloured)
        if tones == {Tone.FLOOR, Tone.BLANK} and set(dots[-2:]) == {Tone.FLOOR}:
            is_console = self._glyphs is Glyphs.HALVES
            line = _CONSOLE_FLOOR_LINE if is_console else _FLOOR_LINE
            return line, PLAIN_INKS[Tone.FLOOR]
        if not self._is_coloured:
            return _nearest_outline(dots, BLOCKS[self._glyphs])
        # The later tone is that of the glyph, so that a blank is always ground.
        pairs = combinations(sorted(tones, key=_ORDER.index, reverse=True), 2)
        fits = (_nearest_block(dots, Ink(*pair), BLOCKS[self._glyphs]) for pair in pairs)
        return min(fits, key=itemgetter(0))[1]


def _full(tone: Tone, *, is_coloured: bool) -> _Cell:
    if tone is Tone.BLANK:
        return _BLANK_CELL
    return (_FULL if is_coloured else _SHADES.get(tone, _FULL)), PLAIN_INKS[tone]


def _nearest_block(dots: tuple[Tone, ...], ink: Ink, blocks: Blocks) -> tuple[int, _Cell]:
    """The cost of the best block in an ink, and the cell."""
    costs = [
        tuple(sum(_cost(dots[dot], tone) for dot in part) for tone in (ink.ground, ink.tone))
        for part in blocks.parts
    ]

    def cost(covered: int) -> int:
        return sum(each[covered >> part & 1] for part, each in enumerate(costs))

    best = sum(1 << part for part, (ground, glyph) in enumerate(costs) if glyph <= ground)
    if best not in blocks.characters:
        best = min(blocks.characters, key=cost)
    glyph = blocks.characters[best]
    if glyph == _BLANK_CELL[0]:
        return cost(best), _full(ink.ground, is_coloured=True)
    return cost(best), (glyph, PLAIN_INKS[ink.tone] if glyph == _FULL else ink)


def _nearest_outline(dots: tuple[Tone, ...], blocks: Blocks) -> _Cell:
    """The cell without colours: the covered parts in the tone that covers most of them."""
    counts = Counter(tone for tone in dots if tone not in (Tone.BLANK, Tone.SEAM))
    if not counts:
        return _BLANK_CELL
    tone = max(counts, key=lambda tone: (counts[tone], _ORDER.index(tone)))
    solid = tuple(tone if dot in counts else Tone.BLANK for dot in dots)
    _, (glyph, ink) = _nearest_block(solid, PLAIN_INKS[tone], blocks)
    return _full(tone, is_coloured=False) if glyph == _FULL else (glyph, ink)


def _cost(dot: Tone, shown: Tone) -> int:
    if dot is shown:
        return 0
    if dot in _THIN or shown in _THIN:
        return _FAINT
    return _OUTLINE if Tone.BLANK in (dot, shown) else _INNER


@cache
def _cells(glyphs: Glyphs, is_coloured: bool) -> _CellTable:  # noqa: FBT001 - a cache key
    return _CellTable(glyphs, is_coloured=is_coloured)
