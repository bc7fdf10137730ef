"""Line filters for poor terminals: fewer colours, or ASCII in place of every other character.

They run last, just before a line is sent, so that nothing else need know of them: borders, bars,
glyphs, digits, plots and what the user writes all pass through here.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from footcoach_tui.app.appearance.choose import Appearance, ColourDepth
from footcoach_tui.boundary.text import to_ascii

_GLYPHS = {
    "▶": ">",
    "▷": ":",
    "◀": "<",
    "▲": "^",
    "◂": "<",
    "▸": ">",
    "▾": "v",
    "★": "*",
    "■": "#",
    "□": "o",
    "○": "o",
    "◆": "*",
    "◐": "/",
    "◧": "=",
    "⇄": "=",
    "‖": "|",
    "✓": "v",
    "✗": "x",
    "→": ">",
    "←": "<",
    "↑": "^",
    "↓": "v",
    "…": "~",
    "·": ".",
    "•": "*",
    "≤": "<",
    "≥": ">",
    "±": "~",
    "°": "'",
    "½": "/",
    "\u200b": "",
}
_LINES = {
    "+": "┌┐└┘├┤┬┴┼╭╮╯╰╔╗╚╝┏┓┗┛╠╣╦╩╬┣┫┳┻╋",
    "-": "─━═╌╍┄┅┈┉╴╶╸╺",
    "|": "│┃║╎╏┆┇┊┋╵╷╹╻▕▐",
}
_BLOCKS = {
    # Horizontal bars, then vertical ones; digits consist of upper and lower halves.
    "-": "▏▎▍",
    "=": "▌▋▊",
    "_": "▁▂▃",
    "o": "▄▅",
    "O": "▆▇",
    '"': "▀▔",
    "#": "█▉",
    ":": "░▒",
    "%": "▓",
    "+": "▖▗▘▙▚▛▜▝▞▟",
}
_ASCII_BY_CHARACTER = _GLYPHS | {
    char: ascii_char
    for group in (_LINES, _BLOCKS)
    for ascii_char, chars in group.items()
    for char in chars
}
_CONSOLE_BLOCKS = "▀▄█▌▐░▒▓"
_TO_CONSOLE_BLOCK = str.maketrans("▅▆▇▉▋▊", "▄▓▓█▌▌")
_SEPARATOR = re.compile(r"(?<=\S) · (?=\S)")
_BRAILLE = range(0x2800, 0x2900)
_ASCII_BY_DOT_COUNT = " ..::+*%#"
"""Indexed by the number of dots that are set in a braille cell."""


class _ColourlessFilter(LineFilter):
    """Removes all colours; text with a background of its own is reversed, so that it stays visible.

    For themes on the terminal's own background: on another one all text would be reversed.
    """

    def apply(self, segments: list[Segment], _: Color) -> list[Segment]:
        return [
            Segment(text, style and _without_colours(style), control)
            for text, style, control in segments
        ]


class _NoBoldBlackFilter(LineFilter):
    """Makes black letters never bold, as many terminals show bold black as grey.

    On the band of a state grey would be hard to read.
    """

    def apply(self, segments: list[Segment], _: Color) -> list[Segment]:
        return [
            Segment(text, style and _without_bold_black(style), control)
            for text, style, control in segments
        ]


class _AsciiFilter(LineFilter):
    def __init__(self, *, keeps_blocks: bool) -> None:
        super().__init__()
        self._keeps_blocks = keeps_blocks

    def apply(self, segments: list[Segment], _: Color) -> list[Segment]:
        return [
            Segment(ascii_cells(text, self._keeps_blocks), style, control)
            for text, style, control in segments
        ]


_COLOURLESS, _PLAIN_BLACK = _ColourlessFilter(), _NoBoldBlackFilter()
_ASCII, _ASCII_AND_BLOCKS = _AsciiFilter(keeps_blocks=False), _AsciiFilter(keeps_blocks=True)


def line_filters(appearance: Appearance) -> Sequence[LineFilter]:
    """Filters that an appearance needs, in their order."""
    filters: list[LineFilter] = []
    if appearance.depth is ColourDepth.NONE:
        filters.append(_COLOURLESS)
    elif appearance.depth is ColourDepth.SIXTEEN:
        filters.append(_PLAIN_BLACK)
    if appearance.is_ascii:
        filters.append(_ASCII_AND_BLOCKS if appearance.has_blocks else _ASCII)
    return filters


@lru_cache(maxsize=8192)
def ascii_cells(text: str, keeps_blocks: bool = False) -> str:  # noqa: FBT001, FBT002 - cached
    """Text in ASCII, in as many cells as before; blocks of console fonts may stay."""
    if text.isascii():
        return text
    kept = _CONSOLE_BLOCKS if keeps_blocks else ""
    chars = _SEPARATOR.sub(" - ", text)
    chars = chars.translate(_TO_CONSOLE_BLOCK) if keeps_blocks else chars
    result = "".join([char if char in kept else _ascii_char(char) for char in chars])
    cells = cell_len(text)
    return result if len(result) == cells else result[:cells].ljust(cells)


@lru_cache(maxsize=4096)
def _ascii_char(char: str) -> str:
    """Replacement for a character, as wide as the character."""
    if char.isascii():
        return char
    if ord(char) in _BRAILLE:
        return _ASCII_BY_DOT_COUNT[(ord(char) - _BRAILLE.start).bit_count()]
    width = cell_len(char)
    return (_ASCII_BY_CHARACTER.get(char) or to_ascii(char).strip()[:1] or " ").ljust(width, "?")[
        :width
    ]


@lru_cache(maxsize=1024)
def _without_bold_black(style: Style) -> Style:
    if not style.bold or style.color is None or style.color.number != 0:
        return style
    return style + Style(bold=False)


@lru_cache(maxsize=1024)
def _without_colours(style: Style) -> Style:
    has_background = style.bgcolor is not None and not style.bgcolor.is_default
    is_reversed = bool(style.reverse) != has_background
    result = style.without_color + Style(reverse=is_reversed)
    return result + Style.from_meta(style.meta) if style.meta else result
