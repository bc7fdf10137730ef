"""How a week and the weeks before it went, for the screen and the shell."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from footcoach_tui.coach.weeks import GOAL, Week, run_of_weeks, this_week
from footcoach_tui.session.record import SessionRecord


@dataclass(frozen=True, slots=True)
class Progress:
    """The present week so far, and how many weeks in a row had `goal` sessions or more."""

    week: Week
    run: int
    goal: int = GOAL

    @property
    def sentences(self) -> tuple[str, str]:
        """Two short lines for a person."""
        sessions = "session" if self.week.sessions == 1 else "sessions"
        weeks = "week" if self.run == 1 else "weeks"
        return (
            f"{self.week.sessions} {sessions} this week, {self.week.minutes} min",
            f"{self.run} {weeks} in a row with {self.goal}+",
        )


def progress(records: Sequence[SessionRecord], today: date, goal: int = GOAL) -> Progress:
    """Add up what counts; `goal` is in sessions a week."""
    return Progress(this_week(records, today), run_of_weeks(records, today, goal), goal)
