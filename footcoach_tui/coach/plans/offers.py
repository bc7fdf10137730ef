"""Offers beside a plan: one more day a week, a lighter week, to stay, or to end the course."""

from collections.abc import Iterator
from datetime import timedelta
from enum import StrEnum

from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.plans.stage_walk import StageWalk
from footcoach_tui.coach.rules.plan import Plan, PlanKind

_WEEK = 7
_FOURTH_DAY_CLEAN = 3
"""Clean sessions after which one more day a week is offered (3.2)."""

_LIGHTER_OFFER = timedelta(weeks=8)
"""Time at the last stage, or after the last lighter week, until one is offered (G5)."""

_STAY_DAYS = 21
"""Days in a stage after which to stay is offered (3.2)."""

_END_SESSIONS, _END_STAGE = 24, 3
"""Sessions, and the least stage, with which a course may end (3.2)."""


class Offer(StrEnum):
    """Choice to offer on the plan screen."""

    FOURTH_DAY = "fourth-day"
    LIGHTER_WEEK = "lighter-week"
    STAY = "stay"
    END = "end"
    """The course may end, and the plan after it begin."""


def offers(facts: Facts, plan: Plan, choice: PlanChoice, walk: StageWalk) -> Iterator[Offer]:
    """Yield what is to be offered today; nothing for a habit."""
    if plan.kind not in {PlanKind.COURSE, PlanKind.KEEP}:
        return
    today = facts.today
    if _is_another_day_possible(facts, plan, choice, walk):
        yield Offer.FOURTH_DAY
    is_top = plan.kind is PlanKind.KEEP or walk.stage == len(plan.stages)
    quiet_since = max(walk.since, walk.lighter.begun or walk.since)
    if is_top and today - quiet_since >= _LIGHTER_OFFER:
        yield Offer.LIGHTER_WEEK
    if not walk.is_last and (today - walk.since).days > _STAY_DAYS:
        yield Offer.STAY
    is_long = len(walk.plan_sessions) >= _END_SESSIONS
    if plan.kind is PlanKind.COURSE and is_long and walk.stage >= _END_STAGE:
        yield Offer.END


def _is_another_day_possible(facts: Facts, plan: Plan, choice: PlanChoice, walk: StageWalk) -> bool:
    """Whether the last sessions were clean, and the week has room."""
    recent = walk.plan_sessions[-_FOURTH_DAY_CLEAN:]
    if len(recent) < _FOURTH_DAY_CLEAN or not all(each.is_clean for each in recent):
        return False
    in_week = {s.day for s in walk.plan_sessions if (facts.today - s.day).days < _WEEK}
    has_room = max(len(choice.weekdays), len(in_week)) < plan.days[1]
    return has_room and not walk.held_by(facts.today)
