"""What a query looks at in a session, taken from its stored document."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from footcoach_tui.history.query.words import fold, fold_all


class SessionFacts(NamedTuple):
    """One session, ready to be asked.

    `day` is YYYY-MM-DD. The texts are rows of words: `routine` of its id and title, `exercise`
    of all their ids and names, done or skipped; `named` is all but the note in one. `sides` are
    those on which something was done.
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


def facts_of(document: Mapping[str, Any]) -> SessionFacts:
    """The facts of a session. Takes some microseconds, and the document as it comes.

    Never raises: of a document that is no session the facts are empty.
    """
    try:
        return _read(document)
    except (LookupError, TypeError, ValueError, AttributeError, OverflowError):
        return SessionFacts("", "", "", "", "", "", "", frozenset(), 0.0, None, None, partial=False)


def _read(document: Mapping[str, Any]) -> SessionFacts:
    look = document.get
    identity, day, note = document["id"], document["date"], look("note", "")
    routine, context = (document["routine"], document["title"]), look("context", "")
    pain, effort = look("pain"), look("effort")
    names: list[str] = []
    sides: set[str] = set()
    partial = False
    for exercise in document["exercises"]:
        names += exercise["exercise"], exercise["name"]
        for one in exercise["sets"]:
            if (outcome := one["outcome"]) != "done":
                partial = True
            if outcome != "skipped":
                sides.add(one["side"])
    return SessionFacts(
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
    """The same set for all sessions that have these sides: facts are kept by the thousand."""
    return sides
