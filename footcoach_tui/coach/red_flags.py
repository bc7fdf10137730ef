"""Red flags: signs for which a professional is needed, and how soon. Nothing here diagnoses."""

from dataclasses import dataclass
from enum import StrEnum


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
