"""What can be asked of a session. Each term prints as it can be written.

They are tuples with names because dataclasses take six times as long to import, 1 ms each, and
`footcoach history` is to answer at once.
"""

import operator
from collections.abc import Callable
from typing import NamedTuple, Protocol

from footcoach_tui.history.query.facts import SessionFacts

TEXT_KEYS = ("exercise", "routine", "context", "note")
NUMBER_KEYS = ("pain", "effort", "minutes")
PARTIAL = "partial"
_MINUTE = 60
_SIGNS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
}


class Term(Protocol):
    """One thing that is asked."""

    def matches(self, facts: SessionFacts) -> bool:
        """Whether it is so of this session."""


class TextTerm(NamedTuple):
    """Words next to each other in one of TEXTS, in any of them when `key` is "".

    `words` are folded, one space between; the last may be the beginning of one.
    """

    key: str
    words: str

    def matches(self, facts: SessionFacts) -> bool:
        """Whether they stand there."""
        wanted = " " + self.words
        if self.key:
            return wanted in getattr(facts, self.key)
        return wanted in facts.named or wanted in facts.note

    def __str__(self) -> str:
        """As in ``note:"left arch"``."""
        bare = " " not in self.words and (self.key or self.words != PARTIAL)
        words = self.words if bare else f'"{self.words}"'
        return f"{self.key}:{words}" if self.key else words


class SideTerm(NamedTuple):
    """Something was done on this side: `left`, `right` or `both` at once."""

    side: str

    def matches(self, facts: SessionFacts) -> bool:
        """Whether a set of the side was not skipped."""
        return self.side in facts.sides

    def __str__(self) -> str:
        """As in ``side:left``."""
        return f"side:{self.side}"


class DayTerm(NamedTuple):
    """The local day lies between these two, both included.

    They are written as YYYY-MM-DD, to be compared as texts; "" is without an end.
    """

    first: str
    last: str

    def matches(self, facts: SessionFacts) -> bool:
        """Whether it does."""
        return self.first <= facts.day and (not self.last or facts.day <= self.last)

    def __str__(self) -> str:
        """In calendar days, as in ``since:2026-10-05``."""
        if not self.last:
            return f"since:{self.first}"
        if not self.first:
            return f"until:{self.last}"
        return f"on:{self.first}" + (f"..{self.last}" if self.last != self.first else "")


class NumberTerm(NamedTuple):
    """One of NUMBERS against a number. A score that was not given stands in no relation."""

    key: str
    sign: str
    number: float

    def matches(self, facts: SessionFacts) -> bool:
        """Whether the relation is so."""
        found = _number(self.key, facts)
        return found is not None and _SIGNS[self.sign](found, self.number)

    def __str__(self) -> str:
        """As in ``pain>3``."""
        return f"{self.key}{self.sign}{self.number:.9g}"


class PartialTerm(NamedTuple):
    """A set was skipped or cut short."""

    def matches(self, facts: SessionFacts) -> bool:
        """Whether one was."""
        return facts.partial

    def __str__(self) -> str:
        """The word."""
        return PARTIAL


class NotTerm(NamedTuple):
    """The opposite of a term: exactly the sessions it leaves out."""

    term: Term

    def matches(self, facts: SessionFacts) -> bool:
        """Whether the term does not."""
        return not self.term.matches(facts)

    def __str__(self) -> str:
        """A dash and the term."""
        return f"-{self.term}"


def _number(key: str, facts: SessionFacts) -> float | None:
    if key == "minutes":
        return facts.seconds / _MINUTE
    return facts.pain if key == "pain" else facts.effort
