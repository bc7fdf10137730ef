"""Clearance: red flags that a professional has seen, or that were asked about."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, Self

from footcoach_tui.coach.answers.documents import day_of, texts


class Clearance(NamedTuple):
    """Flags, by id, that are closed from a day on."""

    day: date
    flags: tuple[str, ...]

    @classmethod
    def read(cls, document: Mapping[str, object]) -> Self | None:
        """Return the clearance in an entry of the history; None if it has no day."""
        day = day_of(document.get("day"))
        return cls(day, texts(document.get("flags")) or ()) if day else None

    def document(self) -> dict[str, object]:
        return {"day": self.day.isoformat(), "flags": list(self.flags)}
