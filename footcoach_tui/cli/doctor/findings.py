"""Findings of the checks: the model, and running a check so that it cannot stop the others."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from footcoach_tui.boundary.text import clean

_MAX_LISTED = 20
"""Findings of one kind that are listed one by one."""

Fact = str | int | bool | None | list[str]
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
    facts: Mapping[str, Fact] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Clean the texts: they may quote files, paths and the environment."""
        object.__setattr__(self, "sentence", clean(self.sentence))
        object.__setattr__(self, "advice", clean(self.advice))
        facts = {name: _cleaned(value) for name, value in self.facts.items()}
        object.__setattr__(self, "facts", facts)


Findings = Iterator[Finding]
"""Results of a check, as a generator: those found before an error are not lost."""

_Check = Callable[[], Findings]


class ReportSection(NamedTuple):
    """Findings of one check."""

    name: str
    findings: tuple[Finding, ...]


def run_check(name: str, check: _Check) -> ReportSection:
    """Run a check up to its end or its first error, which becomes a finding."""
    findings: list[Finding] = []
    try:
        findings.extend(check())
    except Exception as error:  # noqa: BLE001 - the other checks must run, whatever is broken
        reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        advice = "if nothing above explains it, please report it"
        findings.append(care(f"this check failed itself: {reason}", advice))
    return ReportSection(name, tuple(findings))


def is_healthy(sections: Iterable[ReportSection]) -> bool:
    """Whether there is no problem to solve."""
    return not any(
        one.state is FindingState.CARE for section in sections for one in section.findings
    )


def ok(sentence: str, **facts: Fact) -> Finding:
    """Finding that all is well."""
    return Finding(FindingState.OK, sentence, facts=facts)


def note(sentence: str, advice: str = "", **facts: Fact) -> Finding:
    """Finding that is worth knowing, and no fault."""
    return Finding(FindingState.NOTE, sentence, advice, facts)


def care(sentence: str, advice: str, **facts: Fact) -> Finding:
    """Finding of a problem, and how to solve it."""
    return Finding(FindingState.CARE, sentence, advice, facts)


def care_findings(problems: Sequence[tuple[str, str]], **facts: Fact) -> Findings:
    """Findings of many problems, each a sentence and its advice; more than 20 are cut short."""
    for sentence, advice in problems[:_MAX_LISTED]:
        yield care(sentence, advice, **facts)
    if len(problems) > _MAX_LISTED:
        yield care(
            f"and {len(problems) - _MAX_LISTED:,} more like these",
            "begin with those above",
            **facts,
        )


def _cleaned(value: Fact) -> Fact:
    if isinstance(value, str):
        return clean(value)
    return [clean(one) for one in value] if isinstance(value, list) else value
