"""Findings of the checks, by severity."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from footcoach_tui.boundary.text import clean

_MAX_LISTED = 20
"""Findings of one kind that are listed one by one."""

_Fact = str | int | bool | None | list[str]
"""Value for programs that read the JSON."""


class FindingState(StrEnum):
    """Severity of a finding: all is well, worth knowing, or a problem to solve."""

    OK = "ok"
    NOTE = "note"
    CARE = "care"


@dataclass(frozen=True, slots=True)
class Finding:
    """Result of a check; its texts are safe to print.

    `advice` is a sentence on what to do, or "". `facts` are values for programs, by name.
    """

    state: FindingState
    sentence: str
    advice: str = ""
    facts: Mapping[str, _Fact] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Clean the texts: they may quote files, paths and the environment."""
        object.__setattr__(self, "sentence", clean(self.sentence))
        object.__setattr__(self, "advice", clean(self.advice))
        facts = {name: _cleaned(value) for name, value in self.facts.items()}
        object.__setattr__(self, "facts", facts)


def _cleaned(value: _Fact) -> _Fact:
    if isinstance(value, str):
        return clean(value)
    return [clean(text) for text in value] if isinstance(value, list) else value


Findings = Iterator[Finding]
"""Findings of a check, as a generator: those before an error are not lost."""


class ReportSection(NamedTuple):
    """Findings of one check."""

    name: str
    findings: tuple[Finding, ...]


def ok(sentence: str, **facts: _Fact) -> Finding:
    """Finding that all is well."""
    return Finding(FindingState.OK, sentence, facts=facts)


def note(sentence: str, advice: str = "", **facts: _Fact) -> Finding:
    """Finding that is worth knowing, and no fault."""
    return Finding(FindingState.NOTE, sentence, advice, facts)


def care(sentence: str, advice: str, **facts: _Fact) -> Finding:
    """Finding of a problem, and how to solve it."""
    return Finding(FindingState.CARE, sentence, advice, facts)


def care_findings(problems: Sequence[tuple[str, str]], **facts: _Fact) -> Findings:
    """Findings of many problems, each a sentence and its advice; at most 20 are listed."""
    for sentence, advice in problems[:_MAX_LISTED]:
        yield care(sentence, advice, **facts)
    if len(problems) > _MAX_LISTED:
        rest = f"and {len(problems) - _MAX_LISTED:,} more like these"
        yield care(rest, "begin with those above", **facts)
