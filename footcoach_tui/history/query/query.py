"""A query: all its terms must hold."""

from typing import NamedTuple

from footcoach_tui.history.query.terms import Condition, Term


class Query(NamedTuple):
    """Terms that a session must match. Without terms it matches every session, and is false.

    Its text (`str`) means the same on any day.
    """

    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)

    def __str__(self) -> str:
        return " ".join(map(str, self.terms))

    def condition(self) -> Condition:
        """Return the query as a condition of the index."""
        parts = [term.condition() for term in self.terms]
        sql = " and ".join(part.sql for part in parts) or "true"
        return Condition(sql, tuple(value for part in parts for value in part.values))
