"""Stage of a plan, led through the days of the log in their order (0.2, 3.2, 3.6).

On each day with a record, and today: first time passes, then at most one stage up on what earlier
days show, then the day's check-ins, then its sessions.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.facts.across_sessions import x2_sites, x5_days
from footcoach_tui.coach.facts.day import DayFacts, Said
from footcoach_tui.coach.facts.facts import ONE_DAY, Facts
from footcoach_tui.coach.facts.flags import open_flags, stage_down_days
from footcoach_tui.coach.facts.needs import need_status
from footcoach_tui.coach.facts.screening import Screenings
from footcoach_tui.coach.facts.session import SessionFacts
from footcoach_tui.coach.plans.lighter_weeks import LighterWeeks
from footcoach_tui.coach.plans.return_after_break import Returns
from footcoach_tui.coach.plans.stage_count import StageCount
from footcoach_tui.coach.plans.start import plan_start
from footcoach_tui.coach.rules.plan import Plan, PlanKind

CLEAN_ROW: Final = 2
"""Clean sessions in a row that a stage up asks for (3.2)."""

_BACK_SESSIONS, _BACK_DAYS = 2, 7
"""Sessions and days that are enough on the way back to a stage once held (3.2)."""

_DOWN_EVERY = timedelta(days=14)
_FORGOTTEN_DAYS = 182
"""Days after the last session from which the highest stage is forgotten (3.2, way back)."""

_RACE_WEEK = timedelta(days=7)
"""Days before a race in which nothing goes up (N5)."""

_MOVING: Final = frozenset((PlanKind.COURSE, PlanKind.KEEP))
"""Kinds of plan whose stage moves; that of `keep` only down and back."""


class StageWalk:
    """Stage after each day that was read, with what led to it."""

    def __init__(
        self, facts: Facts, plan: Plan, choice: PlanChoice, check_in: CheckIn | None = None
    ) -> None:
        self._facts, self._plan, self._choice = facts, plan, choice
        self._check_in = check_in
        self._moves = plan.kind in _MOVING
        self._screenings = Screenings(facts.log.profiles, facts.rules, facts.today)
        begun, self.stage = plan_start(facts, plan, choice)
        downs = [(day, False) for day in stage_down_days(facts)]
        downs += [(day, True) for day in x5_days(facts)]
        self._downs = sorted(each for each in downs if each[0] > begun)
        self.highest = self.stage
        # Only a course goes beyond the stage it was begun at.
        chosen = len(plan.stages) if plan.kind is PlanKind.COURSE else choice.stage
        self._top = min(max(self.stage, chosen), len(plan.stages))
        self.trace: list[tuple[date, int]] = [(begun, self.stage)]
        self.count = StageCount()
        self.went_up: date | None = None
        self.lighter = LighterWeeks(choice.races)
        self.returns = Returns(facts, choice, begun)
        self.plan_sessions: list[SessionFacts] = []
        self._base_stage = self.stage
        self._last_down: date | None = None

    def run(self) -> None:
        """Read every day since the plan began, and today."""
        days = [day for day in self._facts.days if day >= self.since]
        if not days or days[-1] != self._facts.today:
            days.append(self._facts.today)
        for day in days:
            self._read(self._facts.day(day))

    def _read(self, day: DayFacts) -> None:
        said = self._check_in if day.day == self._facts.today else None
        self._pass_time(day, said)
        ran_longer = Said.RAN_LONGER in day.said or (said is not None and said.ran_longer)
        if not ran_longer and self._may_go_up(day.day):
            self._move(self.stage + 1, day.day)
            self.went_up = day.day
        self.lighter.read_check_ins(day, said)
        for session in day.sessions:
            self._read_session(session)
        self.lighter.read_sessions(day)
        if day.is_red or _has_two_failures(self.plan_sessions, day.day):
            self._go_down(day.day)

    # Time.

    @property
    def since(self) -> date:
        """Day on which the stage began."""
        return self.trace[-1][0]

    def _pass_time(self, day: DayFacts, said: CheckIn | None) -> None:
        while self._downs and self._downs[0][0] <= day.day:
            when, is_usual = self._downs.pop(0)
            if is_usual:
                self._go_down(when)
            else:
                self._lower(when)
        screening = self._screenings.on(day.day)
        self.returns.read_day(day, said, is_older=screening.older_return)
        if screening.stage_one and self._moves:
            self._base_stage = 1
            self._move(1, day.day)
        elif (row := self.returns.break_row) and self._moves:
            self._move(max(1, self._base_stage - row.stages_down), day.day)
        if self.returns.days_away(day.day) >= _FORGOTTEN_DAYS:
            self.highest = self.stage

    # Stages.

    def _move(self, stage: int, day: date) -> None:
        if stage == self.stage:
            return
        self.stage = stage
        self.highest = max(self.highest, stage)
        self.trace.append((day, stage))
        self.count = StageCount()

    def _go_down(self, day: date) -> None:
        """Go one stage down, at most once in 14 days (3.2)."""
        self.count.clean_row = 0
        if self._last_down is None or day - self._last_down >= _DOWN_EVERY:
            self._last_down = day
            self._lower(day)

    def _lower(self, day: date) -> None:
        self.count.clean_row = 0
        if self._moves:
            self._base_stage = max(1, self._base_stage - 1)
            self._move(max(1, self.stage - 1), day)

    @property
    def is_way_back(self) -> bool:
        return self.stage < self.highest

    @property
    def is_last(self) -> bool:
        """Whether there is no stage to go up to."""
        return self.stage >= self._top

    @property
    def least(self) -> tuple[int, int, tuple[str, ...]]:
        """Sessions, days and conditions that the stage asks for to go up."""
        stage = self._plan.stages[self.stage - 1]
        if self.is_way_back:
            return _BACK_SESSIONS, _BACK_DAYS, ()
        return stage.least_sessions, stage.least_days, stage.needs

    def _may_go_up(self, day: date) -> bool:
        if self.count.clean_row < CLEAN_ROW or self.is_last:
            return False
        sessions, days, needs = self.least
        is_long = self.count.sessions >= sessions and self.count.days(day) >= days
        if not is_long or self.held_by(day):
            return False
        earlier = self._facts.as_of(day - ONE_DAY)
        return all(need_status(earlier, need).is_met is not False for need in needs)

    def held_by(self, day: date) -> str:
        """Return the id of the rule by which nothing goes up on a day, or "" (2.1)."""
        if self.returns.holds(day):
            return "break"
        if self._screenings.on(day).stage_one:
            return "profile"
        if self.lighter.holds(day):
            return "G4"
        if any(timedelta() <= race - day <= _RACE_WEEK for race in self._choice.races):
            return "N5"
        if self.lighter.has_longer_run(day):
            return "N8"
        if open_flags(self._facts, day):
            return "flag"
        return "X2" if x2_sites(self._facts, day) else ""

    # Sessions.

    def _read_session(self, session: SessionFacts) -> None:
        if session.is_of_plan:
            self.plan_sessions.append(session)
            if session.stage is not None and session.stage >= self.stage:
                self.count.read(session)
        if _keeps_stage(session, self.stage):
            self.returns.read_session(session)
            self._base_stage = self.stage


def _has_two_failures(sessions: Sequence[SessionFacts], day: date) -> bool:
    """Whether two sessions in a row, up to a day, were left undone by half, or far too hard."""
    last = sessions[-2:]
    if len(last) < CLEAN_ROW or last[-1].day != day:
        return False
    return all(s.is_under_half for s in last) or all(s.is_too_hard for s in last)


def _keeps_stage(session: SessionFacts, stage: int) -> bool:
    """Whether a session ends a break: of the stage held, the one below, or beside the plan."""
    if session.stage is not None:
        return session.is_of_plan and session.stage >= stage - 1
    return session.is_training
