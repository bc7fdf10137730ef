"""Looks for sessions while somebody types: one reading of the history, kept until put away."""

from collections.abc import Callable
from datetime import date
from threading import Lock

from footcoach_tui.history.query.completion import Vocabulary
from footcoach_tui.history.query.parse import QueryError, parse_query
from footcoach_tui.history.search_session import SearchSession
from footcoach_tui.history.store import History
from footcoach_tui.library.catalogue import Catalogue
from footcoach_tui.session.record import SessionRecord

_READ_AHEAD = 200
"""Sessions that are read in one go ahead of a query: a few hundredths of a second."""
_PAIN_TERM = "pain>0"
"""The term for sessions with pain."""


class HistorySearch:
    """Answers queries from threads, one at a time. Holds nothing before the first one."""

    def __init__(self, history: History, today: Callable[[], date]) -> None:
        """Read nothing yet."""
        self._history = history
        self._today = today
        self._is_open = False
        self._search_session: SearchSession | None = None
        self._lock = Lock()

    @property
    def is_loaded(self) -> bool:
        """Whether a reading of the history is kept in memory."""
        return self._search_session is not None

    def search(
        self, text: str, limit: int, is_stale: Callable[[], bool]
    ) -> tuple[SessionRecord, ...] | None:
        """The newest `limit` sessions that a query finds; None when nobody waits for it any more.

        A query that means nothing finds nothing: whoever takes the text tells the mistake.
        """
        try:
            query = parse_query(text, self._today())
        except QueryError:
            return ()
        with self._lock:
            if is_stale():
                return None
            searching = self._search_session or self._history.open_search()
            if self._is_open:
                self._search_session = searching
            return searching.find(query, limit)

    def read_ahead(self, is_stale: Callable[[], bool]) -> None:
        """Read all that is not read yet, bit by bit, so that no key has to wait for it."""
        is_more = True
        while is_more and not is_stale():
            with self._lock:
                if not self._is_open:
                    return
                self._search_session = self._search_session or self._history.open_search()
                is_more = self._search_session.prefetch(_READ_AHEAD)

    def open(self) -> None:
        """From now on a reading is kept from one query to the next."""
        self._is_open = True

    def invalidate(self) -> None:
        """Read anew with the next query: the history was changed."""
        self._search_session = None

    def close(self) -> None:
        """Nobody looks for anything any more: keep no reading."""
        self._is_open = False
        self._search_session = None


def vocabulary_of(catalogue: Catalogue) -> Vocabulary:
    """What can be completed: the exercises, routines and occasions there are."""
    contexts = (each for routine in catalogue.routines.values() for each in routine.context)
    return Vocabulary(
        exercises={one.id: one.name for one in catalogue.exercises.values()},
        routines={one.id: one.title for one in catalogue.routines.values()},
        contexts=tuple(dict.fromkeys(contexts)),
    )


def toggle_pain_term(text: str) -> str:
    """The query with the term for pain, or without it if it has it."""
    words = text.split()
    if _PAIN_TERM in words:
        return " ".join(word for word in words if word != _PAIN_TERM)
    return " ".join([_PAIN_TERM, *words])
