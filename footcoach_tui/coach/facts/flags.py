"""Open red flags: reported or derived, until a professional has seen them or they close."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from footcoach_tui.coach.answers.documents import texts
from footcoach_tui.coach.facts import across_sessions as across
from footcoach_tui.coach.facts.day import DayFacts
from footcoach_tui.coach.facts.facts import ONE_DAY, Facts
from footcoach_tui.coach.rules.red_flags import RedFlag, Urgency

URGENT: Final = frozenset((Urgency.NOW, Urgency.TODAY))
"""Urgencies with which nothing is done until the flag is cleared."""

_DERIVED: Final = (across.NOT_BETTER, across.GROWING, across.TWICE_RED, across.MORNINGS)
_QUICK_CLOSING: Final = frozenset((*_DERIVED, "severe"))
_QUICK_DAYS, _USUAL_DAYS = timedelta(days=14), timedelta(days=28)
"""Days with all sites at 0 after which a flag closes by itself."""

_KNOWN_DAYS = 3
"""Known days that are needed among them."""

_QUIET_DAYS = timedelta(days=84)
"""Days after a visit in which `not-better` and `mornings` are not raised again."""

_QUIET_FLAGS: Final = frozenset((across.NOT_BETTER, across.MORNINGS))
_NO_IMPACT_FLAGS: Final = frozenset(("bone-point", "night", "swelling"))
_NO_IMPACT_DAYS = timedelta(days=28)


class OpenFlag(NamedTuple):
    """Red flag that is open since a day."""

    flag: RedFlag
    day: date


class FlagSpan(NamedTuple):
    """Days of a red flag: it is open from `opened`, and from `closed` on no more."""

    flag: RedFlag
    opened: date
    closed: date | None = None
    is_seen: bool = False
    """Whether a professional has seen it, rather than that it closed by itself."""

    def is_open(self, day: date) -> bool:
        return self.opened <= day and (self.closed is None or day < self.closed)


def open_flags(facts: Facts, day: date | None = None) -> tuple[OpenFlag, ...]:
    """Return the flags that are open on a day, or today, the most urgent first.

    Flags of one urgency come in the order of the list.
    """
    when = day or facts.today
    spans = [span for span in flag_spans(facts) if span.is_open(when)]
    urgencies, order = list(Urgency), list(facts.rules.flags)
    spans.sort(key=lambda span: (urgencies.index(span.flag.urgency), order.index(span.flag.id)))
    return tuple(OpenFlag(span.flag, span.opened) for span in spans)


def impact_barred_until(facts: Facts, day: date | None = None) -> date | None:
    """Return the first day on which hops are allowed again after a flag has closed.

    None if no flag bars them; those that are still open bar them anyway.
    """
    when = day or facts.today
    ends = [
        span.closed + _NO_IMPACT_DAYS
        for span in flag_spans(facts)
        if span.closed is not None
        and span.closed <= when
        and (span.flag.urgency in URGENT or span.flag.id in _NO_IMPACT_FLAGS)
    ]
    return max((end for end in ends if end > when), default=None)


def stage_down_days(facts: Facts) -> tuple[date, ...]:
    """Return the days on which a plan goes one stage down: a NOW or TODAY flag has closed."""
    return tuple(
        span.closed
        for span in flag_spans(facts)
        if span.closed is not None and span.flag.urgency in URGENT
    )


@lru_cache(maxsize=2)
def flag_spans(facts: Facts) -> tuple[FlagSpan, ...]:
    """Return the days of all flags so far, in no order. Facts are compared by identity."""
    spans: list[FlagSpan] = []
    days = [facts.day(day) for day in facts.days]
    for flag_id, raised in (*_reported(facts), *_derived(facts, days)):
        flag = facts.rules.flags.get(flag_id)
        if flag is not None:
            spans += _spans(facts, flag, raised)
    return tuple(spans)


def _reported(facts: Facts) -> Iterator[tuple[str, list[date]]]:
    """Yield the reported flags, by id, with their days: however old, they stay until closed."""
    reported: dict[str, list[date]] = {}
    for check_in in facts.log.check_ins:
        for flag_id in check_in.check_in.flags or ():
            reported.setdefault(flag_id, []).append(check_in.day)
    for record in facts.log.sessions:
        for document in (record.checkin, record.after):
            if document and document.get("flags"):
                for flag_id in texts(document["flags"]) or ():
                    reported.setdefault(flag_id, []).append(record.started.date())
    for flag_id, days in reported.items():
        # A flag of tomorrow was reported today, east of here.
        yield flag_id, [min(d, facts.today) for d in days if d <= facts.today + ONE_DAY]


def _derived(facts: Facts, days: Sequence[DayFacts]) -> Iterator[tuple[str, list[date]]]:
    """Yield the derived flags, by id, with the days on which they are raised.

    Only the days after a visit count; the days before it count for what was raised before it.
    """
    known = [day for day in days if day.is_known]
    worse = across.worse_mornings(session for day in days for session in day.sessions)
    visits = sorted({each.day for each in facts.log.clearances if each.day <= facts.today})
    raised: dict[str, list[date]] = {flag_id: [] for flag_id in _DERIVED}
    for after, until in zip((date.min, *visits), (*visits, date.max), strict=True):
        part = [day for day in known if after < day.day <= until]
        red = [day for day in facts.red_days if after < day <= until]
        mornings = [session for session in worse if after < session.day <= until]
        raised[across.NOT_BETTER] += across.not_better_days(part)
        raised[across.GROWING] += across.growing_days(part)
        raised[across.TWICE_RED] += across.twice_red_days(red)
        raised[across.MORNINGS] += across.mornings_days(mornings)
    yield from raised.items()


def _spans(facts: Facts, flag: RedFlag, raised: Iterable[date]) -> Iterator[FlagSpan]:
    """Yield the spans of a flag from the days on which it was raised: while open, once."""
    seen = sorted(
        each.day
        for each in facts.log.clearances
        if flag.id in each.flags and each.day <= facts.today
    )
    span: FlagSpan | None = None
    for day in sorted(raised):
        if day > facts.today or (span is not None and not _may_reopen(span, day)):
            continue
        if flag.id in _QUIET_FLAGS and any(d <= day < d + _QUIET_DAYS for d in seen):
            continue
        span = _closed(facts, FlagSpan(flag, day), seen)
        yield span


def _may_reopen(span: FlagSpan, day: date) -> bool:
    """Whether a flag that is raised on a day opens anew: not on the day it was cleared."""
    if span.closed is None:
        return False
    return day > span.closed or (day == span.closed and not span.is_seen)


def _closed(facts: Facts, span: FlagSpan, seen: Sequence[date]) -> FlagSpan:
    """Return the span with the day on which it closes, if it has."""
    visit = next((day for day in seen if day >= span.opened), None)
    by_itself = _closes_by_itself(facts, span)
    if by_itself is not None and (visit is None or by_itself < visit):
        return span._replace(closed=by_itself)
    return span._replace(closed=visit, is_seen=visit is not None)


def _closes_by_itself(facts: Facts, span: FlagSpan) -> date | None:
    """Return the first day after enough days at 0; None while there is none."""
    if span.flag.urgency in URGENT:
        return None
    length = _QUICK_DAYS if span.flag.id in _QUICK_CLOSING else _USUAL_DAYS
    start: date | None = None
    known = 0
    for day in facts.between(span.opened, facts.today):
        if start is not None and known >= _KNOWN_DAYS and start + length <= day.day:
            return start + length
        if day.top_score > 0:
            start, known = None, 0
        elif day.is_known:
            start, known = start or day.day, known + 1
            if known >= _KNOWN_DAYS and start + length <= day.day:
                return day.day
    if start is None or known < _KNOWN_DAYS or start + length > facts.today:
        return None
    return start + length
