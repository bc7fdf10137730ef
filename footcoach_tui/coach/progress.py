"""How a week and the weeks before it went, for the screen and the shell.

progress(days, today, goal) -> Progress      all of it from one reading of the days
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from footcoach_tui.coach.days import Day, Totals, totals
from footcoach_tui.coach.weeks import (
    FORGIVEN,
    GOAL,
    SPAN,
    WEEK,
    Kept,
    Run,
    Week,
    kept,
    monday_of,
    run_of_weeks,
    this_week,
)
from footcoach_tui.session.lengths import counted


@dataclass(frozen=True, slots=True)
class Progress:
    """Against a goal of so many sessions a week: the present week so far, and those before it.

    `run` are the weeks in a row that met the goal; `kept` and `eight_weeks` are of the last eight
    weeks, the present one among them; `ever` is of all time.
    """

    week: Week
    run: Run = field(default_factory=Run)
    goal: int = GOAL
    kept: Kept = field(default_factory=Kept)
    eight_weeks: Totals = field(default_factory=Totals)
    ever: Totals = field(default_factory=Totals)

    @property
    def sentences(self) -> tuple[str, str]:
        """Two short lines for a person."""
        return (
            f"{counted(self.week.sessions, 'session')} this week, {self.week.minutes} min",
            f"{counted(self.run.weeks, 'week')} in a row with {self.goal}+{self._passed}",
        )

    @property
    def _passed(self) -> str:
        return f", {self.run.passed} off" if self.run.passed else ""


def progress(days: Iterable[Day], today: date, goal: int = GOAL) -> Progress:
    """Add up the days; `goal` is in sessions a week."""
    days = tuple(days)
    monday = monday_of(today)
    return Progress(
        week=this_week(days, today),
        run=run_of_weeks(days, today, goal, FORGIVEN),
        goal=goal,
        kept=kept(days, today, goal),
        eight_weeks=totals(days, monday - WEEK * (SPAN - 1), monday + timedelta(days=6)),
        ever=totals(days),
    )
