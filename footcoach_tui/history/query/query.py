"""A query: all its terms must hold."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from footcoach_tui.history.query.facts import SessionFacts
from footcoach_tui.history.query.terms import DayTerm, Term, TextTerm
from footcoach_tui.history.query.words import fold_all


class Query(NamedTuple):
    """What somebody looks for. Without terms it holds of every session, and is false."""

    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        """Whether it asks anything."""
        return bool(self.terms)

    def __str__(self) -> str:
        """A text that means the same on any day."""
        return " ".join(map(str, self.terms))

    def matches(self, facts: SessionFacts) -> bool:
        """Whether every term holds of a session."""
        for term in self.terms:  # noqa: SIM110 - `all` takes twice as long, ten thousand times
            if not term.matches(facts):
                return False
        return True

    @property
    def first(self) -> date | None:
        """The first day that can match; None when there is none such."""
        days = [span.first for span in self._spans if span.first]
        return date.fromisoformat(max(days)) if days else None

    @property
    def last(self) -> date | None:
        """The last day that can match; None when there is none such."""
        days = [span.last for span in self._spans if span.last]
        return date.fromisoformat(min(days)) if days else None

    @property
    def exercises(self) -> tuple[str, ...]:
        """Folded words that must stand next to each other in an exercise's id or its name."""
        return tuple(
            term.words
            for term in self.terms
            if isinstance(term, TextTerm) and term.key == "exercise"
        )

    def may_match_month(self, exercises: Iterable[str]) -> bool:
        """Whether a month with these exercises can hold a match: True when in doubt.

        `exercises` are all their ids and names, also of those that were skipped.
        """
        there = fold_all(tuple(exercises))
        return all(f" {words}" in there for words in self.exercises)

    @property
    def _spans(self) -> tuple[DayTerm, ...]:
        return tuple(term for term in self.terms if isinstance(term, DayTerm))
