"""The calendar, the progress of the weeks, and problems with files."""

from datetime import date

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from footcoach_tui.app.session_lists.history_summary import HistorySummary
from footcoach_tui.app.widgets.calendar_view import PAIN_MARK, CalendarView
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.coach.decisions.pain import MIN_RED_PAIN
from footcoach_tui.coach.practice.calendar import CalendarDay


class HistoryOverview(Vertical):
    """Calendar, with lines below it."""

    def compose(self) -> ComposeResult:
        yield CalendarView(id="calendar")
        with Horizontal(id="calendar-notes"):
            yield TextLabel(id="weeks")
            yield TextLabel(_level_legend(), id="legend")
        yield TextLabel(id="problems")

    def show(self, summary: HistorySummary, today: date) -> None:
        self.query_one(CalendarView).show(summary.year, today)
        self.query_one("#weeks", TextLabel).show(summary.progress)
        problems = self.query_one("#problems", TextLabel)
        problems.show(summary.problem_lines, grows=True)
        problems.display = bool(summary.problems)


def _level_legend() -> Content:
    """Meaning of the calendar's glyphs: minutes a day, and pain."""
    minutes = CalendarDay.LEVEL_MINUTES
    names = ("none", f"below {minutes[0]}", *(f"{level}+" for level in minutes))
    parts = [
        Content.assemble((glyph, "$primary" if level else "$secondary"), f" {name}")
        for level, (glyph, name) in enumerate(zip(CalendarView.LEVEL_GLYPHS, names, strict=True))
    ]
    pain = Content.assemble((PAIN_MARK, "bold $error"), f" pain {MIN_RED_PAIN}+")
    return Content("  ").join((*parts, Content("min"), pain))
