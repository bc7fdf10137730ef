"""Sessions of a list: the latest, those of a day, or those of a query."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from footcoach_tui.app.session_lists.search import HistorySearch
from footcoach_tui.coach.calendar import CalendarDay
from footcoach_tui.history.query.parse import parse_query
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.text.durations import counted

_MAX_LISTED = 200


@dataclass(frozen=True, slots=True)
class SessionFilter:
    """A day of the calendar, or a query; neither means the latest sessions."""

    cell: CalendarDay | None = None
    text: str = ""

    def heading(self, listed: int, total: int) -> str:
        """Heading of a list of `listed` sessions; the history has `total`."""
        if self.cell:
            return self.cell.sentence
        is_cut = listed >= _MAX_LISTED
        if self.text:
            return (
                f"the last {listed} that were found" if is_cut else f"{listed or 'nothing'} found"
            )
        if not total and not listed:
            return "No session yet. Your first one will stand here; a adds one done elsewhere."
        if is_cut:
            return f"the last {listed} of {total:,} sessions"
        return counted(total or listed, "session")


class SessionQuery:
    """Reader of the sessions of a filter, for use in threads."""

    def __init__(self, history: History, today: Callable[[], date]) -> None:
        self._history = history
        self._today = today
        self.search = HistorySearch(history, today)

    def read(
        self, session_filter: SessionFilter, is_stale: Callable[[], bool]
    ) -> tuple[SessionRecord, ...] | None:
        """Sessions, newest first; None once the answer is stale."""
        if session_filter.cell:
            return self._history.find(
                parse_query(f"on:{session_filter.cell.day}", self._today()), _MAX_LISTED
            )
        if session_filter.text:
            return self.search.search(session_filter.text, _MAX_LISTED, is_stale)
        return self._history.last(_MAX_LISTED)
