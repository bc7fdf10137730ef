"""Problems of files: where they are, and how to mend them."""

from collections.abc import Iterable
from typing import NamedTuple, Self

from footcoach_tui.boundary.text import clean, quote

_FILE_LIMIT = 1000  # characters, as are the others
_KEY_LIMIT = 200
_SENTENCE_LIMIT = 500
_WORD_LIMIT = 60


class _Fields(NamedTuple):
    file: str
    line: int
    key: str
    sentence: str


class Problem(_Fields):
    """A problem at one place of a file; its texts are safe to show.

    `line` counts from 1; 0 means the file as a whole. `key` is the path of the key, e.g.
    ``steps[3].reps`` for the third step, or "". Problems sort in the order of the file.
    """

    __slots__ = ()

    def __new__(cls, file: str, line: int, key: str, sentence: str) -> Self:
        # Cleaned, for they may quote the file.
        texts = clean(file, _FILE_LIMIT), clean(key, _KEY_LIMIT), clean(sentence, _SENTENCE_LIMIT)
        return super().__new__(cls, texts[0], line, *texts[1:])

    def in_file(self, file: str) -> Self:
        """Return a copy for another file."""
        return type(self)(file, self.line, self.key, self.sentence)

    def __str__(self) -> str:
        """Return ``file:line: key: sentence``; without line and key where there are none."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(part for part in (place, self.key, self.sentence) if part)


def closest_match(word: str, known: Iterable[str]) -> str:
    """Return the known word that was probably meant, or ""."""
    if len(word) > _WORD_LIMIT:
        return ""
    from difflib import get_close_matches  # noqa: PLC0415 - rarely needed

    return next(iter(get_close_matches(word, list(known), n=1)), "")


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return ``did you mean “x”?`` for the known word that was probably meant, or ""."""
    meant = closest_match(word, known)
    return f"did you mean {quote(meant)}?" if meant else ""


def with_suggestion(message: str, word: str, known: Iterable[str]) -> str:
    """Return the message and, after a semicolon, the suggestion if there is one."""
    meant = suggestion(word, known)
    return f"{message}; {meant}" if meant else message
