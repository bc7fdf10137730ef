"""What the whole history comes to, for the calendar and the lines below it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.coach.calendar import ActivityCalendar, CalendarDay
from footcoach_tui.coach.weeks import ONE_WEEK, TrainingProgress, monday_of
from footcoach_tui.history.store import History


@dataclass(frozen=True, slots=True)
class HistorySummary:
    """`count` is of all sessions; `told` how the weeks go; `problems` what could not be read."""

    year: ActivityCalendar = ActivityCalendar(())  # noqa: RUF009 - frozen, so it can be shared
    count: int = 0
    progress: str = ""
    problems: tuple[Problem, ...] = ()


def summarise(history: History, today: date, goal: int) -> HistorySummary:
    """Add up from the sums of months: no session need be read for it."""
    days = history.days()
    problems = dict.fromkeys(history.problems)
    count = sum(month.count for month in history.months())
    problems |= dict.fromkeys(history.problems)
    begun = (monday_of(today) - monday_of(days[0].day)) // ONE_WEEK + 1 if days else 0
    return HistorySummary(
        ActivityCalendar.from_days(days, today, max(ActivityCalendar.YEAR_WEEKS, begun)),
        count,
        " · ".join(TrainingProgress.from_days(days, today, goal).sentences),
        tuple(problems),
    )


def level_legend(signs: str) -> Content:
    """What the signs of the levels mean, in minutes."""
    minutes = CalendarDay.LEVEL_MINUTES
    names = ("none", f"below {minutes[0]}", *(f"{level}+" for level in minutes))
    parts = [
        Content.assemble((sign, "$primary" if level else "$secondary"), f" {name}")
        for level, (sign, name) in enumerate(zip(signs, names, strict=True))
    ]
    return Content("  ").join((*parts, Content("min")))


def problem_lines(problems: Iterable[Problem]) -> Content:
    """What could not be read, a line each; empty where all could."""
    lines = [Content(f"! {problem}") for problem in problems]
    return Content("\n").join(lines).stylize("$warning") if lines else Content("")
