"""Whether a session is due today: one a day, until there is a plan."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from footcoach_tui.coach.days import Day


class DueStatus(NamedTuple):
    """The answer, a sentence that says why, and the day of the latest session that counts."""

    is_due: bool
    sentence: str
    latest: date | None = None

    @classmethod
    def from_days(cls, days: Iterable[Day], today: date) -> "DueStatus":
        """Due, unless a session that counts was done today; the latest days are enough.

        A session tomorrow counts as today's: after a flight east over the date line and back, its
        day is still to come. Later days come from a clock that was wrong.
        """
        tomorrow = today + timedelta(days=1)
        latest = max(
            (day.day for day in days if day.sessions and day.day <= tomorrow), default=None
        )
        if latest is None:
            return cls(is_due=True, sentence="A first session is waiting.")
        if latest >= today:
            return cls(is_due=False, sentence="Today's session is done.", latest=latest)
        ago = (today - latest).days
        when = "yesterday" if ago == 1 else f"{ago} days ago"
        return cls(
            is_due=True, sentence=f"Next session: any time. The last one was {when}.", latest=latest
        )
