"""Members as a coach sees them, with what they keep of their plan, and who needs a word first."""

from datetime import date, timedelta
from typing import NamedTuple

from footcoach_tui.boundary.text import clean
from footcoach_tui.coach.practice.weeks import monday_of
from footcoach_tui.hub.connection import Connection
from footcoach_tui.hub.projection import SharedSession

_STRONG_PAIN = 6
"""Above the 5 of 10 of the stop line."""
_QUIET_DAYS = 10
_HALF = 2

MEMBERS_QUERY = """\
select left(c.member, 60), left(p.shown, 80), c.since, c.scores,
    coalesce(s.sessions, 0), coalesce(s.minutes, 0), s.pain, s.latest,
    coalesce(w.planned, 0), coalesce(w.kept, 0), w.latest, w.goal
from footcoach.coaching c
join footcoach.person p on p.name = c.member
left join (
    select member, count(*) as sessions, sum(minutes) as minutes, max(pain) as pain,
        max(day) as latest
    from footcoach.shared where coach = %(me)s and day >= %(first)s group by member
) s on s.member = c.member
left join (
    select member, sum(kept) as kept, max(monday) as latest,
        sum(case when monday = %(monday)s then kept else planned end) as planned,
        (array_agg(planned order by monday desc))[1] as goal
    from footcoach.week where coach = %(me)s and monday >= %(first)s group by member
) w on w.member = c.member
where c.coach = %(me)s"""
_SESSIONS = """\
select left(id, 26), day, left(routine, 200), minutes, effort, pain, left(note, 4000)
from footcoach.shared where coach = %s and member = %s and day >= %s order by day desc, id desc
limit 5000"""


class MemberSummary(NamedTuple):
    """Member over the last weeks. `pain` is the worst, None where none was given or shared.

    `planned` and `kept` are sessions; a week from which nothing came was planned as the one before.
    """

    name: str
    shown: str
    since: date
    has_scores: bool
    sessions: int
    minutes: int
    pain: int | None
    latest: date | None
    planned: int
    kept: int

    def reasons(self, today: date) -> list[str]:
        """Return why a coach may want to speak with the member; none of it is a diagnosis."""
        reasons = []
        if self.pain is not None and self.pain >= _STRONG_PAIN:
            reasons.append(f"pain up to {self.pain} of 10")
        quiet = (today - (self.latest or self.since)).days
        if quiet >= _QUIET_DAYS:
            reasons.append(f"no session for {quiet} days")
        if self.planned and self.kept * _HALF < self.planned:
            reasons.append("less than half of the plan")
        return reasons


def members(connection: Connection, user: str, weeks: int, today: date) -> list[MemberSummary]:
    """Return the members that share with a coach: those who may need a word first."""
    first = monday_of(today) - timedelta(weeks=weeks - 1)
    rows = connection.execute(
        MEMBERS_QUERY, {"me": user, "first": first, "monday": monday_of(today)}
    )
    summaries = [_summary(row, today) for row in rows]
    return sorted(summaries, key=lambda each: _rank(each, today))


def sessions_of(
    connection: Connection, user: str, member: str, weeks: int, today: date
) -> list[SharedSession]:
    """Return what a member shares of the last weeks, the latest first."""
    first = monday_of(today) - timedelta(weeks=weeks - 1)
    rows = connection.execute(_SESSIONS, (user, member, first))
    return [
        SharedSession(clean(key), day, clean(routine), minutes, effort, pain, note and clean(note))
        for key, day, routine, minutes, effort, pain, note in rows
    ]


def _summary(row: tuple[object, ...], today: date) -> MemberSummary:
    values = MemberSummary(*row[:10])  # type: ignore[arg-type] # as the columns of the query
    week, goal = row[10], row[11]
    silent = 0
    if isinstance(week, date) and isinstance(goal, int):
        silent = max(0, (monday_of(today) - week).days // 7 - 1) * goal  # without the present week
    return values._replace(
        name=clean(values.name), shown=clean(values.shown), planned=values.planned + silent
    )


def _rank(member: MemberSummary, today: date) -> tuple[object, ...]:
    """Return the key by which members are sorted: pain, then silence, then what was kept."""
    reasons = member.reasons(today)
    share = member.kept / member.planned if member.planned else 1.0
    quiet = (today - (member.latest or member.since)).days
    return (not reasons, -(member.pain or 0) if reasons else 0, -quiet, share, member.name)
