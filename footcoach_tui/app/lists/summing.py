"""What the whole history comes to, for the calendar and the lines below it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.coach.progress import progress
from footcoach_tui.coach.weeks import WEEK, monday_of
from footcoach_tui.coach.year import LEVELS, WEEKS, Year, year
from footcoach_tui.history.store import History


@dataclass(frozen=True, slots=True)
class Sums:
    """`count` is of all sessions; `told` how the weeks go; `problems` what could not be read."""

    year: Year = Year(())  # noqa: RUF009 - frozen, so it can be shared
    count: int = 0
    told: str = ""
    problems: tuple[Problem, ...] = ()


def sum_up(history: History, today: date, goal: int) -> Sums:
    """Add up from the sums of months: no session need be read for it."""
    days = history.days()
    problems = dict.fromkeys(history.problems)
    count = sum(month.count for month in history.months())
    problems |= dict.fromkeys(history.problems)
    begun = (monday_of(today) - monday_of(days[0].day)) // WEEK + 1 if days else 0
    return Sums(
        year(days, today, max(WEEKS, begun)),
        count,
        " · ".join(progress(days, today, goal).sentences),
        tuple(problems),
    )


def legend(signs: str) -> Content:
    """What the signs of the levels mean, in minutes."""
    names = ("none", f"below {LEVELS[0]}", *(f"{level}+" for level in LEVELS))
    parts = [
        Content.assemble((sign, "$primary" if level else "$secondary"), f" {name}")
        for level, (sign, name) in enumerate(zip(signs, names, strict=True))
    ]
    return Content("  ").join((*parts, Content("min")))


def damage(problems: Iterable[Problem]) -> Content:
    """What could not be read, a line each; empty where all could."""
    lines = [Content(f"! {problem}") for problem in problems]
    return Content("\n").join(lines).stylize("$warning") if lines else Content("")
