"""Texts folded to words without the differences that people do not type: case, accents, signs.

A space stands before each word. So a word begins with what is typed exactly when a space and the
typed letters are in the text, and looking for it is one `in`.
"""

from functools import lru_cache
from unicodedata import category, normalize

_CACHE_SIZE = 4096
"""Texts remembered: routines and exercises are few, and the same in thousands of sessions."""


class _Folds(dict[int, str]):
    """Replacement of each character, by its number; computed when the character is first met."""

    def __missing__(self, number: int) -> str:
        self[number] = folded = "".join(map(_fold_char, _plain(_plain(chr(number)))))
        return folded


_FOLDS = _Folds()


def fold(text: str) -> str:
    """The words of a text, each with a space before it.

    >>> fold("Écarte-toi, foot 2")
    ' ecarte toi foot 2'
    """
    words = text.translate(_FOLDS).split()
    return " " + " ".join(words) if words else ""


@lru_cache(maxsize=_CACHE_SIZE)
def fold_all(texts: tuple[str, ...]) -> str:
    """Several texts folded. No row of words can be found across the end of one."""
    return "\n".join(fold(text) for text in texts)


def _plain(text: str) -> str:
    return normalize("NFKD", text).casefold()


def _fold_char(char: str) -> str:
    """A letter, digit or picture as it is, a space for signs between words, else nothing.

    Marks are left out, and characters that are not stored either.
    """
    if char.isalnum() or (kind := category(char)) == "So":
        return char
    is_left_out = kind[0] in "MC" or kind in ("Zl", "Zp")
    return "" if is_left_out and char not in "\t\n\v\f\r" else " "
