"""Red flags: signs for which a professional is needed, and how soon. Nothing here diagnoses."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from footcoach_tui.text.section import Section

FLAGS_TITLE = "When to get it checked"


class Urgency(StrEnum):
    """How soon to get it checked, most urgent first."""

    NOW = "now"
    TODAY = "today"
    SOON = "soon"
    ASK = "ask"

    @property
    def heading(self) -> str:
        return {
            Urgency.NOW: "Call emergency services now",
            Urgency.TODAY: "Get it checked today",
            Urgency.SOON: "See a doctor, physiotherapist or podiatrist within days",
            Urgency.ASK: "Ask first",
        }[self]

    @property
    def ends_session(self) -> bool:
        return self in (Urgency.NOW, Urgency.TODAY)


@dataclass(frozen=True, slots=True)
class RedFlag:
    """Sign as a question, and the advice where the answer is yes.

    `is_derived`: found in the history of check-ins; it is shown on the page, but not asked.
    """

    id: str
    urgency: Urgency
    question: str
    advice: str
    is_derived: bool = False


def flag_sections(flags: Iterable[RedFlag]) -> tuple[Section, ...]:
    """Describe the red flags, grouped by how soon to get them checked."""
    lines: dict[Urgency, list[str]] = {urgency: [] for urgency in Urgency}
    for flag in flags:
        lines[flag.urgency].append(f"{flag.question} {flag.advice}")
    return (
        Section("", ("footcoach cannot examine you. If the answer to one of these is yes:",)),
        *(Section(urgency.heading, tuple(texts)) for urgency, texts in lines.items() if texts),
    )
