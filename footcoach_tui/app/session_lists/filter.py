"""Sessions of a list: the latest, those of a day, or those of a query."""

from dataclasses import dataclass
from datetime import date

from footcoach_tui.app.session_lists.search import search_sessions
from footcoach_tui.coach.practice.calendar import CalendarDay
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.text.durations import counted

PAGE_SIZE = 200
"""Sessions of a list, and as many more each time its end is reached."""


@dataclass(frozen=True, slots=True)
class SessionFilter:
    """A day of the calendar, or a query; neither means the latest sessions."""

    cell: CalendarDay | None = None
    text: str = ""

    def heading(self, listed: int, total: int, limit: int = PAGE_SIZE) -> str:
        """Heading of a list of `listed` sessions, at most `limit`; the history has `total`."""
        if self.cell:
            return self.cell.sentence
        is_cut = listed >= limit
        if self.text:
            return f"the newest {listed} found" if is_cut else f"{listed or 'nothing'} found"
        if not total and not listed:
            return "No session yet. Your first will appear here; press a to add one done elsewhere."
        if is_cut and listed < total:
            return f"the newest {listed} of {total:,} sessions"
        return counted(total or listed, "session")

    def read(
        self, history: History, today: date, limit: int = PAGE_SIZE
    ) -> tuple[SessionRecord, ...]:
        """At most `limit` sessions, newest first. Call it in a worker."""
        text = f"on:{self.cell.day}" if self.cell else self.text
        return search_sessions(history, text, today, limit)
