"""Large digits and letters of square dots, in half-block characters."""

from functools import lru_cache

_DOTS = {
    "A": ("###", "# #", "###", "# #", "# #"),
    "B": ("## ", "# #", "## ", "# #", "## "),
    "C": ("###", "#  ", "#  ", "#  ", "###"),
    "D": ("## ", "# #", "# #", "# #", "## "),
    "E": ("###", "#  ", "## ", "#  ", "###"),
    "F": ("###", "#  ", "## ", "#  ", "#  "),
    "G": ("####", "#   ", "# ##", "#  #", "####"),
    "H": ("# #", "# #", "###", "# #", "# #"),
    "I": ("#", "#", "#", "#", "#"),
    "J": ("  #", "  #", "  #", "# #", "###"),
    "K": ("# #", "# #", "## ", "# #", "# #"),
    "L": ("#  ", "#  ", "#  ", "#  ", "###"),
    "M": ("#   #", "## ##", "# # #", "#   #", "#   #"),
    "N": ("#  #", "## #", "# ##", "#  #", "#  #"),
    "O": ("###", "# #", "# #", "# #", "###"),
    "P": ("###", "# #", "###", "#  ", "#  "),
    "Q": ("####", "#  #", "#  #", "# ##", "####"),
    "R": ("###", "# #", "## ", "# #", "# #"),
    "S": ("###", "#  ", "###", "  #", "###"),
    "T": ("###", " # ", " # ", " # ", " # "),
    "U": ("# #", "# #", "# #", "# #", "###"),
    "V": ("# #", "# #", "# #", "# #", " # "),
    "W": ("#   #", "#   #", "# # #", "## ##", "#   #"),
    "X": ("# #", "# #", " # ", "# #", "# #"),
    "Y": ("# #", "# #", " # ", " # ", " # "),
    "Z": ("###", "  #", " # ", "#  ", "###"),
    " ": ("  ", "  ", "  ", "  ", "  "),
    "-": ("  ", "  ", "##", "  ", "  "),
    ",": (" ", " ", " ", "#", "#"),
    "’": ("#", "#", " ", " ", " "),
    "'": ("#", "#", " ", " ", " "),
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", " # ", " # "),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
    ".": (" ", " ", " ", " ", "#"),
}
_DOT_ROWS = 5
_BLOCKS = {(" ", " "): " ", ("#", " "): "▀", (" ", "#"): "▄", ("#", "#"): "█"}


def dot_columns(text: str) -> int:
    """Dots across, with the gaps between characters."""
    return sum(len(_DOTS[character][0]) for character in text) + max(0, len(text) - 1)


def rows_at_scale(scale: int) -> int:
    """Rows of cells at a scale; a dot is `scale` columns wide."""
    return (_DOT_ROWS * scale + 1) // 2


def fitting_scale(text: str, width: int, height: int) -> int:
    """The largest scale that fits into cells; 0 if none does, or a character has no dots."""
    if not _DOTS.keys() >= set(text):
        return 0
    scale = 0
    while dot_columns(text) * (scale + 1) <= width and rows_at_scale(scale + 1) <= height:
        scale += 1
    return scale


@lru_cache(maxsize=256)
def big_text(text: str, scale: int) -> tuple[str, ...]:
    """Rows of a text, all equally wide. Raises KeyError for a character without dots."""
    dots = [" ".join(_DOTS[character][row] for character in text) for row in range(_DOT_ROWS)]
    wide = ["".join(dot * scale for dot in row) for row in dots]
    tall = [row for row in wide for _ in range(scale)]
    if len(tall) % 2:
        tall.append(" " * len(tall[0]))
    pairs = zip(tall[::2], tall[1::2], strict=True)
    return tuple(
        "".join(_BLOCKS[dot] for dot in zip(upper, lower, strict=True)) for upper, lower in pairs
    )
