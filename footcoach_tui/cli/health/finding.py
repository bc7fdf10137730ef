"""What a check finds: one thing, how it stands, and what to do about it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from footcoach_tui.boundary.text import clean

MOST = 20
"""How many findings of a kind are told one by one."""

Fact = str | int | bool | None | list[str]
"""A value for programs."""


class State(StrEnum):
    """How a thing stands: well, worth knowing, or in want of care."""

    OK = "ok"
    NOTE = "note"
    CARE = "care"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check found; its texts are safe to show.

    `advice` is a sentence on what to do, or "". `facts` are for programs, by their names.
    """

    state: State
    sentence: str
    advice: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Clean the texts: they may quote files, paths and the environment."""
        object.__setattr__(self, "sentence", clean(self.sentence))
        object.__setattr__(self, "advice", clean(self.advice))
        facts = {name: _cleaned(value) for name, value in self.facts.items()}
        object.__setattr__(self, "facts", facts)


Findings = Iterator[Finding]
"""What a check yields; what it found before it fails is kept."""


def ok(sentence: str, **facts: Fact) -> Finding:
    """Something that is as it should be."""
    return Finding(State.OK, sentence, facts=facts)


def note(sentence: str, advice: str = "", **facts: Fact) -> Finding:
    """Something to know; nothing is wrong with it."""
    return Finding(State.NOTE, sentence, advice, facts)


def care(sentence: str, advice: str, **facts: Fact) -> Finding:
    """Something that is wrong or will go wrong, and what to do."""
    return Finding(State.CARE, sentence, advice, facts)


def cares(told: Sequence[tuple[str, str]], **facts: Fact) -> Findings:
    """Many of a kind, each a sentence and what to do; of more than 20 the rest in one."""
    for sentence, advice in told[:MOST]:
        yield care(sentence, advice, **facts)
    if len(told) > MOST:
        yield care(f"and {len(told) - MOST:,} more like these", "begin with those above", **facts)


def counted(count: int, one: str, many: str = "") -> str:
    """A number with its noun: ``1 file``, ``1,200 files``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _cleaned(value: Fact) -> Fact:
    if isinstance(value, str):
        return clean(value)
    return [clean(one) for one in value] if isinstance(value, list) else value
