"""Text of others: cleaned before it is shown, quoted, refused, or written in ASCII.

A control character in a file, a file name or an error message would otherwise reach the
terminal and move the cursor, write to the clipboard or turn the line around.
"""

import codecs
import re
from unicodedata import category, combining, name, normalize

_DEFAULT_LIMIT = 2000  # characters
_QUOTE_LIMIT = 60
_JOINERS = "\u200c\u200d"  # they shape letters and emoji, and move nothing
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_REFUSED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_BREAKS = re.compile(r" *[\t\n\v\f\r][\t\n\v\f\r ]*")
_MAX_MARKS = 4  # combining marks in a row: no script writes more, and more climb over lines above
_CONTROL_NAMES = {  # Unicode gives them none; these are common
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
_CATEGORY_NAMES = {"Cc": "CONTROL CHARACTER", "Cs": "SURROGATE"}
_ASCII = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "−": "-",  # noqa: RUF001 - replaced because it looks like the ASCII character
        "·": "-",
        "•": "-",
        "×": "x",  # noqa: RUF001 - looks like x
        "→": "->",
        "←": "<-",
        "⇄": "<>",
        "⁄": "/",  # noqa: RUF001 - looks like a slash
        "°": " deg ",
        "≤": "<=",
        "≥": ">=",
        "±": "+-",
        "’": "'",
        "‘": "'",
        "‚": "'",  # noqa: RUF001 - looks like a comma
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "Œ": "Oe",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ł": "l",
        "Ł": "L",
        "ı": "i",  # noqa: RUF001 - looks like i
        "✓": "v",
        "✗": "x",
    }
)


def clean(text: str, limit: int = _DEFAULT_LIMIT) -> str:
    """Return `text` as one line that is safe to show, at most `limit` (>= 1) characters long.

    Line breaks and tabs become one space; control, format (but for the joiners), private,
    unassigned and surrogate characters go; at most four combining marks stay in a row; the
    rest is NFC. Text that is cut ends in "…". Cleaning twice changes nothing more.
    """
    if text.isascii() and text.isprintable():
        return text if len(text) <= limit else _cut(text, limit)
    line = _BREAKS.sub(" ", text)
    rest = "".join(char for char in line if char in _JOINERS or category(char) not in _DROPPED)
    # The marks are thinned before NFC as well: it takes minutes over a long row of them.
    return _cut(_thin_marks(normalize("NFC", _thin_marks(rest))), limit)


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
    return next((_name(char) for char in text if _is_forbidden(char)), None)


def to_ascii(text: str) -> str:
    """Return `text` in ASCII, longer where that reads better: ``->``, ``...``.

    Accents are dropped; a character without a likeness becomes a question mark.
    """
    if text.isascii():
        return text
    bare = "".join(char for char in normalize("NFKD", text) if not combining(char))
    return bare.translate(_ASCII).encode("ascii", "replace").decode("ascii")


def register_error_handler() -> str:
    """Register the codec error handler that uses `to_ascii`, and return its name."""
    handler = "footcoach.ascii"
    codecs.register_error(handler, _encode_as_ascii)
    return handler


def _encode_as_ascii(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return to_ascii(error.object[error.start : error.end]), error.end


def _is_forbidden(char: str) -> bool:
    return char not in "\t\n" and char not in _JOINERS and category(char) in _REFUSED


def _name(char: str) -> str:
    """Return number and name of a character, e.g. "U+202E RIGHT-TO-LEFT OVERRIDE"."""
    substitute = _CONTROL_NAMES.get(ord(char)) or _CATEGORY_NAMES.get(
        category(char), "CHARACTER WITHOUT A NAME"
    )
    return f"U+{ord(char):04X} {name(char, substitute)}"


def _thin_marks(text: str) -> str:
    """Leave out what follows the fourth combining mark in a row; joiners do not end the row."""
    chars: list[str] = []
    row = 0
    for char in text:
        if char not in _JOINERS:
            row = row + 1 if category(char).startswith("M") else 0
        if row <= _MAX_MARKS or char in _JOINERS:
            chars.append(char)
    return "".join(chars)


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
