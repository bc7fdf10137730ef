"""Progress in a plan: the stage, what it still asks for, breaks and lighter weeks."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.facts.day import said_at
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.facts.lazy import lazy
from footcoach_tui.coach.facts.needs import need_status
from footcoach_tui.coach.facts.session import AMBER, SessionFacts
from footcoach_tui.coach.plans.offers import Offer, offers
from footcoach_tui.coach.plans.return_after_break import Return
from footcoach_tui.coach.plans.stage_walk import CLEAN_ROW, StageWalk
from footcoach_tui.coach.plans.weeks import PlanWeek, plan_weeks
from footcoach_tui.coach.rules.breaks import BreakRow, FirstSession
from footcoach_tui.coach.rules.plan import Plan, PlanKind, Stage
from footcoach_tui.session.tags import Level
from footcoach_tui.text.durations import counted

_WELCOME_FIRST = (
    "Welcome back. We go on at the first stage, gently; strength comes back faster than it came."
)

_OTHER_TRAINING_DAYS = 9
"""Days in which another training session makes the first one after a break as planned (row 8)."""

_HELD: Final = {
    "break": "nothing goes up in the first sessions after a break",
    "profile": "your answers about yourself hold the plan at its first stage",
    "G4": "nothing goes up in a lighter week",
    "N5": "nothing goes up in the week before a race",
    "N8": "nothing goes up in the week after a longer run",
    "flag": "nothing goes up until it has been checked",
    "X2": "nothing goes up while a sore spot gets worse from week to week",
}


class Progress:
    """Progress in a plan on a day. Stages are counted from 1; `highest` is the highest one held.

    `since` is the first day of the stage, `sessions` and `clean_row` count its sessions and the
    clean ones in a row. `went_up` is the day of the last step up. `last_session` is the day of the
    last session that keeps the stage, or that on which the plan began.
    """

    def __init__(self, facts: Facts, plan: Plan, choice: PlanChoice, walk: StageWalk) -> None:
        self.plan, self.choice, self.day = plan, choice, facts.today
        self.stage, self.highest, self.since = walk.stage, walk.highest, walk.since
        self.sessions, self.clean_row = walk.count.sessions, walk.count.clean_row
        self.went_up = walk.went_up
        self.last_session = walk.returns.last_session
        self._facts = facts
        self._walk = walk
        self._back = walk.returns.due if walk.returns.break_row else None

    @classmethod
    def of(cls, facts: Facts, check_in: CheckIn | None = None) -> "Progress | None":
        """Return the progress today; None without a plan.

        `check_in` is that of today, if it is not in the log yet: it may begin a lighter week, and
        says why there was a break.
        """
        return _progress(facts, check_in if check_in and _matters(check_in) else None)

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
    def plan_sessions(self) -> tuple[SessionFacts, ...]:
        """Sessions of the plan since it began, the oldest first."""
        return tuple(self._walk.plan_sessions)

    @property
    def stages_by_day(self) -> tuple[tuple[date, int], ...]:
        """Days on which a stage began, each with the stage."""
        return tuple(self._walk.trace)

    def stage_on(self, day: date) -> int:
        """Return the stage at the end of a day."""
        stages = self._walk.trace
        return next((stage for since, stage in reversed(stages) if since <= day), stages[0][1])

    # After a break (3.6).

    @property
    def break_row(self) -> BreakRow | None:
        """Row of the table of breaks, if the next session is the first one after a break."""
        return self._back.row if self._back else None

    @property
    def welcome(self) -> str:
        """Sentence of a return after a break; a lower step is named only where there is one."""
        row = self.break_row
        if row is None or self.plan.kind is PlanKind.HABIT:
            return ""
        has_lower = self.plan.kind is PlanKind.KEEP or any(n > 1 for _, n in self._walk.trace)
        return row.sentence if has_lower or not row.stages_down else _WELCOME_FIRST

    @lazy
    def first_session(self) -> FirstSession:
        """How the next session is played: after a break perhaps with less."""
        if self._back is None or self.plan.kind is PlanKind.HABIT:
            return FirstSession.AS_PLANNED
        if any(day.has_training for day in self._facts.last(_OTHER_TRAINING_DAYS)):
            return FirstSession.AS_PLANNED
        return self._back.row.first

    @property
    def returns(self) -> Mapping[date, Return]:
        """Returns after breaks, by the day of the first session; with one that is due today."""
        pending = {self.day: self._back} if self._back else {}
        return {**self._walk.returns.by_day, **pending}

    @property
    def hops_wait(self) -> bool:
        """Whether hops wait for clean sessions after a break."""
        return self._walk.returns.hops_left > 0 or bool(self._back and self._back.hops.hop_rung)

    # Lighter weeks (G3, G4).

    @property
    def lighter_until(self) -> date | None:
        """Last day of a lighter week; None if there is none."""
        return self._walk.lighter.last_day(self.day)

    @property
    def is_lighter(self) -> bool:
        return self.lighter_until is not None

    # Going up.

    @lazy
    def held_by(self) -> str:
        """Id of the rule by which nothing goes up now, or ""."""
        return self._walk.held_by(self.day)

    def held_on(self, day: date) -> str:
        """Return the id of the rule by which nothing went up on a day, or ""."""
        return self._walk.held_by(day)

    @lazy
    def needs(self) -> tuple[str, ...]:
        """Needs of the next stage, as short sentences; none at the last stage."""
        return tuple(self._needs())

    def _needs(self) -> Iterator[str]:
        walk = self._walk
        if walk.is_last:
            return
        sessions, days, conditions = walk.least
        if self.sessions < sessions:
            yield f"{self.sessions} of {counted(sessions, 'session')}"
        if self.clean_row < CLEAN_ROW:
            yield f"{self.clean_row} of {CLEAN_ROW} clean sessions in a row"
        done = walk.count.days(self.day)
        if done < days:
            yield f"{done} of {counted(days, 'day')} in the stage"
        for need in conditions:
            shown = need_status(self._facts, need)
            if shown.is_met is False:
                yield shown.sentence
        if self.held_by in _HELD:
            yield _HELD[self.held_by]

    # Plan screen.

    @lazy
    def offers(self) -> tuple[Offer, ...]:
        """Choices to offer today."""
        return tuple(offers(self._facts, self.plan, self.choice, self._walk))

    @lazy
    def weeks(self) -> tuple[PlanWeek, ...]:
        """Weeks behind, the present one, and weeks ahead."""
        return plan_weeks(
            self._facts, self.plan, self.choice, self._walk.trace, self._walk.plan_sessions
        )


def _matters(check_in: CheckIn) -> bool:
    """Whether a check-in may change the progress of its day."""
    has_break = check_in.break_reason is not None or check_in.other_training
    return has_break or bool(said_at(check_in)) or (check_in.score or 0) >= AMBER


@lru_cache(maxsize=2)
def _progress(facts: Facts, check_in: CheckIn | None) -> Progress | None:
    if facts.plan is None or facts.choice is None:
        return None
    walk = StageWalk(facts, facts.plan, facts.choice, check_in)
    walk.run()
    return Progress(facts, facts.plan, facts.choice, walk)
