"""Conditions of gates that the log can tell: sessions, raises, balance, hops, pain (1.8)."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.facts.session import SessionFacts
from footcoach_tui.session.exercise import Tag
from footcoach_tui.session.record import ExerciseRecord, SetOutcome
from footcoach_tui.session.side import Side

_PAIN_DAYS = 7
_LEVEL_DAYS, _LEVEL_SESSIONS = 28, 4
_STRENGTH_DAYS = 28
_RAISES, _RAISE_SETS, _RAISES_IN_TEST = 12, 3, 25
_BALANCE_SECONDS: Mapping[str, float] = {
    "single-leg-balance": 30.0,
    "single-leg-balance-cushion": 20.0,
}
_BALANCE_IN_TEST = 30.0
_TEST_DAYS = timedelta(days=84)
_HOP_DAYS, _MOST_HOP_DAYS = 7, 2
_SIDES = (Side.LEFT, Side.RIGHT)


def highest_pain(facts: Facts) -> int | None:
    """Return the highest score of the last seven days; None if nothing is known."""
    known = [
        day.top_score
        for day in facts.last(_PAIN_DAYS)
        if day.check_in_score is not None
        or any(session.pain is not None or session.hurt for session in day.sessions)
    ]
    return max(known, default=None)


def _sessions_at_level(facts: Facts, level: int) -> int:
    """Return the number of sessions of four weeks with a finished step of a level or higher."""
    exercises = facts.rules.exercises
    return sum(
        any(
            each.exercise in exercises and exercises[each.exercise].level >= level
            for each in session.record.exercises
            if any(one.outcome is SetOutcome.DONE for one in each.sets)
        )
        for session in _sessions(facts, _LEVEL_DAYS)
    )


def has_level(facts: Facts, min_level: int) -> bool:
    """Whether enough sessions were done at the level below."""
    return _sessions_at_level(facts, min_level - 1) >= _LEVEL_SESSIONS


def has_raises(facts: Facts) -> bool:
    """Whether 3 sets of 12 heel raises on each leg are shown (`raises-3x12`)."""
    return _has_tested(facts, "heel-raise", _RAISES_IN_TEST) or any(
        all(_raise_sets(session, side) >= _RAISE_SETS for side in _SIDES)
        for session in _sessions(facts, _STRENGTH_DAYS)
    )


def _raise_sets(session: SessionFacts, side: Side) -> int:
    return sum(
        each.side is side and each.outcome is SetOutcome.DONE and each.reps >= _RAISES
        for step in session.record.exercises
        if step.exercise == "heel-raise-single"
        for each in step.sets
    )


def has_balance(facts: Facts) -> bool:
    """Whether 30 seconds on each leg are shown, or 20 on the cushion (`balance-30`)."""
    sides = {
        each.side
        for session in _sessions(facts, _STRENGTH_DAYS)
        for step in session.record.exercises
        if step.exercise in _BALANCE_SECONDS
        for each in step.sets
        if each.outcome is SetOutcome.DONE and each.seconds >= _BALANCE_SECONDS[step.exercise]
    }
    return _has_tested(facts, "balance-open", _BALANCE_IN_TEST) or sides.issuperset(_SIDES)


def _has_tested(facts: Facts, test: str, value: float) -> bool:
    """Whether a self-test of the last 84 days reached a value on each side."""
    sides = {
        each.side
        for each in facts.log.tests
        if each.test == test
        and each.value >= value
        and timedelta() <= facts.today - each.day < _TEST_DAYS
    }
    return sides.issuperset(_SIDES)


def may_hop(facts: Facts) -> bool:
    """Whether there were hops on two days of seven at most, neither today nor yesterday."""
    days = set(_hop_days(facts))
    recent = {facts.today, facts.today - timedelta(days=1)}
    return len(days) <= _MOST_HOP_DAYS and days.isdisjoint(recent)


def _hop_days(facts: Facts) -> Iterator[date]:
    for session in _sessions(facts, _HOP_DAYS):
        if any(_is_hop(facts, each) for each in session.record.exercises):
            yield session.day


def _is_hop(facts: Facts, step: ExerciseRecord) -> bool:
    exercise = facts.rules.exercises.get(step.exercise)
    is_begun = any(each.outcome is not SetOutcome.SKIPPED for each in step.sets)
    return exercise is not None and Tag.IMPACT in exercise.tags and is_begun


def _sessions(facts: Facts, days: int) -> Iterator[SessionFacts]:
    """Yield the sessions of the last days that count."""
    for day in facts.last(days):
        yield from (session for session in day.sessions if session.is_counted)
