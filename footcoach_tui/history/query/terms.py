"""Terms of a query. Each prints as it can be written, and as a condition of the index.

They are tuples with names because dataclasses take six times as long to import, 1 ms each, and
`footcoach history` is to answer at once.
"""

from typing import NamedTuple, Protocol

from footcoach_tui.session.side import Side

TEXT_KEYS = ("exercise", "routine", "context", "note")
NUMBER_KEYS = ("pain", "effort", "minutes")
PARTIAL = "partial"
_COLUMNS = {"exercise": "exercises", "routine": "routine", "context": "context"}
_NUMBERS = {"pain": "pain", "effort": "effort", "minutes": "seconds / 60.0"}
SIDE_BITS = {Side.LEFT: 1, Side.RIGHT: 2, Side.BOTH: 4}
"""Sides on which something was done, added up to one number."""


class Condition(NamedTuple):
    """Expression in SQL over the columns of the index's `session`, and the values in it."""

    sql: str
    values: tuple[str | float, ...] = ()


class Term(Protocol):
    """Condition on a session."""

    def condition(self) -> Condition: ...


class TextTerm(NamedTuple):
    """Words next to each other in the text of `key`, one of TEXT_KEYS, or in any when it is "".

    `words` are folded, one space between; the last may be the beginning of a word.
    """

    key: str
    words: str

    def condition(self) -> Condition:
        wanted = f" {self.words}"
        if self.key == "note":
            return Condition("instr(note, ?)", (wanted,))
        columns = [_COLUMNS[self.key]] if self.key else list(_COLUMNS.values())
        having = "in (select key from words where instr(text, ?))"
        parts = [f"{column} {having}" for column in columns] + ["instr(note, ?)"] * (not self.key)
        return Condition(f"({' or '.join(parts)})", (wanted,) * len(parts))

    def __str__(self) -> str:
        is_bare = " " not in self.words and (self.key or self.words != PARTIAL)
        words = self.words if is_bare else f'"{self.words}"'
        return f"{self.key}:{words}" if self.key else words


class SideTerm(NamedTuple):
    """A set on this side that was not skipped: `left`, `right` or `both` at once."""

    side: str

    def condition(self) -> Condition:
        return Condition("(sides & ?)", (SIDE_BITS[Side(self.side)],))

    def __str__(self) -> str:
        return f"side:{self.side}"


class DayTerm(NamedTuple):
    """Local days from `first` to `last`, both included.

    They are written as YYYY-MM-DD, to be compared as texts; "" is no limit.
    """

    first: str
    last: str

    def condition(self) -> Condition:
        if not self.last:
            return Condition("day >= ?", (self.first,))
        return Condition("day between ? and ?", (self.first, self.last))

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

    def condition(self) -> Condition:
        return Condition(f"{_NUMBERS[self.key]} {self.sign} ?", (self.number,))

    def __str__(self) -> str:
        return f"{self.key}{self.sign}{self.number:.9g}"


class PartialTerm(NamedTuple):
    """A set that was skipped or cut short."""

    def condition(self) -> Condition:
        return Condition("is_partial")

    def __str__(self) -> str:
        return PARTIAL


class NotTerm(NamedTuple):
    """Opposite of a term: exactly the sessions that the term leaves out."""

    term: Term

    def condition(self) -> Condition:
        sql, values = self.term.condition()
        return Condition(f"not coalesce({sql}, 0)", values)

    def __str__(self) -> str:
        return f"-{self.term}"
