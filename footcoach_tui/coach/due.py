"""Whether a session is due today: one a day, until there is a plan."""

from datetime import date, timedelta
from typing import NamedTuple


class DueStatus(NamedTuple):
    """The answer, a sentence that says why, and the day of the latest session that counts."""

    is_due: bool
    sentence: str
    latest: date | None = None

    @staticmethod
    def last_day(today: date) -> date:
        """Return the last day of which sessions are looked at.

        A session tomorrow counts as today's: after a flight east over the date line and back, its
        day is still to come. Later days come from a clock that was wrong.
        """
        return today + timedelta(days=1)

    @classmethod
    def after(cls, latest: date | None, today: date) -> "DueStatus":
        """Due, unless the latest session that counts, up to `last_day`, was done today."""
        if latest is None:
            return cls(is_due=True, sentence="A first session is waiting.")
        if latest >= today:
            return cls(is_due=False, sentence="Today's session is done.", latest=latest)
        ago = (today - latest).days
        when = "yesterday" if ago == 1 else f"{ago} days ago"
        return cls(
            is_due=True, sentence=f"Next session: any time. The last one was {when}.", latest=latest
        )
