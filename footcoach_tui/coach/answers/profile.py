"""Profile: the answers about the person, each with the day it was given."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, Self

from footcoach_tui.coach.answers.documents import day_of, mapping

YES, NO, UNKNOWN = "yes", "no", "unknown"


class Profile(NamedTuple):
    """Answers on a day, by question: yes, no, unknown, or a choice of the question."""

    day: date
    answers: Mapping[str, str]

    @classmethod
    def read(cls, document: Mapping[str, object]) -> Self | None:
        """Return the profile in an entry of the history; None if it has no day."""
        day = day_of(document.get("day"))
        if day is None:
            return None
        answers = mapping(document.get("answers"))
        return cls(day, {key: value for key, value in answers.items() if isinstance(value, str)})

    def document(self) -> dict[str, object]:
        return {"day": self.day.isoformat(), "answers": dict(self.answers)}
