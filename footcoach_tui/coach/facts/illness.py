"""Illness that holds training back: until two days have passed without fever (rule `ill`)."""

from datetime import date

from footcoach_tui.coach.facts.facts import Facts

_DAYS = 3
"""Rule `ill`: the day on which a check-in said ill, and the two days after it."""


def ill_day(facts: Facts, day: date | None = None) -> date | None:
    """Return the last day of illness that still holds on a day, or today; None if none does.

    A training session of a later day, begun with "I have had no fever for two days", ends it.
    """
    ill: date | None = None
    for each in facts.last(_DAYS, day):
        if each.is_ill:
            ill = each.day
        elif any(
            session.is_training and session.check_in is not None and session.check_in.is_anyway
            for session in each.sessions
        ):
            ill = None
    return ill
