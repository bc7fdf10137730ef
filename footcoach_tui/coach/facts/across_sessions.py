"""Red flags derived from many sessions: pain that lasts, grows or returns (rules X1 to X5, 1.11).

A known day is one whose scores are known. Each function takes the days after the last visit to a
professional.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from footcoach_tui.coach.answers.check_in import MorningAnswer
from footcoach_tui.coach.facts.day import DayFacts
from footcoach_tui.coach.facts.facts import ONE_DAY, Facts
from footcoach_tui.coach.facts.session import AMBER, MILD, SessionFacts
from footcoach_tui.coach.practice.weeks import monday_of
from footcoach_tui.coach.rules.sites import Site

NOT_BETTER: Final = "not-better"
GROWING: Final = "growing"
TWICE_RED: Final = "twice-red"
MORNINGS: Final = "mornings"

_X1_DAYS, _X1_SPAN, _X1_APART = 4, timedelta(days=14), timedelta(days=10)
"""Known days of a stretch, days between its first and last, and most from one to the next (X1)."""

_X1_HINT_EVERY = timedelta(days=28)
_X2_DAYS = 7
"""Days for which a site that grows is taken for a more painful one (X2)."""

_X2_RISES, _X2_LEAST = 2, MILD
_X3_RISES, _X3_LEAST = 3, AMBER
_X4_FROM, _X4_TO = timedelta(days=3), timedelta(days=14)
_X5_SPAN = timedelta(days=14)
_X5_DOWN, _X5_FLAG = 2, 3
"""Mornings that were worse within the span: an exercise down, and the flag (X5)."""

_ONE_WEEK = timedelta(days=7)


def _lasting_days(known: Sequence[DayFacts]) -> Iterator[tuple[date, int]]:
    """Yield the days on which a site was sore throughout a stretch, each with the score (X1)."""
    stretches: dict[Site, list[tuple[date, int]]] = {}
    for day in known:
        scores = day.scores
        for site in [site for site in stretches if site not in scores]:
            del stretches[site]
        worst = 0
        for site, score in scores.items():
            stretch = stretches.setdefault(site, [])
            if stretch and day.day - stretch[-1][0] > _X1_APART:
                stretch.clear()
            stretch.append((day.day, score))
            if _is_lasting(stretch):
                worst = max(worst, score)
        if worst:
            yield day.day, worst


def _is_lasting(stretch: Sequence[tuple[date, int]]) -> bool:
    last, score = stretch[-1]
    return any(
        last - first >= _X1_SPAN and score >= earlier
        for first, earlier in stretch[: len(stretch) - _X1_DAYS + 1]
    )


def not_better_days(known: Sequence[DayFacts]) -> Iterator[date]:
    """Yield the days on which two weeks have brought nothing better (X1)."""
    return (day for day, score in _lasting_days(known) if score >= AMBER)


def growing_days(known: Sequence[DayFacts]) -> Iterator[date]:
    """Yield the days on which a site has risen three weeks in a row (X3)."""
    return (day for day, _ in _rises(known, _X3_RISES, _X3_LEAST))


def _rises(known: Sequence[DayFacts], rises: int, least: int) -> Iterator[tuple[date, Site]]:
    """Yield the first day of a week on which a site's highest score has risen so many times."""
    weeks: dict[date, dict[Site, int]] = {}
    found: set[tuple[date, Site]] = set()
    for day in known:
        week = monday_of(day.day)
        highest = weeks.setdefault(week, {})
        for site, score in day.scores.items():
            highest[site] = max(score, highest.get(site, 0))
            earlier = [weeks.get(week - _ONE_WEEK * count) for count in range(rises, 0, -1)]
            if highest[site] < least or None in earlier or (week, site) in found:
                continue
            maxima = [scores.get(site, 0) for scores in earlier if scores is not None]
            maxima.append(highest[site])
            if all(low < high for low, high in pairwise(maxima)):
                found.add((week, site))
                yield day.day, site


def twice_red_days(red: Sequence[date]) -> Iterator[date]:
    """Yield the red days that another one precedes by 3 to 14 days (X4)."""
    for number, day in enumerate(red):
        if any(_X4_FROM <= day - earlier <= _X4_TO for earlier in red[:number]):
            yield day


def worse_mornings(sessions: Iterable[SessionFacts]) -> list[SessionFacts]:
    """Return the sessions after which the morning was answered to be worse."""
    return [
        each
        for each in sessions
        if each.record.morning and each.record.morning.get("answer") == MorningAnswer.WORSE
    ]


def _morning_day(session: SessionFacts) -> date:
    """Return the day on which the morning after a session was answered, or else came."""
    return max(session.morning_asked or session.day, session.day + ONE_DAY)


def mornings_days(worse: Sequence[SessionFacts], count: int = _X5_FLAG) -> Iterator[date]:
    """Yield the days of mornings that were so many times worse within the span (X5)."""
    for number in range(count - 1, len(worse)):
        if worse[number].day - worse[number - count + 1].day <= _X5_SPAN:
            yield _morning_day(worse[number])


def x5_days(facts: Facts) -> tuple[date, ...]:
    """Return the days that lead one exercise, or a stage, down (X5)."""
    sessions = (session for day in facts.days for session in facts.day(day).sessions)
    return tuple(mornings_days(worse_mornings(sessions), _X5_DOWN))


def x2_sites(facts: Facts, day: date | None = None) -> frozenset[Site]:
    """Return the sites that have grown for two weeks, up to a day or today (X2).

    For seven days their scores of 1 and 2 count as 3 to 5, and nothing goes up.
    """
    last = day or facts.today
    first = last - ONE_DAY * (_X2_DAYS - 1)
    if not any(each.scores for each in facts.between(first, last)):
        return frozenset()
    start = monday_of(first) - _ONE_WEEK * _X2_RISES
    known = [each for each in facts.between(start, last) if each.is_known]
    return frozenset(site for found, site in _rises(known, _X2_RISES, _X2_LEAST) if found >= first)


def lasting_hint(facts: Facts) -> bool:
    """Whether a mild ache has lasted two weeks, to be said today: once in 28 days (X1)."""
    known = [each for each in facts.back() if each.is_known][::-1]
    said: date | None = None
    for day, score in _lasting_days(known):
        if score <= MILD and (said is None or day - said >= _X1_HINT_EVERY):
            said = day
    return said == facts.today
