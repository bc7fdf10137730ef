"""Text for terminals and programs that know ASCII alone: said another way, never left raw."""

import codecs
import unicodedata
from functools import lru_cache

_ERROR_HANDLER = "footcoach.ascii"
"""The error handler of encodings that `register` brings in."""

_WORDS = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "−": "-",  # noqa: RUF001 - just what is replaced
        "·": "-",
        "•": "-",
        "×": "x",  # noqa: RUF001 - the same
        "→": "->",
        "←": "<-",
        "⇄": "<>",
        "⁄": "/",  # noqa: RUF001 - the same
        "°": " deg ",
        "≤": "<=",
        "≥": ">=",
        "±": "+-",
        "’": "'",
        "‘": "'",
        "‚": "'",  # noqa: RUF001 - the same
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
        "ı": "i",  # noqa: RUF001 - the same
        "✓": "v",
        "✗": "x",
    }
)


def to_ascii(text: str) -> str:
    """The text in ASCII, longer where that reads better: ``->``, ``...``.

    Accents are dropped; what has no likeness becomes a question mark.
    """
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text)
    bare = "".join(char for char in parts if not unicodedata.combining(char))
    return bare.translate(_WORDS).encode("ascii", "replace").decode("ascii")


def register_error_handler() -> str:
    """Bring in the error handler that says in ASCII what an encoding cannot; its name."""
    codecs.register_error(_ERROR_HANDLER, _likeness)
    return _ERROR_HANDLER


@lru_cache(maxsize=4096)
def to_ascii_char(char: str) -> str:
    """The one ASCII character that is most like another; a question mark where none is."""
    said = to_ascii(char).strip()
    return said[0] if said else " "


def _likeness(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return to_ascii(error.object[error.start : error.end]), error.end
