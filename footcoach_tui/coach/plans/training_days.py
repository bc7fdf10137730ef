"""Days on which a training session may be done: after pain, and with the gaps between (G1)."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from footcoach_tui.coach.answers.check_in import MorningAnswer
from footcoach_tui.coach.facts.facts import ONE_DAY, Facts
from footcoach_tui.coach.facts.session import AMBER, RED, SessionFacts
from footcoach_tui.coach.plans.progress import Progress
from footcoach_tui.coach.rules.plan import Plan, PlanKind
from footcoach_tui.session.tags import Level

_RED_DAYS = 3
"""Days from a red day on, itself among them, without training (row 6a)."""

_LONGER_GAP = 1
"""Days that are added to the gap after pain with a morning that was worse (1.10, row 6b)."""

_WEEK = 7
_MOST_IN_WEEK = 4
"""Training days in seven (G1)."""

_USUAL_GAP: Final[Mapping[int, int]] = {
    Level.SEATED: 0,
    Level.TWO_FEET: 0,
    Level.ONE_FOOT: 1,
    Level.DYNAMIC: 1,
}
_USUAL_IN_A_ROW = 2
_LONGEST_WAIT = 14
"""Days that are looked at: no rule reaches further."""


def next_training_day(facts: Facts, progress: Progress | None, level: Level) -> tuple[date, str]:
    """Return the first day on which a training session of a level may be done, from today on.

    With it the id of the rule that forbids the day before: `red`, `sore` or `G1`, "" for today.
    """
    rule = ""
    plan = progress.plan if progress else None
    for count in range(_LONGEST_WAIT):
        day = facts.today + ONE_DAY * count
        forbidden = _rest_rule(facts, plan, level, day)
        if not forbidden:
            return day, rule
        rule = forbidden
    return facts.today + ONE_DAY * _LONGEST_WAIT, rule


def _rest_rule(facts: Facts, plan: Plan | None, level: Level, day: date) -> str:
    """Return the id of the first rule that forbids a training session on a day, or ""."""
    return pain_rule(facts, plan, level, day) or gap_rule(facts, plan, level, day)


def pain_rule(facts: Facts, plan: Plan | None, level: Level, day: date) -> str:
    """Return `red` or `sore` if pain forbids a training session on a day, else ""."""
    if any(each.is_red for each in facts.last(_RED_DAYS, day)):
        return "red"
    gap = max(_gap(plan).values(), default=0)
    sessions = (
        session for each in facts.last(gap + _LONGER_GAP + 1, day) for session in each.sessions
    )
    return "sore" if any(_binds(plan, level, session, day) for session in sessions) else ""


def _binds(plan: Plan | None, level: Level, session: SessionFacts, day: date) -> bool:
    """Whether the pain after a session and the morning ask for a longer gap up to a day (1.10)."""
    if not AMBER <= session.top_score < RED or session.morning is not MorningAnswer.WORSE:
        return False
    gap = _gap(plan).get(max(level, session.level), 0) + _LONGER_GAP
    return (day - session.day).days <= gap


def gap_rule(facts: Facts, plan: Plan | None, level: Level, day: date) -> str:
    """Return `G1` if the gap to other training sessions forbids one on a day, else "".

    A plan of kind `habit` has no gap but the days of its own file.
    """
    week = {each.day: each.sessions for each in facts.last(_WEEK, day)}
    is_habit = plan is not None and plan.kind is PlanKind.HABIT
    training = {
        when: max(levels)
        for when, sessions in week.items()
        if (levels := [s.level for s in sessions if (s.is_of_plan if is_habit else s.is_training)])
    }
    if day in training:
        return "G1"
    gaps = _gap(plan)
    for when, done in training.items():
        if (day - when).days <= gaps.get(max(level, done), 0):
            return "G1"
    in_a_row = plan.in_a_row if plan else _USUAL_IN_A_ROW
    days_before = [day - ONE_DAY * count for count in range(1, in_a_row + 1)]
    most = _WEEK if is_habit else _MOST_IN_WEEK
    is_row = in_a_row < _WEEK and all(when in training for when in days_before)
    return "G1" if is_row or len(training) >= most else ""


def _gap(plan: Plan | None) -> Mapping[int, int]:
    return plan.gap if plan and plan.gap else _USUAL_GAP
