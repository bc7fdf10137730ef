"""Weeks of a plan, behind and ahead: sessions planned and done, and the stage."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.facts.lighter_sessions import is_lighter
from footcoach_tui.coach.facts.session import SessionFacts
from footcoach_tui.coach.practice.weeks import ONE_WEEK, monday_of
from footcoach_tui.coach.rules.plan import Plan

_MOST_BEHIND, _AHEAD = 12, 8
"""Weeks before and after this one that are shown at most."""


class PlanWeek(NamedTuple):
    """Week from a Monday. `stage` is that at its end; of a week ahead it is the usual one.

    `lighter` of the days `done` were shortened, eased, or gentle instead.
    """

    monday: date
    planned: int
    done: int
    stage: int
    is_ahead: bool = False
    lighter: int = 0


def plan_weeks(
    facts: Facts,
    plan: Plan,
    choice: PlanChoice,
    trace: Sequence[tuple[date, int]],
    sessions: Sequence[SessionFacts],
) -> tuple[PlanWeek, ...]:
    """Return the last weeks of a plan, the present one, and the next ones."""
    present, begun = monday_of(facts.today), monday_of(choice.begun)
    first = max(begun, present - ONE_WEEK * _MOST_BEHIND)
    new = [session for session in sessions if session.day >= first]
    days = {session.day for session in new}
    whole = {session.day for session in new if not is_lighter(session, facts.rules.gentle)}
    done, lighter = (Counter(map(monday_of, each)) for each in (days, days - whole))
    count = max(0, (present - first).days // 7) + 1
    behind = [first + ONE_WEEK * number for number in range(count)]
    return (
        *(
            PlanWeek(
                monday,
                _planned(plan, choice, monday),
                done[monday],
                _stage(trace, monday),
                lighter=lighter[monday],
            )
            for monday in behind
        ),
        *_ahead(plan, choice, trace, present),
    )


def _planned(plan: Plan, choice: PlanChoice, monday: date) -> int:
    """Return the sessions that a week asks for: its wanted days since the plan began."""
    days = [monday + timedelta(days=number) for number in range(7)]
    open_days = [day for day in days if day >= choice.begun and choice.pause_on(day) is None]
    if not choice.weekdays:
        return min(plan.days[0], len(open_days))
    return sum(day.weekday() in choice.weekdays for day in open_days)


def _stage(trace: Sequence[tuple[date, int]], monday: date) -> int:
    """Return the stage at the end of a week."""
    end = monday + ONE_WEEK
    return next((stage for since, stage in reversed(trace) if since < end), trace[0][1])


def _ahead(
    plan: Plan, choice: PlanChoice, trace: Sequence[tuple[date, int]], present: date
) -> Iterator[PlanWeek]:
    """Yield the weeks to come, at the usual pace: each stage for its usual weeks."""
    since, stage = trace[-1]
    left = _usual_weeks(plan, stage) - (present - monday_of(since)).days // 7
    for number in range(1, _AHEAD + 1):
        left -= 1
        if left <= 0 and stage < len(plan.stages) and _usual_weeks(plan, stage):
            stage += 1
            left = _usual_weeks(plan, stage)
        monday = present + ONE_WEEK * number
        yield PlanWeek(monday, _planned(plan, choice, monday), 0, stage, is_ahead=True)


def _usual_weeks(plan: Plan, stage: int) -> int:
    first, last = plan.stages[stage - 1].usual_weeks
    return last - first + 1 if last else 0
