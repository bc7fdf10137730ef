"""Days of a plan: on which it asked for a session, and on which one was kept (5.3)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Final, NamedTuple

from footcoach_tui.coach.answers.check_in import BreakReason, Energy
from footcoach_tui.coach.answers.decision import Verdict
from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.facts.day import DayFacts
from footcoach_tui.coach.facts.facts import ONE_DAY, Facts
from footcoach_tui.coach.facts.flags import flag_spans
from footcoach_tui.coach.facts.session import SessionFacts
from footcoach_tui.coach.plans.training_days import pain_rule
from footcoach_tui.coach.practice.weeks import ONE_WEEK, monday_of
from footcoach_tui.coach.rules.plan import Plan
from footcoach_tui.session.tags import Level

_RED_DAYS = 3
"""A red day and the days after it on which nothing is loaded (rule `red`)."""

_ILL_DAYS = 3
"""A day of illness and the two days after it (rule `ill`)."""

_RACE_DAYS = 3
"""Days before a race without training (N5); the day after it is one, too (N6)."""

_REST: Final = frozenset((Verdict.REST, Verdict.STOP, Verdict.GENTLE))
"""Decisions after which no session at all is just as good."""

_OFFERED: Final = frozenset((Verdict.REST, Verdict.GENTLE, Verdict.INSTEAD))
"""Decisions that offer another routine in place of the planned one."""

_LITTLE: Final = "little"


class KeptWeek(NamedTuple):
    """Week of a plan: sessions that it asked for up to now, and those of them that were kept.

    `goal` is the number with which a whole week is a week kept, as far as it was asked for.
    `is_excused`: pain, an open flag, illness, a race or a pause took days out of it.
    """

    monday: date
    planned: int
    kept: int
    goal: int
    is_excused: bool = False

    @property
    def is_kept(self) -> bool:
        return self.goal > 0 and self.kept >= self.goal


class KeptDays:
    """Days of the plans that were followed up to today."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._choices = [each for each in facts.log.choices if each.chosen <= facts.today]
        self._kept: dict[date, bool] = {}

    def choice_on(self, day: date) -> PlanChoice | None:
        """Return the choice in force on a day; None without a plan, or before it began."""
        choice = next((each for each in reversed(self._choices) if each.chosen <= day), None)
        return choice if choice and choice.plan and choice.begun <= day else None

    def plan_on(self, day: date) -> Plan | None:
        choice = self.choice_on(day)
        return self._facts.rules.plans.get(choice.plan) if choice else None

    @cached_property
    def first_day(self) -> date | None:
        """First day of the plans that followed each other without an end; None without a plan."""
        first = None
        for choice in reversed(self._choices):
            if not choice.plan:
                break
            first = choice.begun if first is None else min(first, choice.begun)
        return first

    # What was kept.

    def is_kept(self, day: date) -> bool:
        """Whether a session of the plan, or one offered in its place, was done on a day."""
        if day not in self._kept:
            plan, is_excused = self.plan_on(day), day in self.excused
            self._kept[day] = any(
                _is_kept(session, plan, self._facts.rules.gentle, is_excused=is_excused)
                for session in self._facts.day(day).sessions
            )
        return self._kept[day]

    # What was asked for.

    def is_wanted(self, day: date) -> bool:
        """Whether a day is one of the wanted weekdays of a plan, pauses left aside."""
        choice = self.choice_on(day)
        return choice is not None and day.weekday() in choice.weekdays

    def is_planned(self, day: date) -> bool:
        """Whether a session was asked for: an excused day is one only if something was done."""
        if day in self.excused and not self.is_kept(day):
            return False
        return self.is_wanted(day)

    @cached_property
    def excused(self) -> frozenset[date]:
        """Days up to today on which the plan asks for nothing."""
        facts = self._facts
        first = self.first_day
        if first is None:
            return frozenset()
        days = [first + ONE_DAY * number for number in range((facts.today - first).days + 1)]
        excused = {red + ONE_DAY * number for red in facts.red_days for number in range(_RED_DAYS)}
        spans = [span for span in flag_spans(facts) if span.closed is None or span.closed > first]
        excused |= {day for day in days if any(span.is_open(day) for span in spans)}
        excused |= {day for day in days if self._is_paused(day)}
        excused |= {day for day in days if self.is_wanted(day) and self._is_sore(day)}
        excused |= {race + ONE_DAY * n for race in self._races for n in range(-_RACE_DAYS, 2)}
        for day in facts.between(first, facts.today):
            excused |= set(_excused_by_answers(facts, day))
        return frozenset(excused)

    @property
    def _races(self) -> frozenset[date]:
        return frozenset(race for choice in self._choices for race in choice.races)

    def _is_sore(self, day: date) -> bool:
        """Whether pain and the morning after put training off on a day (rules `red`, `sore`)."""
        return bool(pain_rule(self._facts, self.plan_on(day), Level.SEATED, day))

    def _is_paused(self, day: date) -> bool:
        """Whether a day is in a pause: of the newest choice, where its plan had begun by then."""
        newest = self._choices[-1]
        choice = newest if newest.plan and newest.begun <= day else self.choice_on(day)
        return choice is not None and choice.pause_on(day) is not None

    # Weeks.

    def weeks(self) -> tuple[KeptWeek, ...]:
        """Return the weeks since the plan began, Monday to Sunday, the present one last."""
        if self.first_day is None:
            return ()
        monday = monday_of(self.first_day)
        count = (monday_of(self._facts.today) - monday) // ONE_WEEK + 1
        return tuple(self._week(monday + ONE_WEEK * number) for number in range(count))

    def _week(self, monday: date) -> KeptWeek:
        today = self._facts.today
        days = [monday + ONE_DAY * number for number in range(7)]
        past = [day for day in days if day < today or (day == today and self.is_kept(day))]
        kept = sum(self.is_kept(day) for day in past)
        choice = self.choice_on(min(days[-1], today))
        plan = self.plan_on(min(days[-1], today))
        if choice is None or plan is None:
            return KeptWeek(monday, 0, 0, 0)
        low, high = plan.days
        is_over = days[-1] < today
        if choice.weekdays:
            planned = min(high, sum(self.is_planned(day) for day in past))
            goal = min(low, len(choice.weekdays))
        else:
            planned = min(low, max(kept, self._free_days(past, low) if is_over else 0))
            goal = low
        is_excused = any(day in self.excused and self.choice_on(day) for day in past)
        goal = min(goal, planned) if is_over else goal
        return KeptWeek(monday, planned, min(kept, planned), goal, is_excused)

    def _free_days(self, days: Sequence[date], wanted: int) -> int:
        """Return how many sessions fit the days without weekdays: of some, a share of `wanted`."""
        days = [day for day in days if self.choice_on(day)]
        free = [day for day in days if day not in self.excused]
        return len(free) if len(free) == len(days) else wanted * len(free) // len(days)


def _is_kept(session: SessionFacts, plan: Plan | None, gentle: str, *, is_excused: bool) -> bool:
    routine = session.routine
    if not session.is_week_session or (routine is not None and routine.is_test):
        return False
    is_of_plan = plan is not None and plan.stage_of(session.record.routine) is not None
    if session.is_of_plan or session.is_training:
        return True
    if is_of_plan and session.stage is None:  # of an earlier plan
        return True
    if session.record.routine == gentle and is_excused:
        return True
    return session.decision in _OFFERED or session.rule == _LITTLE


def _excused_by_answers(facts: Facts, day: DayFacts) -> Iterator[date]:
    """Yield the days that the check-ins of a day excuse."""
    if any(loose.decision in _REST for loose in day.loose):
        yield day.day
    for check_in in day.check_ins:
        if check_in.energy is Energy.ILL:
            yield from (day.day + ONE_DAY * number for number in range(_ILL_DAYS))
        if check_in.break_reason in (BreakReason.ILL, BreakReason.HURT):
            yield from _break_before(facts, day.day)


def _break_before(facts: Facts, day: date) -> Iterator[date]:
    """Yield the days since the last session that counts."""
    last = next((each.day for each in facts.back(day - ONE_DAY) if each.has_session), None)
    if last is None:
        return
    for number in range(1, (day - last) // timedelta(days=1)):
        yield last + ONE_DAY * number
