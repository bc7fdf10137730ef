"""How a week and the weeks before it went, for the screen and the shell.

progress(days, today, goal) -> Progress      all of it from one reading of the days
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from footcoach_tui.coach.days import Day, Totals, totals
from footcoach_tui.coach.weeks import (
    DEFAULT_GOAL,
    MAX_MISSED_WEEKS,
    ONE_WEEK,
    WINDOW_WEEKS,
    Adherence,
    Streak,
    Week,
    adherence,
    monday_of,
    streak,
    this_week,
)
from footcoach_tui.text.durations import counted


@dataclass(frozen=True, slots=True)
class TrainingProgress:
    """Against a goal of so many sessions a week: the present week so far, and those before it.

    `run` are the weeks in a row that met the goal; `kept` and `eight_weeks` are of the last eight
    weeks, the present one among them; `ever` is of all time.
    """

    week: Week
    streak: Streak = field(default_factory=Streak)
    goal: int = DEFAULT_GOAL
    adherence: Adherence = field(default_factory=Adherence)
    eight_weeks: Totals = field(default_factory=Totals)
    all_time: Totals = field(default_factory=Totals)

    @property
    def sentences(self) -> tuple[str, str]:
        """Two short lines for a person."""
        return (
            f"{counted(self.week.sessions, 'session')} this week, {self.week.minutes} min",
            f"{counted(self.streak.weeks, 'week')} in a row with {self.goal}+{self._passed}",
        )

    @property
    def _passed(self) -> str:
        return f", {self.streak.missed} off" if self.streak.missed else ""


def training_progress(
    days: Iterable[Day], today: date, goal: int = DEFAULT_GOAL
) -> TrainingProgress:
    """Add up the days; `goal` is in sessions a week."""
    days = tuple(days)
    monday = monday_of(today)
    return TrainingProgress(
        week=this_week(days, today),
        streak=streak(days, today, goal, MAX_MISSED_WEEKS),
        goal=goal,
        adherence=adherence(days, today, goal),
        eight_weeks=totals(
            days, monday - ONE_WEEK * (WINDOW_WEEKS - 1), monday + timedelta(days=6)
        ),
        all_time=totals(days),
    )
