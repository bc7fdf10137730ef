"""Sessions of a list: the latest, those of a day, or those of a query."""

from dataclasses import dataclass
from datetime import date

from footcoach_tui.app.session_lists.search import search_sessions
from footcoach_tui.coach.practice.calendar import CalendarDay
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
            return f"the newest {listed} found" if is_cut else f"{listed or 'nothing'} found"
        if not total and not listed:
            return "No session yet. Your first will appear here; press a to add one done elsewhere."
        if is_cut:
            return f"the newest {listed} of {total:,} sessions"
        return counted(total or listed, "session")

    def read(self, history: History, today: date) -> tuple[SessionRecord, ...]:
        """Sessions, newest first. Call it in a worker."""
        text = f"on:{self.cell.day}" if self.cell else self.text
        return search_sessions(history, text, today, _MAX_LISTED)
