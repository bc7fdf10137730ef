"""Projection for a coach: rows made from the history, with no more than was agreed."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from footcoach_tui.coach.practice.days import Day
from footcoach_tui.coach.practice.weeks import ONE_WEEK, monday_of
from footcoach_tui.session.record import SessionRecord

_MAX_MINUTES = 1440
_MAX_COUNT = 99
_MAX_WEEKS = 53


class Consent(NamedTuple):
    """Agreement of a member with a coach, from the day `since` on; scores are effort and pain."""

    coach: str
    since: date
    scores: bool = False
    notes: bool = False


class SharedSession(NamedTuple):
    """Session as a coach sees it; None is what was not answered, or not shared."""

    id: str
    day: date
    routine: str
    minutes: int
    effort: int | None = None
    pain: int | None = None
    note: str | None = None


class SharedWeek(NamedTuple):
    """Sessions planned and kept in the week from `monday` on."""

    monday: date
    planned: int
    kept: int


class Projection(NamedTuple):
    """All that is shared with one coach."""

    sessions: tuple[SharedSession, ...]
    weeks: tuple[SharedWeek, ...]


def project(
    records: Iterable[SessionRecord], days: Iterable[Day], goal: int, consent: Consent, today: date
) -> Projection:
    """Return what is shared of a history; `goal` is the number of sessions planned in a week.

    Extra sessions of a week are not kept: they do not make up for another week.
    """
    sessions = tuple(
        _session(record, consent)
        for record in records
        if record.is_counted and record.started.date() >= consent.since
    )
    kept: dict[date, int] = {}
    for day in days:
        if day.day >= consent.since:
            monday = monday_of(day.day)
            kept[monday] = kept.get(monday, 0) + day.week_sessions
    planned = min(max(goal, 0), _MAX_COUNT)
    weeks = tuple(
        SharedWeek(monday, planned, min(kept.get(monday, 0), planned))
        for monday in _mondays(consent.since, today)
    )
    return Projection(sessions, weeks)


def _session(record: SessionRecord, consent: Consent) -> SharedSession:
    return SharedSession(
        record.id,
        record.started.date(),
        record.title,
        min(round(record.seconds / 60), _MAX_MINUTES),
        record.effort if consent.scores else None,
        record.pain if consent.scores else None,
        (record.note or None) if consent.notes else None,
    )


def _mondays(since: date, today: date) -> list[date]:
    """Return the Mondays of the weeks that count, the latest last: at most a year of them."""
    first = max(monday_of(since), monday_of(today) - ONE_WEEK * _MAX_WEEKS)
    weeks = (monday_of(today) - first) // timedelta(days=7)
    return [first + ONE_WEEK * number for number in range(weeks + 1)]
