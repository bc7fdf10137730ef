"""Completion of a query while it is typed: keys first, then the user's own words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from footcoach_tui.history.query.dates import DAY_EXAMPLES, WEEK_NAMES
from footcoach_tui.history.query.parse import QUERY_KEYS, Token, tokenise
from footcoach_tui.history.query.terms import NUMBER_KEYS, PARTIAL
from footcoach_tui.history.query.words import fold
from footcoach_tui.session.side import Side

_VALUES: Mapping[str, Iterable[str]] = {
    "side": Side,
    "week": WEEK_NAMES,
    **dict.fromkeys(("since", "until", "on"), DAY_EXAMPLES),
}
_STARTS = (*(f"{key}:" for key in QUERY_KEYS), *(f"{key}>" for key in NUMBER_KEYS), PARTIAL)
_MAX_NAMES = 8
"""Names offered for a word without a key: the keys should not drown in them."""

_Offer = tuple[str, str]
"""A word, and a name that says what it is or ""."""


@dataclass(frozen=True, slots=True)
class Completion:
    """Word to be put in the place from `start` to before `end` of the text.

    `about` is a name that says what the word is, or "".
    """

    word: str
    start: int
    end: int
    about: str = ""

    def applied(self, text: str) -> str:
        """The text with the word in its place."""
        return text[: self.start] + self.word + text[self.end :]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words to look for: names by id, and contexts, in the order to be offered."""

    exercises: Mapping[str, str] = field(default_factory=dict)
    routines: Mapping[str, str] = field(default_factory=dict)
    contexts: tuple[str, ...] = ()

    def completions(self, text: str, cursor: int) -> tuple[Completion, ...]:
        """Words for the place of the term at the cursor, the likeliest first. Never raises.

        Only the text before the cursor counts; all of the term is replaced.
        """
        cursor = max(0, min(cursor, len(text)))
        at_cursor = (token for token in tokenise(text) if token.start <= cursor <= token.end)
        token = next(at_cursor, None)
        start, end = (token.start, token.end) if token else (cursor, cursor)
        typed = next(iter(tokenise(text[start:cursor])), None)
        dash = "-" if typed and typed.dashes else ""
        offers = self._values(typed) if typed and typed.key else self._starts(typed)
        return tuple(
            Completion(dash + word, start, end, about)
            for word, about in offers
            if dash + word != text[start:end]
        )

    def _starts(self, typed: Token | None) -> list[_Offer]:
        """For a word without a key: keys that begin so, then exercises and routines."""
        if typed is None or not typed.value:
            return [(word, "") for word in _STARTS]
        if typed.is_quoted:
            return []
        beginning = typed.value.casefold()
        keys = [(word, "") for word in _STARTS if word.startswith(beginning)]
        names = [
            (f"{key}:{identity}", name)
            for key, known in (("exercise", self.exercises), ("routine", self.routines))
            for identity, name in _ranked(typed.value, known.items())
        ]
        return keys + names[:_MAX_NAMES]

    def _values(self, typed: Token) -> list[_Offer]:
        """For a word behind a key: the values that begin so."""
        if typed.sign != ":":
            return []
        known: Iterable[_Offer]
        if typed.key == "exercise":
            known = self.exercises.items()
        elif typed.key == "routine":
            known = self.routines.items()
        else:
            values = self.contexts if typed.key == "context" else _VALUES.get(typed.key, ())
            known = ((value, "") for value in values)
        ranked = _ranked(typed.value, known)
        return [(f"{typed.key}:{_quoted(value)}", about) for value, about in ranked]


def _ranked(typed: str, known: Iterable[_Offer]) -> list[_Offer]:
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
    """The value as it must be written; a context may hold any text."""
    return '"{}"'.format(value.replace('"', " ")) if " " in value else value
