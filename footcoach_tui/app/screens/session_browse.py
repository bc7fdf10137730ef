"""Base screen of a list of sessions, read in threads."""

from sys import maxsize

from textual import work
from textual.worker import get_current_worker

from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.history_edit import HistoryEditScreen
from footcoach_tui.app.session_lists.filter import PAGE_SIZE, SessionFilter
from footcoach_tui.app.session_lists.history_summary import HistorySummary, summarise
from footcoach_tui.session.record import SessionRecord


class SessionBrowseScreen(HistoryEditScreen):
    """Screen that reads the sessions of a filter; only the latest answer is shown."""

    def __init__(self, app_context: AppContext) -> None:
        super().__init__(app_context)
        self.session_filter = SessionFilter()
        self.limit = PAGE_SIZE
        """Most sessions that are read; more once the end of the list is reached."""
        self._read_at = -1

    def show_summary(self, summary: HistorySummary) -> None:
        raise NotImplementedError

    def show_sessions(self, sessions: tuple[SessionRecord, ...]) -> None:
        raise NotImplementedError

    def on_screen_resume(self) -> None:
        if self._read_at != self.app_context.save_queue.write_count:
            self.reload()

    def reload(self) -> None:
        self._read_at = self.app_context.save_queue.write_count
        self._summarise()
        self._read_sessions()

    def set_filter(self, session_filter: SessionFilter) -> None:
        """List the sessions of a filter."""
        if session_filter != self.session_filter:
            self.session_filter = session_filter
            self.limit = PAGE_SIZE
            self._read_sessions()

    def read_on(self, *, to_end: bool = False) -> None:
        """List more sessions of the filter, or all of them."""
        self.limit = maxsize if to_end else self.limit + PAGE_SIZE
        self._read_sessions()

    @work(thread=True, exclusive=True, group="sums")
    def _summarise(self) -> None:
        context = self.app_context
        summary = summarise(context.history, context.today(), context.settings.week_goal)
        if not get_current_worker().is_cancelled:
            self.call_from_thread(self.show_summary, summary)

    @work(thread=True, exclusive=True, group="list")
    def _read_sessions(self) -> None:
        session_filter, limit, worker = self.session_filter, self.limit, get_current_worker()
        context = self.app_context
        sessions = session_filter.read(context.history, context.today(), limit)
        if not worker.is_cancelled:
            self.call_from_thread(self._show_result, session_filter, sessions)

    def _show_result(
        self, session_filter: SessionFilter, sessions: tuple[SessionRecord, ...]
    ) -> None:
        if session_filter == self.session_filter:
            self.show_sessions(sessions)
