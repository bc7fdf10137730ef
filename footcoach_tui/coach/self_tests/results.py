"""Results of self-tests in the record of a session."""

from collections.abc import Iterable, Iterator
from datetime import date

from footcoach_tui.coach.answers.self_test_result import SelfTestResult
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.coach.rules.self_test import SelfTest
from footcoach_tui.session.dose import CountUp, Measurement, Work
from footcoach_tui.session.exercise import Tag
from footcoach_tui.session.record import (
    ExerciseRecord,
    Origin,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from footcoach_tui.session.side import Side

BAREFOOT, SHOES, OTHER_FLOOR = "barefoot", "shoes", "other floor"
_SECONDS_OF_REP = 2 * 60.0
"""Seconds of a rep at one beat a minute: two beats are a rep."""

CONDITIONS = (BAREFOOT, SHOES, OTHER_FLOOR)
"""Conditions of a test: only results under the same ones are compared."""


def session_results(record: SessionRecord, rules: Rules) -> tuple[SelfTestResult, ...]:
    """Return the results of the self-tests in a session, one for each side.

    A side with a try that was skipped or cut short has none, nor has a session that was logged by
    hand, or played at another speed.
    """
    if record.origin is not Origin.PLAYED or not record.is_counted:
        return ()
    tests = {test.exercise: test for test in rules.tests.values()}
    day = record.started.date()
    return tuple(
        result
        for exercise in record.exercises
        if exercise.exercise in tests
        for result in _results(exercise, tests[exercise.exercise], rules, day)
    )


def _results(
    record: ExerciseRecord, test: SelfTest, rules: Rules, day: date
) -> Iterator[SelfTestResult]:
    exercise = rules.exercises.get(test.exercise)
    sides: dict[Side, list[SetRecord]] = {}
    for each in record.sets:
        sides.setdefault(each.side, []).append(each)
    for side, sets in sides.items():
        tries = [_value(each, exercise.dose.work) for each in sets] if exercise else []
        known = [each for each in tries if each is not None]
        if known and len(known) == len(tries):
            value = _joined(known, test)
            yield SelfTestResult(test.id, day, side, value, test.unit, tuple(known))


def _value(record: SetRecord, work: Work) -> float | None:
    """Return what was reached in a set; None where it was not finished."""
    if record.outcome is not SetOutcome.DONE:
        return None
    if isinstance(work, Measurement):
        return record.value
    if not isinstance(work, CountUp) or record.seconds <= 0:
        return None
    return float(record.reps) if work.beat else round(record.seconds, 1)


def _joined(tries: list[float], test: SelfTest) -> float:
    match test.best:
        case "mean":
            return round(sum(tries) / len(tries), 1)
        case "sum":
            return sum(tries)
        case _:
            return max(tries)


def new_results(
    record: SessionRecord, rules: Rules, known: Iterable[SelfTestResult]
) -> tuple[SelfTestResult, ...]:
    """Return the results of a session under the conditions of the latest test of its kind."""
    before = tuple(known)
    return tuple(
        result._replace(conditions=last_conditions(before, rules, result.test))
        for result in session_results(record, rules)
    )


def past_results(log: TrainingLog, rules: Rules) -> tuple[SelfTestResult, ...]:
    """Return the results of sessions of which none is known: of a test, a day and a side."""
    known = {(each.test, each.day, each.side) for each in log.tests}
    exercises = {test.exercise for test in rules.tests.values()}
    return tuple(
        result
        for record in log.sessions
        if not exercises.isdisjoint(each.exercise for each in record.exercises)
        for result in new_results(record, rules, log.tests)
        if (result.test, result.day, result.side) not in known
    )


def greatest_value(work: Work) -> float | None:
    """Return the greatest value that a session takes for a test; None if it has no bound."""
    match work:
        case Measurement(most=most):
            return most
        case CountUp(limit, beat):
            return limit * beat / _SECONDS_OF_REP if beat else limit
        case _:
            return None


def last_conditions(
    results: Iterable[SelfTestResult], rules: Rules, test: str, side: Side | None = None
) -> str:
    """Return the conditions of the latest result of a test; before the first the usual ones.

    With a side, those of its latest result if there is one. Of a day the last result counts.
    """
    known = [each for each in results if each.test == test]
    known = [each for each in known if each.side is side] or known
    if known:
        return max(reversed(known), key=lambda each: each.day).conditions
    rule = rules.tests.get(test)
    exercise = rules.exercises.get(rule.exercise) if rule else None
    return SHOES if exercise and Tag.IMPACT in exercise.tags else BAREFOOT
