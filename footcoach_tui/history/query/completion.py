"""What could stand where somebody is typing: keys first, then what they know."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from footcoach_tui.history.query.dates import NAMED_DAYS, NAMED_WEEKS, WEEKDAYS
from footcoach_tui.history.query.parse import (
    DATE_KEYS,
    QUERY_KEYS,
    QUOTE,
    SIDE_KEY,
    SIDE_VALUES,
    Token,
    tokenise,
)
from footcoach_tui.history.query.terms import NUMBER_KEYS, PARTIAL
from footcoach_tui.history.query.words import fold

_LENGTHS = ("7d", "30d", "3m", "1y")
_DAYS = (*NAMED_DAYS, *_LENGTHS, *WEEKDAYS)
_BEHIND_KEY = {SIDE_KEY: SIDE_VALUES, "week": NAMED_WEEKS, **dict.fromkeys(DATE_KEYS[:-1], _DAYS)}
_STARTS = (*(f"{key}:" for key in QUERY_KEYS), *(f"{key}>" for key in NUMBER_KEYS), PARTIAL)
_MOST_FREE = 8
"""Values offered to a word without a key: the keys should not drown in them."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What there is to look for: names by id, and the contexts. In the order to be offered."""

    exercises: Mapping[str, str] = field(default_factory=dict)
    routines: Mapping[str, str] = field(default_factory=dict)
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Completion:
    """A word to be put in the place from `start` to before `end` of the text.

    `about` is a name that says what it is, or "".
    """

    word: str
    start: int
    end: int
    about: str = ""

    def applied(self, text: str) -> str:
        """The text with the word in its place."""
        return text[: self.start] + self.word + text[self.end :]


def completions(text: str, cursor: int, vocabulary: Vocabulary) -> tuple[Completion, ...]:
    """What the term at the cursor could become, the likeliest first. Never raises.

    Only what stands before the cursor is looked at; all of the term is replaced.
    """
    cursor = max(0, min(cursor, len(text)))
    piece = _at(text, cursor)
    start, end = (piece.start, piece.end) if piece else (cursor, cursor)
    typed = next(iter(tokenise(text[start:cursor])), None)
    dash = "-" if typed and typed.dashes else ""
    offered = _behind_key(typed, vocabulary) if typed and typed.key else _free(typed, vocabulary)
    return tuple(
        Completion(dash + word, start, end, about)
        for word, about in offered
        if dash + word != text[start:end]
    )


def _at(text: str, cursor: int) -> Token | None:
    """The term the cursor is in or right behind."""
    return next((piece for piece in tokenise(text) if piece.start <= cursor <= piece.end), None)


def _free(typed: Token | None, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """For a word without a key: keys that begin so, then exercises and routines."""
    if typed is None or not typed.value:
        return [(word, "") for word in _STARTS]
    if typed.is_quoted:
        return []
    begun = typed.value.casefold()
    keys = [(word, "") for word in _STARTS if word.startswith(begun)]
    named = [
        (f"{key}:{identity}", name)
        for key, known in (("exercise", vocabulary.exercises), ("routine", vocabulary.routines))
        for identity, name in _ranked(typed.value, known.items())
    ]
    return keys + named[:_MOST_FREE]


def _behind_key(typed: Token, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """For what follows a key, the values that begin so."""
    if typed.sign != ":":
        return []
    known: Iterable[tuple[str, str]]
    if typed.key == "exercise":
        known = vocabulary.exercises.items()
    elif typed.key == "routine":
        known = vocabulary.routines.items()
    elif typed.key == "context":
        known = ((context, "") for context in vocabulary.contexts)
    else:
        known = ((word, "") for word in _BEHIND_KEY.get(typed.key, ()))
    found = _ranked(typed.value, known)
    return [(f"{typed.key}:{_quoted(value)}", about) for value, about in found]


def _ranked(typed: str, known: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those that begin with what was typed, then those of which a later word does."""
    wanted = fold(typed)
    first, later = [], []
    for value, about in known:
        words = fold(value)
        if words.startswith(wanted):
            first.append((value, about))
        elif wanted in words or wanted in fold(about):
            later.append((value, about))
    return first + later


def _quoted(value: str) -> str:
    """The value as it must be written; contexts are whatever somebody typed."""
    return f"{QUOTE}{value.replace(QUOTE, ' ')}{QUOTE}" if " " in value else value
