"""Sharing with coaches, for the member: agreed, kept up to date by each sync, and withdrawn."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeVar

from psycopg.errors import ForeignKeyViolation

from footcoach_tui.boundary.text import clean
from footcoach_tui.coach.practice.weeks import ONE_WEEK, monday_of
from footcoach_tui.history.store import History
from footcoach_tui.hub.connection import Connection, transaction
from footcoach_tui.hub.errors import HubError
from footcoach_tui.hub.projection import (
    Consent,
    Projection,
    SharedSession,
    SharedWeek,
    project,
)

_Row = TypeVar("_Row", SharedSession, SharedWeek)
_Known = dict[str | date, _Row]

_CONSENTS = """\
select left(coach, 60), since, scores, notes from footcoach.coaching where member = %s
order by coach"""
_AGREE = """\
insert into footcoach.coaching (member, coach, since, scores, notes) values (%s, %s, %s, %s, %s)
on conflict (member, coach) do update
set since = excluded.since, scores = excluded.scores, notes = excluded.notes, agreed = now()"""
_WITHDRAW = "delete from footcoach.coaching where member = %s and coach = %s"
_COACHES = "select left(name, 60) from footcoach.person where is_coach and name <> %s order by name"
_SESSIONS = """\
select id, day, routine, minutes, effort, pain, note from footcoach.shared
where member = %s and coach = %s"""
_PUT_SESSION = """\
insert into footcoach.shared (member, coach, id, day, routine, minutes, effort, pain, note)
values (%s, %s, %s, %s, %s, %s, %s, %s, %s)
on conflict (member, coach, id) do update
set day = excluded.day, routine = excluded.routine, minutes = excluded.minutes,
    effort = excluded.effort, pain = excluded.pain, note = excluded.note"""
_DROP_SESSION = "delete from footcoach.shared where member = %s and coach = %s and id = any(%s)"
_WEEKS = "select monday, planned, kept from footcoach.week where member = %s and coach = %s"
_PUT_WEEK = """\
insert into footcoach.week (member, coach, monday, planned, kept) values (%s, %s, %s, %s, %s)
on conflict (member, coach, monday) do update
set planned = excluded.planned, kept = excluded.kept"""
_DROP_WEEKS = "delete from footcoach.week where member = %s and coach = %s and monday = any(%s)"


def consents(connection: Connection, user: str) -> list[Consent]:
    """Return what a member shares, by coach."""
    rows = connection.execute(_CONSENTS, (user,))
    return [Consent(clean(coach), *rest) for coach, *rest in rows]


def coaches(connection: Connection, user: str) -> list[str]:
    """Return the names with which a member can share."""
    return [clean(name) for (name,) in connection.execute(_COACHES, (user,))]


def projection(history: History, goal: int, consent: Consent, today: date) -> Projection:
    """Return what a coach would see of a history."""
    return project(history.all(), history.days(consent.since), goal, consent, today)


def share(
    connection: Connection, user: str, consent: Consent, shown: Projection, today: date
) -> None:
    """Agree, and send what was shown, in one transaction. Raises HubError for no such coach."""
    try:
        with transaction(connection):
            connection.execute(_AGREE, (user, *consent))
            _update(connection, user, consent.coach, shown, today)
    except ForeignKeyViolation:
        raise HubError(no_coach(consent.coach, coaches(connection, user))) from None


def no_coach(name: str, known: Iterable[str]) -> str:
    """Return the sentence for a name that is not that of a coach."""
    return f"no coach is called {clean(name)}; this hub has {', '.join(known) or 'none'}"


def unshare(connection: Connection, user: str, coach: str) -> bool:
    """Delete all that a coach sees of a member; returns whether anything was agreed."""
    return bool(connection.execute(_WITHDRAW, (user, coach)).rowcount)


def refresh(
    connection: Connection, user: str, history: History, goal: Callable[[], int], today: date
) -> None:
    """Bring what is shared up to date; `goal` is asked only if anything is."""
    agreed = consents(connection, user)
    if not agreed:
        return
    planned = goal()
    for consent in agreed:
        shown = projection(history, planned, consent, today)
        with transaction(connection):
            _update(connection, user, consent.coach, shown, today)


def _update(connection: Connection, user: str, coach: str, shown: Projection, today: date) -> None:
    """Write the rows that differ, and delete those that are no more in the history."""
    key = (user, coach)
    sessions = _known(connection, _SESSIONS, key, SharedSession)
    _put(connection, _PUT_SESSION, key, shown.sessions, sessions)
    gone = sessions.keys() - {session.id for session in shown.sessions}
    connection.execute(_DROP_SESSION, (*key, list(gone)))
    weeks = _known(connection, _WEEKS, key, SharedWeek)
    planned = [_as_planned(week, weeks.get(week.monday), today) for week in shown.weeks]
    _put(connection, _PUT_WEEK, key, planned, weeks)
    first = min((week.monday for week in planned), default=today)
    gone_weeks = [week.monday for week in weeks.values() if week.monday < first]
    connection.execute(_DROP_WEEKS, (*key, gone_weeks))


def _as_planned(week: SharedWeek, known: SharedWeek | None, today: date) -> SharedWeek:
    """Return a week with what was planned then: a later plan changes no week that is over."""
    if known is None or week.monday >= monday_of(today) - ONE_WEEK:
        return week
    return week._replace(planned=known.planned, kept=min(week.kept, known.planned))


def _known(
    connection: Connection, question: str, key: tuple[str, str], kind: type[_Row]
) -> _Known[_Row]:
    rows = connection.execute(question.encode(), key)
    return {row[0]: kind(*row) for row in rows}


def _put(
    connection: Connection,
    statement: str,
    key: tuple[str, str],
    rows: Iterable[SharedSession | SharedWeek],
    known: Mapping[str | date, SharedSession | SharedWeek],
) -> None:
    changed = [[*key, *row] for row in rows if known.get(row[0]) != row]
    with connection.cursor() as cursor:
        cursor.executemany(statement.encode(), changed)
