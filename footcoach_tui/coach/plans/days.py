"""Days on which a plan asks for a session: wanted, not paused, and not refused by a rule (3.7)."""

from datetime import date
from typing import Final

from footcoach_tui.coach.answers.check_in import CheckIn, RunKind
from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.facts.facts import ONE_DAY, Facts
from footcoach_tui.coach.facts.illness import ill_day
from footcoach_tui.coach.facts.runs import Runs
from footcoach_tui.coach.plans.progress import Progress
from footcoach_tui.coach.plans.training_days import gap_rule, pain_rule
from footcoach_tui.coach.practice.weeks import monday_of
from footcoach_tui.session.tags import Level

_WEEK = 7
_STRENUOUS: Final = (RunKind.HARD, RunKind.LONG, RunKind.RACE)
_DAYS_AHEAD = 60
"""Days in which the next session is looked for; a pause may be long."""


def refusal(facts: Facts, progress: Progress, day: date, said: CheckIn | None = None) -> str:
    """Return the id of the first rule that refuses a session of the stage on a day, or "".

    `said` is the check-in of that day. Pain comes before: see `pain_rule`.
    """
    runs = Runs.of(said or CheckIn(), facts if day == facts.today else facts.as_of(day))
    if runs.is_race_near and progress.level >= Level.ONE_FOOT:
        return "N5"
    if runs.is_after_race:
        return "N6"
    days = sum(
        any(session.is_of_plan for session in each.sessions) for each in facts.last(_WEEK, day)
    )
    if days >= progress.plan.days[1]:
        return "full"
    return gap_rule(facts, progress.plan, progress.level, day)


def wanted_rule(facts: Facts, day: date) -> str:
    """Return `weekday` or `any-day` if the person wants a session on a day, else ""."""
    choice = facts.choice
    if choice is None or day < choice.begun:
        return ""
    if day.weekday() in choice.weekdays:
        return "weekday"
    if not choice.weekdays:
        return "any-day"
    monday = monday_of(day)
    passed = [monday + ONE_DAY * number for number in range(day.weekday())]
    wanted = sum(
        each >= choice.begun and each.weekday() in choice.weekdays and not choice.pause_on(each)
        for each in passed
    )
    done = sum(
        any(session.is_of_plan and session.is_week_session for session in each.sessions)
        for each in facts.between(monday, day)
    )
    return "any-day" if done < wanted and not _waits_for_run(choice, day) else ""


def _waits_for_run(choice: PlanChoice, day: date) -> bool:
    """Whether a session that moves passes a hard or long run over: a later day of the week is free.

    A wanted day is not free: it has a session of its own.
    """
    if choice.run_on(day) not in _STRENUOUS:
        return False
    later = [day + ONE_DAY * number for number in range(1, _WEEK - day.weekday())]
    return any(
        each.weekday() not in choice.weekdays
        and choice.pause_on(each) is None
        and choice.run_on(each) not in _STRENUOUS
        for each in later
    )


def next_session_day(facts: Facts, progress: Progress) -> date | None:
    """Return the first day after today on which a session is due, if none is done until then."""
    choice = facts.choice
    if choice is None:
        return None
    for count in range(1, _DAYS_AHEAD + 1):
        day = facts.today + ONE_DAY * count
        if choice.pause_on(day) is None and wanted_rule(facts, day):
            is_refused = (
                ill_day(facts, day)
                or pain_rule(facts, progress.plan, progress.level, day)
                or refusal(facts, progress, day)
            )
            if not is_refused:
                return day
    return None
