"""Progress in a plan: the stage, what it still asks for, breaks and lighter weeks."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, Self

from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.conditions import condition
from footcoach_tui.coach.facts import Facts
from footcoach_tui.coach.plan_weeks import PlanWeek, plan_weeks
from footcoach_tui.coach.rules.breaks import BreakRow, FirstSession
from footcoach_tui.coach.rules.plan import Plan, PlanKind, Stage
from footcoach_tui.coach.session_facts import SessionFacts
from footcoach_tui.coach.stage_walk import CLEAN_ROW, StageWalk
from footcoach_tui.session.exercise import Level
from footcoach_tui.text.durations import counted

_ONE_WEEK = timedelta(days=7)
_OTHER_TRAINING_DAYS = 9
"""Days in which another training session makes the first one after a break as planned (row 8)."""

_STAY_DAYS = 21
_LIGHTER_OFFER = timedelta(weeks=8)
_FOURTH_DAY_CLEAN = 3
"""Clean sessions after which one more day a week is offered (3.2)."""

_END_SESSIONS, _END_STAGE = 24, 3
"""Sessions, and the least stage, with which a course may end (3.2)."""

_HELD: Final = {
    "break": "nothing goes up in the first sessions after a break",
    "profile": "your answers about yourself hold the plan at its first stage",
    "G4": "nothing goes up in a lighter week",
    "N5": "nothing goes up in the week before a race",
    "N8": "nothing goes up in the week after a longer run",
    "flag": "nothing goes up until it has been checked",
    "X2": "nothing goes up while a sore spot gets worse from week to week",
}


class Offer(StrEnum):
    """Choice to offer on the plan screen."""

    FOURTH_DAY = "fourth-day"
    LIGHTER_WEEK = "lighter-week"
    STAY = "stay"
    END = "end"
    """The course may end, and the plan after it begin."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Progress on a day. `stage` is counted from 1, `highest` is the highest one held.

    `went_up` is the day of the last step up. `held_by` is the id of the rule by which nothing goes
    up now, or "". `needs` says what the next stage still asks for. `lighter_until` is the last day
    of a lighter week. `break_row` is the row of the table of breaks for the next session, if it is
    the first one after a break; `hops_wait` holds hops back after it.
    """

    plan: Plan
    day: date
    stage: int
    highest: int
    since: date
    last_session: date
    sessions: int
    clean_row: int
    went_up: date | None
    held_by: str
    needs: tuple[str, ...]
    lighter_until: date | None
    break_row: BreakRow | None
    first_session: FirstSession
    hops_wait: bool
    offers: tuple[Offer, ...]
    plan_sessions: tuple[SessionFacts, ...]
    trace: tuple[tuple[date, int], ...]
    weeks: tuple[PlanWeek, ...]

    @classmethod
    def of(cls, facts: Facts, check_in: CheckIn | None = None) -> Self | None:
        """Return the progress today; None without a plan.

        `check_in` is that of today, if it is not in the log yet: it may begin a lighter week, and
        says why there was a break.
        """
        if facts.plan is None or facts.choice is None:
            return None
        walk = StageWalk(facts, facts.plan, facts.choice, check_in)
        walk.run()
        today = facts.today
        back = walk.back if walk.back and walk.back.is_break else None
        is_habit = facts.plan.kind is PlanKind.HABIT
        has_trained = any(day.has_training for day in facts.last(_OTHER_TRAINING_DAYS))
        is_lighter = walk.lighter.begun is not None and walk.lighter.holds(today)
        return cls(
            plan=facts.plan,
            day=today,
            stage=walk.stage,
            highest=walk.highest,
            since=walk.since,
            last_session=walk.last_session,
            sessions=walk.count,
            clean_row=walk.row,
            went_up=walk.went_up,
            held_by=walk.held_by(today),
            needs=_needs(facts, walk),
            lighter_until=(walk.lighter.begun or today) + _ONE_WEEK - timedelta(days=1)
            if is_lighter
            else None,
            break_row=back.row if back else None,
            first_session=FirstSession.AS_PLANNED
            if back is None or is_habit or has_trained
            else back.row.first,
            hops_wait=walk.hops_left > 0 or bool(back and back.hops.hop_rung),
            offers=_offers(facts, walk),
            plan_sessions=tuple(walk.plan_sessions),
            trace=tuple(walk.trace),
            weeks=plan_weeks(facts, facts.plan, facts.choice, walk.trace, walk.plan_sessions),
        )

    @property
    def current(self) -> Stage:
        return self.plan.stages[self.stage - 1]

    @property
    def level(self) -> Level:
        return self.current.level

    @property
    def goes_up_today(self) -> bool:
        """Whether the stage goes up with the session that is led in today."""
        return self.went_up == self.day

    @property
    def is_lighter(self) -> bool:
        return self.lighter_until is not None

    def stage_on(self, day: date) -> int:
        """Return the stage at the end of a day."""
        return next((stage for since, stage in reversed(self.trace) if since <= day), 1)


def _needs(facts: Facts, walk: StageWalk) -> tuple[str, ...]:
    """Return what is needed to go up, as short sentences; nothing at the last stage."""
    if walk.is_last:
        return ()
    sessions, days, conditions = walk.least
    needs = []
    if walk.count < sessions:
        needs.append(f"{walk.count} of {counted(sessions, 'session')}")
    if walk.row < CLEAN_ROW:
        needs.append(f"{walk.row} of {CLEAN_ROW} clean sessions in a row")
    done = walk.days_in_stage(facts.today)
    if done < days:
        needs.append(f"{done} of {counted(days, 'day')} in the stage")
    known = [condition(facts, need) for need in conditions]
    needs += [each.sentence for each in known if each.is_met is False]
    held = _HELD.get(walk.held_by(facts.today))
    return (*needs, held) if held else tuple(needs)


def _offers(facts: Facts, walk: StageWalk) -> tuple[Offer, ...]:
    plan, choice, today = facts.plan, facts.choice, facts.today
    if plan is None or choice is None or plan.kind not in {PlanKind.COURSE, PlanKind.KEEP}:
        return ()
    offers = []
    recent = walk.plan_sessions[-_FOURTH_DAY_CLEAN:]
    is_clean = len(recent) == _FOURTH_DAY_CLEAN and all(each.is_clean for each in recent)
    in_week = {each.day for each in recent if (today - each.day).days < _ONE_WEEK.days}
    wanted = len(choice.weekdays)
    if (
        is_clean
        and wanted < plan.days[1]
        and len(in_week) < plan.days[1]
        and not walk.held_by(today)
    ):
        offers.append(Offer.FOURTH_DAY)
    is_top = plan.kind is PlanKind.KEEP or walk.stage == len(plan.stages)
    quiet_since = max(walk.since, walk.lighter.begun or walk.since)
    if is_top and today - quiet_since >= _LIGHTER_OFFER:
        offers.append(Offer.LIGHTER_WEEK)
    if not walk.is_last and (today - walk.since).days > _STAY_DAYS:
        offers.append(Offer.STAY)
    is_long = len(walk.plan_sessions) >= _END_SESSIONS
    if plan.kind is PlanKind.COURSE and is_long and walk.stage >= _END_STAGE:
        offers.append(Offer.END)
    return tuple(offers)
