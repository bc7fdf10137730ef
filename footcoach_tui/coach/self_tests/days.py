"""Days of self-tests (4.1): when one is due, and when it is not to be done, with the reason."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from footcoach_tui.coach.answers.check_in import Energy, RunKind
from footcoach_tui.coach.answers.profile import NO, UNKNOWN, YES
from footcoach_tui.coach.facts.facts import ONE_DAY, Facts
from footcoach_tui.coach.facts.flags import open_flags
from footcoach_tui.coach.facts.session import AMBER
from footcoach_tui.coach.keeping.kept_days import KeptDays
from footcoach_tui.coach.rules.self_test import SelfTest
from footcoach_tui.coach.self_tests.comparison import PAIR_DAYS, results_by_side
from footcoach_tui.session.exercise import Level, Tag
from footcoach_tui.session.side import Side
from footcoach_tui.text.durations import short_day

_RESTED_DAYS = 2
"""Days of 48 hours without training or a hard run before a test."""

_FIRST_DAY = timedelta(days=14)
_HOP_DAY = timedelta(days=8 * 7)
_HOP_QUIET_DAYS = 7
_USUAL_EVERY = 28
_BREAK = timedelta(days=28)
_AFTER_BREAK = 4
"""Sessions after a break before a test of a loaded exercise."""

_LEVEL_DAYS = 28
_HARD_RUNS: Final = frozenset((RunKind.HARD, RunKind.LONG, RunKind.RACE))


class SelfTestDay(NamedTuple):
    """Whether a test is due today, and whether it may be done.

    `sentence` says why not, or when; `next_day` is the day on which it is due, None where that
    depends on something else. `note` is said before the test.
    """

    test: str
    is_due: bool
    may_do: bool
    sentence: str
    next_day: date | None = None
    note: str = ""


def day_of_test(facts: Facts, test: SelfTest, stage: int | None = None) -> SelfTestDay:
    """Return whether a test is due on the day of the facts; `stage` is that of the plan."""
    next_day, sentence = _next_day(facts, test)
    reason = next(_reasons(facts, test, stage), "")
    if reason:
        return SelfTestDay(test.id, is_due=False, may_do=False, sentence=reason, next_day=next_day)
    is_due = next_day is not None and next_day <= facts.today and _is_in_plan(facts, test)
    return SelfTestDay(
        test.id, is_due, may_do=True, sentence=sentence, next_day=next_day, note=_note(facts, test)
    )


def due_tests(facts: Facts, stage: int | None = None) -> tuple[SelfTest, ...]:
    """Return the tests of the plan that are due today."""
    tests = facts.rules.tests
    planned = facts.plan.tests if facts.plan else ()
    return tuple(
        tests[name]
        for name in planned
        if name in tests and day_of_test(facts, tests[name], stage).is_due
    )


def _is_in_plan(facts: Facts, test: SelfTest) -> bool:
    return facts.plan is not None and test.id in facts.plan.tests


# When.


def _next_day(facts: Facts, test: SelfTest) -> tuple[date | None, str]:
    """Return the first day on which the test is due, and a sentence on it."""
    begun = _begun(facts)
    if begun is None:
        return None, "A test comes after two weeks of training."
    first = begun + _FIRST_DAY
    sides = results_by_side(facts.log.tests, test.id)
    days = sorted({result.day for results in sides.values() for result in results})
    if not days:
        return first, "The first time it is done twice, 2 to 7 days apart: the second one counts."
    every = facts.plan.test_every if facts.plan else _USUAL_EVERY
    if len(days) == 1:
        again = max(first, days[0] + ONE_DAY * PAIR_DAYS[0])
        return again, "Once more, 2 to 7 days after the first: the second one counts."
    following = max(first, days[-1] + ONE_DAY * every)
    if following <= facts.today:
        return following, "Four weeks have passed: time for the next one."
    return following, f"Next on {short_day(following, facts.today)}."


def _begun(facts: Facts) -> date | None:
    """Return the day training began: that of the plans without an end, or of the first session."""
    if facts.plan:
        return KeptDays(facts).first_day
    return next((day for day in facts.days if facts.day(day).has_session), None)


def _note(facts: Facts, test: SelfTest) -> str:
    if Tag.BALANCE in _tags(facts, test) and _answer(facts, "falls") == YES:
        return "Only with somebody there."
    return ""


# When not.


def _reasons(facts: Facts, test: SelfTest, stage: int | None) -> Iterator[str]:
    """Yield the reasons not to do the test today, the weightiest first."""
    if flags := open_flags(facts):
        yield f"Not now. {flags[0].flag.advice}"
    yield from _health_reasons(facts, test)
    begun = _begun(facts)
    if begun is None:
        yield "A test comes after two weeks of training."
        return
    is_hop = Tag.IMPACT in _tags(facts, test)
    first = begun + (_HOP_DAY if is_hop else _FIRST_DAY)
    if facts.today < first:
        yield f"Not in the first weeks: from {short_day(first, facts.today)} on."
    yield from _strength_reasons(facts, test, stage)
    if is_hop and any(day.top_score for day in facts.last(_HOP_QUIET_DAYS)):
        yield "Not within 7 days of any pain."
    if test.after_test:
        yield from _after_test_reason(facts, *test.after_test)
    yield from _rest_reasons(facts)


def _health_reasons(facts: Facts, test: SelfTest) -> Iterator[str]:
    today = facts.day(facts.today)
    if any(check_in.energy is Energy.ILL for check_in in today.check_ins):
        yield "Not while you are ill."
    if _answer(facts, "recent") == YES and _answer(facts, "recent-cleared") != YES:
        yield "Not until you have been cleared after the injury or operation."
    if any(_answer(facts, question) == YES for question in test.not_with):
        yield "Left out, because of what you said about yourself."
    scores = {site: today.scores.get(site, 0) for site in test.sites}
    worst = max(scores, key=lambda site: scores[site], default=None)
    if worst is not None and scores[worst] >= AMBER:
        rule = facts.rules.sites.get(worst)
        name = rule.name if rule else str(worst).replace("-", " ")
        yield f"Not today: {name}, {scores[worst]} of 10."


def _answer(facts: Facts, question: str) -> str:
    """Return yes or no; unknown is yes for a question that cannot be skipped, no for others."""
    if facts.profile is None:
        return NO
    answer = facts.profile.answers.get(question, NO)
    if answer != UNKNOWN:
        return answer
    return (
        YES if any(each.id == question and each.required for each in facts.rules.questions) else NO
    )


def _strength_reasons(facts: Facts, test: SelfTest, stage: int | None) -> Iterator[str]:
    """Yield what a test of a loaded exercise asks for: a level, and sessions after a break."""
    if test.from_stage < Level.ONE_FOOT:
        return
    levels = [
        session.level
        for day in facts.last(_LEVEL_DAYS)
        for session in day.sessions
        if session.is_training
    ]
    if facts.plan and stage:
        levels.append(facts.plan.stages[min(stage, len(facts.plan.stages)) - 1].level)
    if max(levels, default=0) < test.from_stage:
        yield f"Not before stage {test.from_stage} of a plan."
    days = [day for day in facts.days if facts.day(day).has_training]
    breaks = [place for place in range(1, len(days)) if days[place] - days[place - 1] >= _BREAK]
    since = len(days) - breaks[-1] if breaks else _AFTER_BREAK
    if days and facts.today - days[-1] >= _BREAK:
        since = 0
    if since < _AFTER_BREAK:
        yield "After a break, train four times first."


def _after_test_reason(facts: Facts, test: str, value: float) -> Iterator[str]:
    sides = results_by_side(facts.log.tests, test)
    reached = [sides[side][-1].value for side in (Side.LEFT, Side.RIGHT) if side in sides]
    if len(reached) < 2 or min(reached) < value:  # noqa: PLR2004 - both sides
        rule = facts.rules.tests.get(test)
        name, unit = (rule.name.lower(), rule.unit) if rule else (test, "")
        yield f"First {value:g} {unit} or more on each side in the test {name}."


def _rest_reasons(facts: Facts) -> Iterator[str]:
    """Yield that training or a hard run was less than 48 hours ago."""
    days = [facts.today - ONE_DAY * back for back in range(_RESTED_DAYS)]
    if any(facts.day(day).has_training for day in days):
        yield "Test before training, two days after the last session."
    elif any(facts.choice and facts.choice.run_on(day) in _HARD_RUNS for day in days):
        yield "Not within two days of a hard run."


def _tags(facts: Facts, test: SelfTest) -> tuple[Tag, ...]:
    exercise = facts.rules.exercises.get(test.exercise)
    return exercise.tags if exercise else ()
