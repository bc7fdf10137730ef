"""Days with sessions that count, as records say it: to compare the answers of the index with."""

from collections.abc import Iterable
from datetime import date

from footcoach_tui.coach.practice.days import Day
from footcoach_tui.session.record import SessionRecord, SetOutcome


def group_by_day(records: Iterable[SessionRecord]) -> tuple[Day, ...]:
    """The days of the records that count, oldest first."""
    days: dict[date, Day] = {}
    for record in records:
        if not record.is_counted:
            continue
        date_ = record.started.date()
        day = days.get(date_, Day(date_))
        short = day.short + (not record.is_week_session)
        done = sum(each.outcome is not SetOutcome.SKIPPED for each in record.sets)
        days[date_] = Day(
            date_, day.sessions + 1, day.seconds + record.seconds, day.sets + done, short
        )
    return tuple(days[date_] for date_ in sorted(days))
