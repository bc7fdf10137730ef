"""Base screen of three panes whose history lists sessions, with a search."""

from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget
from textual.worker import get_current_worker

from footcoach_tui.app.commands.bindings import bindings
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.three_panes import ThreePaneScreen
from footcoach_tui.app.session_lists.latest import MAX_SESSIONS
from footcoach_tui.app.session_lists.search import search_sessions, vocabulary_of
from footcoach_tui.app.widgets.history_pane import HistoryPane
from footcoach_tui.app.widgets.query_input import QueryInput
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.coach.practice.weeks import TrainingProgress
from footcoach_tui.session.record import SessionRecord


class BrowsingScreen(ThreePaneScreen):
    """Three panes, of which the last has the latest sessions, or those of a query."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("list.find")]

    def __init__(self, app_context: AppContext) -> None:
        super().__init__(app_context)
        self._reported: set[Problem] = set()
        self.actions["list.find"] = self.find

    def history_pane(self) -> Widget:
        vocabulary = vocabulary_of(self.app_context.catalogue)
        return HistoryPane(vocabulary, self.app_context.today, id="history")

    def on_mount(self) -> None:
        self.fill_history()

    def fill_history(self) -> None:
        """Fill the history pane as the screen is opened."""
        self.read_history()

    def read_history(self) -> None:
        self._read_progress()
        self._read_sessions(self.query_one(HistoryPane).text)

    @work(thread=True, exclusive=True, group="progress")
    def _read_progress(self) -> None:
        context, history = self.app_context, self.app_context.history
        progress = TrainingProgress.from_days(
            history.days(), context.today(), context.settings.week_goal
        )
        if not get_current_worker().is_cancelled:
            self.call_from_thread(self.show_progress, progress, history.problems)

    @work(thread=True, exclusive=True, group="history")
    def _read_sessions(self, text: str) -> None:
        """Read the latest sessions, or those of a query; dropped if the query has changed."""
        worker = get_current_worker()
        context = self.app_context
        sessions = search_sessions(context.history, text, context.today(), MAX_SESSIONS)
        if not worker.is_cancelled:
            self.call_from_thread(self.show_sessions, sessions)

    def show_sessions(self, sessions: tuple[SessionRecord, ...]) -> None:
        self.query_one(HistoryPane).show(sessions)

    def show_progress(self, progress: TrainingProgress, problems: tuple[Problem, ...]) -> None:
        self.query_one(HistoryPane).show_progress(progress)
        for problem in problems:
            if problem not in self._reported:
                self._reported.add(problem)
                self.warn(str(problem))

    def find(self) -> None:
        self.show_pane("history")
        self.call_when_drawn(self.query_one(HistoryPane).open_search)

    @on(QueryInput.QueryChanged)
    def _on_query(self, event: QueryInput.QueryChanged) -> None:
        self._read_sessions(event.text)

    @on(QueryInput.Closed)
    def _on_query_closed(self) -> None:
        self._read_sessions("")

    @on(HistoryPane.SessionSelected)
    def _on_session_selected(self, event: HistoryPane.SessionSelected) -> None:
        from footcoach_tui.app.screens.session_detail import SessionDetailScreen  # noqa: PLC0415 - see `launch`

        self.app.push_screen(SessionDetailScreen(self.app_context, event.record))
