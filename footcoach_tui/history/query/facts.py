"""Facts of a session that a query looks at, taken from its stored document."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple, Self

from footcoach_tui.history.query.words import fold, fold_all


class SessionFacts(NamedTuple):
    """Facts of one session, ready to be matched.

    `day` is YYYY-MM-DD. Texts are folded: `routine` holds its id and title, `exercise` the ids and
    names of all exercises, done or skipped, `named` all but the note. `sides` are those on which
    something was done.
    """

    id: str
    day: str
    named: str
    routine: str
    exercise: str
    context: str
    note: str
    sides: frozenset[str]
    seconds: float
    pain: int | None
    effort: int | None
    partial: bool

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> Self:
        """Read the facts from a document in some microseconds, without checking its fields.

        Never raises: a document that is no session has empty facts.
        """
        try:
            return cls._read(document)
        except (LookupError, TypeError, ValueError, AttributeError, OverflowError):
            return cls("", "", "", "", "", "", "", frozenset(), 0.0, None, None, partial=False)

    @classmethod
    def _read(cls, document: Mapping[str, Any]) -> Self:
        get = document.get
        identity, day, note = document["id"], document["date"], get("note", "")
        routine, context = (document["routine"], document["title"]), get("context", "")
        pain, effort = get("pain"), get("effort")
        names: list[str] = []
        sides: set[str] = set()
        partial = False
        for exercise in document["exercises"]:
            names += exercise["exercise"], exercise["name"]
            for each_set in exercise["sets"]:
                if (outcome := each_set["outcome"]) != "done":
                    partial = True
                if outcome != "skipped":
                    sides.add(each_set["side"])
        return cls(
            id=identity if type(identity) is str else "",
            day=day if type(day) is str else "",
            named=fold_all((*routine, *names, context)),
            routine=fold_all(routine),
            exercise=fold_all(tuple(names)),
            context=fold_all((context,)),
            note=fold(note) if note else "",
            sides=_shared(frozenset(sides)),
            seconds=float(document["seconds"]),
            pain=pain if type(pain) is int else None,
            effort=effort if type(effort) is int else None,
            partial=partial,
        )


@lru_cache(maxsize=64)
def _shared(sides: frozenset[str]) -> frozenset[str]:
    """Share a set among all sessions with these sides: there are thousands in memory."""
    return sides
