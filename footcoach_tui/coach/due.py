"""Whether a session is due today. Until there is a plan: one a day.

due(days, today) -> Due      the days of the latest sessions will do, all are not needed
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from footcoach_tui.coach.days import Day


@dataclass(frozen=True, slots=True)
class DueStatus:
    """The answer, a sentence that says why, and the day of the latest session that counts."""

    is_due: bool
    sentence: str
    latest: date | None = None


def due_status(days: Iterable[Day], today: date) -> DueStatus:
    """Due, unless a session that counts was done today.

    Today or tomorrow, to be exact: who flies east over the date line and back can have a
    session on a day that is still to come here. Days further on are a clock that was wrong.
    """
    tomorrow = today + timedelta(days=1)
    latest = max((one.day for one in days if one.sessions and one.day <= tomorrow), default=None)
    if latest is None:
        return DueStatus(is_due=True, sentence="Due: no session yet.")
    if latest >= today:
        return DueStatus(is_due=False, sentence="Not due: today's session is done.", latest=latest)
    return DueStatus(
        is_due=True, sentence=f"Due: the last session was {_ago(latest, today)}.", latest=latest
    )


def _ago(day: date, today: date) -> str:
    days = (today - day).days
    return "yesterday" if days == 1 else f"{days} days ago"
