"""Text that is not ours: cleaned before it is shown, and named where it is refused.

A control character in a file, a file name or an error message would otherwise reach the
terminal and move the cursor, write to the clipboard or turn the line around.
"""

import re
from unicodedata import category, name, normalize

_DEFAULT_LIMIT = 2000
"""Characters of a text that `clean` keeps when it is given no other limit."""

_JOINERS = "\u200c\u200d"  # they shape letters and emoji, and move nothing
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_REFUSED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_BREAKS = re.compile(r" *[\t\n\v\f\r][\t\n\v\f\r ]*")
_MARKS_IN_A_ROW = 4  # the most that any script writes; more climb over the lines above
_QUOTE_LIMIT = 60
_CONTROL_NAMES = {  # Unicode gives them none; these are the ones that are met
    0x00: "NULL",
    0x07: "BELL",
    0x08: "BACKSPACE",
    0x0B: "VERTICAL TAB",
    0x0C: "FORM FEED",
    0x0D: "CARRIAGE RETURN",
    0x1B: "ESCAPE",
    0x7F: "DELETE",
    0x9B: "CONTROL SEQUENCE INTRODUCER",
}
_SPECIES = {"Cc": "CONTROL CHARACTER", "Cs": "SURROGATE"}


def clean(text: str, limit: int = _DEFAULT_LIMIT) -> str:
    """Return `text` as one line that is safe to show, at most `limit` (>= 1) characters long.

    Line breaks and tabs become one space; control, format (but for the joiners), private,
    unassigned and surrogate characters go; at most four combining marks stay in a row; the
    rest is NFC. What is cut off shows as "…". Cleaning twice changes nothing more.
    """
    if text.isascii() and text.isprintable():
        return _cut(text, limit)
    line = _BREAKS.sub(" ", text)
    kept = "".join(char for char in line if char in _JOINERS or category(char) not in _DROPPED)
    # The marks are thinned before NFC as well: it takes minutes over a long row of them.
    return _cut(_thinned(normalize("NFC", _thinned(kept))), limit)


def quote(text: str) -> str:
    """Return `text` cleaned, short and in quotes, to be named in a sentence."""
    return f"“{clean(text, _QUOTE_LIMIT)}”"


def forbidden_character(text: str) -> str | None:
    """Name the first character that no text may hold, e.g. "U+001B ESCAPE", or return None.

    Refused are control and format characters, surrogates and the line and paragraph separator;
    tabs, line feeds and the two joiners may stay.
    """
    if text.isprintable():
        return None
    return next((character_name(char) for char in text if _is_forbidden(char)), None)


def _is_forbidden(char: str) -> bool:
    """Whether no text in a file may hold this one character."""
    return char not in "\t\n" and char not in _JOINERS and category(char) in _REFUSED


def character_name(char: str) -> str:
    """Return the number and name of one character, e.g. "U+202E RIGHT-TO-LEFT OVERRIDE"."""
    return f"U+{ord(char):04X} {name(char, '') or _nameless(char)}"


def _nameless(char: str) -> str:
    """What to call a character to which Unicode gives no name."""
    species = _SPECIES.get(category(char), "CHARACTER WITHOUT A NAME")
    return _CONTROL_NAMES.get(ord(char), species)


def _thinned(text: str) -> str:
    """Leave out what follows the fourth combining mark in a row; joiners do not end the row."""
    kept: list[str] = []
    row = 0
    for char in text:
        if char not in _JOINERS:
            row = row + 1 if category(char).startswith("M") else 0
        if row <= _MARKS_IN_A_ROW or char in _JOINERS:
            kept.append(char)
    return "".join(kept)


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
