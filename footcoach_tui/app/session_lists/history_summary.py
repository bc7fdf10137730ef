"""Totals of the history, for the calendar and the lines below it."""

from dataclasses import dataclass
from datetime import date

from textual.content import Content

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.coach.decisions.pain import MIN_RED_PAIN
from footcoach_tui.coach.practice.calendar import ActivityCalendar
from footcoach_tui.coach.practice.weeks import ONE_WEEK, TrainingProgress, monday_of
from footcoach_tui.history.query.parse import parse_query
from footcoach_tui.history.store import History


@dataclass(frozen=True, slots=True)
class HistorySummary:
    """Calendar, number of sessions, progress of the weeks, and problems with files."""

    year: ActivityCalendar = ActivityCalendar(())  # noqa: RUF009 - frozen, so it can be shared
    count: int = 0
    progress: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def problem_lines(self) -> Content:
        """Problems with the files, a line each; empty without any."""
        lines = [Content(f"! {problem}") for problem in self.problems]
        return Content("\n").join(lines).stylize("$warning") if lines else Content("")


def summarise(history: History, today: date, goal: int) -> HistorySummary:
    """Summarise a history by its totals; only sessions of strong pain are read."""
    days = history.days()
    begun = (monday_of(today) - monday_of(days[0].day)) // ONE_WEEK + 1 if days else 0
    pain: dict[date, int] = {}
    for record in history.find(parse_query(f"pain>{MIN_RED_PAIN - 1}", today)):
        day = record.started.date()
        pain[day] = max(pain.get(day, 0), record.pain or 0)
    return HistorySummary(
        ActivityCalendar.from_days(days, today, max(ActivityCalendar.YEAR_WEEKS, begun), pain),
        history.count(),
        " · ".join(TrainingProgress.from_days(days, today, goal).sentences),
        history.problems,
    )
