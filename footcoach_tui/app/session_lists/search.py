"""Search as you type: one scan of the history, in memory while the search is open."""

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
"""Sessions read in one go: a few hundredths of a second."""
_PAIN_TERM = "pain>0"


class HistorySearch:
    """Search of a history, for use in threads, one query at a time."""

    def __init__(self, history: History, today: Callable[[], date]) -> None:
        self._history = history
        self._today = today
        self._is_open = False
        self._search_session: SearchSession | None = None
        self._lock = Lock()

    @property
    def is_loaded(self) -> bool:
        return self._search_session is not None

    def search(
        self, text: str, limit: int, is_stale: Callable[[], bool]
    ) -> tuple[SessionRecord, ...] | None:
        """The newest `limit` sessions of a query, or of all; None once the answer is stale.

        An invalid query finds nothing: the input shows the error.
        """
        if not text:
            return self._history.last(limit)
        try:
            query = parse_query(text, self._today())
        except QueryError:
            return ()
        with self._lock:
            if is_stale():
                return None
            search_session = self._search_session or self._history.open_search()
            if self._is_open:
                self._search_session = search_session
            return search_session.find(query, limit)

    def on_day(self, day: date, limit: int) -> tuple[SessionRecord, ...]:
        return self._history.find(parse_query(f"on:{day}", self._today()), limit)

    def read_ahead(self, is_stale: Callable[[], bool]) -> None:
        """Read the history bit by bit, so that no key has to wait for it."""
        is_more = True
        while is_more and not is_stale():
            with self._lock:
                if not self._is_open:
                    return
                self._search_session = self._search_session or self._history.open_search()
                is_more = self._search_session.prefetch(_READ_AHEAD)

    def open(self) -> None:
        """Keep the scan in memory from the next query on."""
        self._is_open = True

    def invalidate(self) -> None:
        """Drop the scan, as the history was changed."""
        self._search_session = None

    def close(self) -> None:
        """Drop the scan, and keep none from now on."""
        self._is_open = False
        self._search_session = None


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
