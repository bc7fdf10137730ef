"""Terms of a query. Each prints as it can be written.

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
_COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
}


class Term(Protocol):
    """Condition on a session."""

    def matches(self, facts: SessionFacts) -> bool: ...


class TextTerm(NamedTuple):
    """Words next to each other in the text of `key`, one of TEXT_KEYS, or in any when it is "".

    `words` are folded, one space between; the last may be the beginning of a word.
    """

    key: str
    words: str

    def matches(self, facts: SessionFacts) -> bool:
        wanted = " " + self.words
        if self.key:
            return wanted in getattr(facts, self.key)
        return wanted in facts.named or wanted in facts.note

    def __str__(self) -> str:
        is_bare = " " not in self.words and (self.key or self.words != PARTIAL)
        words = self.words if is_bare else f'"{self.words}"'
        return f"{self.key}:{words}" if self.key else words


class SideTerm(NamedTuple):
    """A set on this side that was not skipped: `left`, `right` or `both` at once."""

    side: str

    def matches(self, facts: SessionFacts) -> bool:
        return self.side in facts.sides

    def __str__(self) -> str:
        return f"side:{self.side}"


class DayTerm(NamedTuple):
    """Local days from `first` to `last`, both included.

    They are written as YYYY-MM-DD, to be compared as texts; "" is no limit.
    """

    first: str
    last: str

    def matches(self, facts: SessionFacts) -> bool:
        return self.first <= facts.day and (not self.last or facts.day <= self.last)

    def __str__(self) -> str:
        if not self.last:
            return f"since:{self.first}"
        if not self.first:
            return f"until:{self.last}"
        return f"on:{self.first}" + (f"..{self.last}" if self.last != self.first else "")


class NumberTerm(NamedTuple):
    """Comparison of one of NUMBER_KEYS with a number; a score that was not given never matches."""

    key: str
    sign: str
    number: float

    def matches(self, facts: SessionFacts) -> bool:
        if self.key == "minutes":
            value: float | None = facts.seconds / _MINUTE
        else:
            value = facts.pain if self.key == "pain" else facts.effort
        return value is not None and _COMPARISONS[self.sign](value, self.number)

    def __str__(self) -> str:
        return f"{self.key}{self.sign}{self.number:.9g}"


class PartialTerm(NamedTuple):
    """A set that was skipped or cut short."""

    def matches(self, facts: SessionFacts) -> bool:
        return facts.partial

    def __str__(self) -> str:
        return PARTIAL


class NotTerm(NamedTuple):
    """Opposite of a term: exactly the sessions that the term leaves out."""

    term: Term

    def matches(self, facts: SessionFacts) -> bool:
        return not self.term.matches(facts)

    def __str__(self) -> str:
        return f"-{self.term}"
