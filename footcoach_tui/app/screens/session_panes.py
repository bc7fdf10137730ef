"""Base screen of a session: its steps, the present one, and the past of its exercise."""

from textual import work
from textual.widget import Widget

from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.three_panes import ThreePaneScreen
from footcoach_tui.app.session_lists.exercise_past import ExercisePast, exercise_past
from footcoach_tui.app.session_lists.search import search_sessions
from footcoach_tui.app.widgets.past_pane import PastPane
from footcoach_tui.session.exercise import Exercise

_MAX_SESSIONS = 60
"""Latest sessions with the exercise that are read."""


class SessionPanesScreen(ThreePaneScreen):
    """Three panes, of which the last tells of the exercise being done."""

    def __init__(self, app_context: AppContext) -> None:
        super().__init__(app_context)
        self.add_class("-session", update=False)
        self._past_exercise = ""

    def history_pane(self) -> Widget:
        return PastPane(id="history")

    def pane_names(self) -> tuple[str, str, str]:
        return "Steps", "Now", "History"

    def show_exercise(self, exercise: Exercise) -> None:
        """Show the past of an exercise, unless it is shown."""
        if exercise.id != self._past_exercise:
            self._past_exercise = exercise.id
            self._read_past(exercise)

    @work(thread=True, group="past")
    def _read_past(self, exercise: Exercise) -> None:
        context = self.app_context
        query = f'exercise:"{exercise.id}"'
        sessions = search_sessions(context.history, query, context.today(), _MAX_SESSIONS)
        self.call_from_thread(self._show_past, exercise, exercise_past(sessions, exercise.id))

    def _show_past(self, exercise: Exercise, past: ExercisePast) -> None:
        if exercise.id == self._past_exercise:
            pane = self.query_one(PastPane)
            pane.show_past(exercise.name, past, self.app_context.today())
