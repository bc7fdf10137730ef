"""The screen in ASCII: every sign that is none has one that stands for it, as wide as it is.

This is the last thing done to a text before it is sent, so that nothing else on the way need know
of it: borders, bars, signs, digits, plots and what people write all pass here.
"""

import re
from functools import lru_cache

from rich.cells import cell_len

from footcoach_tui.boundary.text import to_ascii

_SIGNS = {
    # What tells a state or a side.
    "▶": ">",
    "▷": ":",
    "◀": "<",
    "◂": "<",
    "■": "#",
    "□": "o",
    "○": "o",
    "◆": "*",
    "◐": "/",
    "⇄": "=",
    "‖": "|",
    "✓": "v",
    "✗": "x",
    # Keys and words.
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
    # A bar lying down, then one that stands; digits are of upper and lower halves.
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
_TABLE = _SIGNS | {
    sign: stands for group in (_LINES, _BLOCKS) for stands, signs in group.items() for sign in signs
}
_BETWEEN = re.compile(r"(?<=\S) · (?=\S)")
_BRAILLE = range(0x2800, 0x2900)
_DENSITY = " ..::+*%#"
"""By how many of a braille cell's eight dots are set."""


@lru_cache(maxsize=8192)
def ascii_cells(text: str) -> str:
    """The text in ASCII, in as many cells as before."""
    if text.isascii():
        return text
    said = "".join(map(_sign, _BETWEEN.sub(" - ", text)))
    cells = cell_len(text)
    return said if len(said) == cells else said[:cells].ljust(cells)


@lru_cache(maxsize=4096)
def _sign(char: str) -> str:
    """What stands for one character, as wide as it is by itself."""
    if char.isascii():
        return char
    if ord(char) in _BRAILLE:
        return _DENSITY[(ord(char) - _BRAILLE.start).bit_count()]
    wide = cell_len(char)
    return (_TABLE.get(char) or to_ascii(char).strip()[:1] or " ").ljust(wide, "?")[:wide]
