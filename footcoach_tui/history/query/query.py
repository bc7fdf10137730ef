"""A query: all its terms must hold."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from footcoach_tui.history.query.facts import SessionFacts
from footcoach_tui.history.query.terms import DayTerm, Term, TextTerm
from footcoach_tui.history.query.words import fold_all


class Query(NamedTuple):
    """Terms that a session must match. Without terms it matches every session, and is false.

    Its text (`str`) means the same on any day.
    """

    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)

    def __str__(self) -> str:
        return " ".join(map(str, self.terms))

    def matches(self, facts: SessionFacts) -> bool:
        for term in self.terms:  # noqa: SIM110 - `all` takes twice as long, ten thousand times
            if not term.matches(facts):
                return False
        return True

    @property
    def first(self) -> date | None:
        """The first day that can match; None without such a limit."""
        days = [term.first for term in self._day_terms if term.first]
        return date.fromisoformat(max(days)) if days else None

    @property
    def last(self) -> date | None:
        """The last day that can match; None without such a limit."""
        days = [term.last for term in self._day_terms if term.last]
        return date.fromisoformat(min(days)) if days else None

    @property
    def exercises(self) -> tuple[str, ...]:
        """Folded words that must be next to each other in an exercise's id or its name."""
        return tuple(
            term.words
            for term in self.terms
            if isinstance(term, TextTerm) and term.key == "exercise"
        )

    def may_match_month(self, exercises: Iterable[str]) -> bool:
        """Whether a month with these exercises can hold a match: True when in doubt.

        `exercises` are the ids and names of all exercises, skipped ones included.
        """
        names = fold_all(tuple(exercises))
        return all(f" {words}" in names for words in self.exercises)

    @property
    def _day_terms(self) -> tuple[DayTerm, ...]:
        return tuple(term for term in self.terms if isinstance(term, DayTerm))
