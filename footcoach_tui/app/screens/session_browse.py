"""Base screen of a list of sessions, read in threads."""

from textual import work
from textual.worker import get_current_worker

from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.history_edit import HistoryEditScreen
from footcoach_tui.app.session_lists.filter import SessionFilter
from footcoach_tui.app.session_lists.history_summary import HistorySummary, summarise
from footcoach_tui.app.session_lists.search import HistorySearch
from footcoach_tui.session.record import SessionRecord


class SessionBrowseScreen(HistoryEditScreen):
    """Screen that reads the sessions of a filter; only the latest answer is shown."""

    def __init__(self, app_context: AppContext) -> None:
        super().__init__(app_context)
        self.search = HistorySearch(app_context.history, app_context.today)
        self.session_filter = SessionFilter()
        self._read_at = -1

    def show_summary(self, summary: HistorySummary) -> None:
        raise NotImplementedError

    def show_sessions(self, sessions: tuple[SessionRecord, ...]) -> None:
        raise NotImplementedError

    def on_screen_resume(self) -> None:
        if self._read_at != self.app_context.save_queue.write_count:
            self.reload()

    def on_unmount(self) -> None:
        self.search.close()

    def reload(self) -> None:
        self._read_at = self.app_context.save_queue.write_count
        self.search.invalidate()
        self._summarise()
        self._read_sessions()

    def set_filter(self, session_filter: SessionFilter, *, is_searching: bool) -> None:
        """List the sessions of a filter; `is_searching` keeps the history in memory."""
        if is_searching:
            self.start_search()
        else:
            self.search.close()
        if session_filter != self.session_filter:
            self.session_filter = session_filter
            self._read_sessions()

    def start_search(self) -> None:
        """Load the history ahead of the first key."""
        self.search.open()
        self._read_ahead()

    @work(thread=True, exclusive=True, group="ahead")
    def _read_ahead(self) -> None:
        worker = get_current_worker()
        self.search.read_ahead(lambda: worker.is_cancelled)

    @work(thread=True, exclusive=True, group="sums")
    def _summarise(self) -> None:
        context = self.app_context
        summary = summarise(context.history, context.today(), context.settings.week_goal)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self.show_summary, summary)

    @work(thread=True, exclusive=True, group="list")
    def _read_sessions(self) -> None:
        session_filter, worker = self.session_filter, get_current_worker()
        sessions = session_filter.read(self.search, lambda: worker.is_cancelled)
        if sessions is not None and not worker.is_cancelled:
            self.app.call_from_thread(self._show_result, session_filter, sessions)

    def _show_result(
        self, session_filter: SessionFilter, sessions: tuple[SessionRecord, ...]
    ) -> None:
        if session_filter == self.session_filter:
            self.show_sessions(sessions)
