"""The year by its days, how the weeks go, and what of the history could not be read."""

from datetime import date

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from footcoach_tui.app.session_lists.history_summary import (
    HistorySummary,
    level_legend,
    problem_lines,
)
from footcoach_tui.app.widgets.calendar_view import LEVEL_GLYPHS, CalendarView
from footcoach_tui.app.widgets.label import TextLabel


class HistoryOverview(Vertical):
    """A calendar, with lines below it."""

    def compose(self) -> ComposeResult:
        """The lines are empty until there is something to say."""
        yield CalendarView(id="calendar")
        with Horizontal(id="under"):
            yield TextLabel(id="weeks")
            yield TextLabel(level_legend(LEVEL_GLYPHS), id="legend")
        yield TextLabel(id="damage")

    def show(self, sums: HistorySummary, today: date) -> None:
        """Show what the history comes to."""
        self.query_one(CalendarView).show(sums.year, today)
        self.query_one("#weeks", TextLabel).show(sums.progress)
        told = self.query_one("#damage", TextLabel)
        told.show(problem_lines(sums.problems), grows=True)
        told.display = bool(sums.problems)
