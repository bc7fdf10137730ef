"""Milestones of a plan (5.3): each is shown once, on the day of the session that reaches it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from footcoach_tui.coach.practice.weeks import monday_of

EIGHT_WEEKS = (
    "Eight weeks. Most trials stop here; the runners' trial saw its difference after four to "
    "eight months."
)
MONTH_FOUR = "Month four. In the runners' trial the difference began to show about here."
SESSIONS_DONE = "24 sessions: as many as a course of eight weeks has."

_SESSIONS = 24
_WEEKS: Final = ((8, 8 * 7, EIGHT_WEEKS), (16, 122, MONTH_FOUR))
"""Weeks with a session before the one that reaches it, least days since the plan began, text."""

_MOST_DAYS = timedelta(days=365)
"""Days after which nothing is reached any more: earlier sessions are not read."""


def milestone(begun: date | None, days: Sequence[date], today: date) -> str:
    """Return the milestone that today's session reaches, or "".

    `begun` is the day the plan began, `days` are the days with a session of it up to today, in
    order. The weeks in which nothing was done do not count.
    """
    done = [day for day in days if begun is not None and begun <= day <= today]
    if begun is None or not done or done[-1] != today or today - begun > _MOST_DAYS:
        return ""
    earlier = done[:-1]
    reached = [
        text for weeks, least, text in _WEEKS if _is_first(begun, earlier, today, weeks, least)
    ]
    if len(done) == _SESSIONS:
        reached.append(SESSIONS_DONE)
    return reached[0] if reached else ""


def _is_first(begun: date, earlier: Sequence[date], today: date, weeks: int, least: int) -> bool:
    """Whether today's session reaches a number of weeks, and no earlier one did."""

    def has_reached(place: int, day: date) -> bool:
        mondays = {monday_of(each) for each in earlier[:place]} - {monday_of(day)}
        return (day - begun).days >= least and len(mondays) >= weeks

    is_reached = has_reached(len(earlier), today)
    return is_reached and not (earlier and has_reached(len(earlier) - 1, earlier[-1]))
