"""Texts as rows of words, without the differences that nobody types: case, accents, signs.

A row is kept as one text with a space before each word. So a word begins with what is typed
exactly when a space and the typed letters stand in the row, and looking for it is one `in`.
"""

from functools import lru_cache
from unicodedata import category, normalize

_CACHE_SIZE = 4096
"""Rows remembered: routines and exercises are few, and the same in thousands of sessions."""


class _Folds(dict[int, str]):
    """What becomes of a character, by its number; found out when it is first met."""

    def __missing__(self, number: int) -> str:
        self[number] = folded = "".join(map(_folded, _plain(_plain(chr(number)))))
        return folded


_FOLDS = _Folds()


def fold(text: str) -> str:
    """The words of a text, each with a space before it.

    >>> row("Écarte-toi, foot 2")
    ' ecarte toi foot 2'
    """
    words = text.translate(_FOLDS).split()
    return " " + " ".join(words) if words else ""


@lru_cache(maxsize=_CACHE_SIZE)
def fold_all(texts: tuple[str, ...]) -> str:
    """The rows of several texts. No row of words can be found across the end of one."""
    return "\n".join(fold(text) for text in texts)


def _plain(text: str) -> str:
    return normalize("NFKD", text).casefold()


def _folded(char: str) -> str:
    """A letter, digit or picture as it is; a space for what parts words; nothing for the rest.

    The rest are marks, and what is not stored either.
    """
    if char.isalnum() or (kind := category(char)) == "So":
        return char
    is_left_out = kind[0] in "MC" or kind in ("Zl", "Zp")
    return "" if is_left_out and char not in "\t\n\v\f\r" else " "
