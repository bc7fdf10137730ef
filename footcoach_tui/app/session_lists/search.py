"""Search of the history as you type, and the words that it offers."""

from datetime import date

from footcoach_tui.history.query.completion import Vocabulary
from footcoach_tui.history.query.parse import QueryError, parse_query
from footcoach_tui.history.store import History
from footcoach_tui.library.catalogue import Catalogue
from footcoach_tui.session.record import SessionRecord

_PAIN_TERM = "pain>0"


def search_sessions(
    history: History, text: str, today: date, limit: int
) -> tuple[SessionRecord, ...]:
    """Return the newest `limit` sessions of a query, or of all.

    An invalid query finds nothing: the input shows the error. Call it in a worker.
    """
    try:
        return history.find(parse_query(text, today), limit)
    except QueryError:
        return ()


def vocabulary_of(catalogue: Catalogue) -> Vocabulary:
    """Completions of the catalogue: exercises, routines and occasions."""
    contexts = (each for routine in catalogue.routines.values() for each in routine.context)
    return Vocabulary(
        exercises={item.id: item.name for item in catalogue.exercises.values()},
        routines={item.id: item.title for item in catalogue.routines.values()},
        contexts=tuple(dict.fromkeys(contexts)),
    )


def toggle_pain_term(text: str) -> str:
    """Add the term for pain to a query, or remove it."""
    words = text.split()
    if _PAIN_TERM in words:
        return " ".join(word for word in words if word != _PAIN_TERM)
    return " ".join([_PAIN_TERM, *words])
