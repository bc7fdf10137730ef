"""Rung of every ladder of a plan, led through its sessions in their order (2.1, 2.3, 3.6)."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final

from footcoach_tui.coach.answers.check_in import MorningAnswer
from footcoach_tui.coach.facts.across_sessions import x2_sites, x5_days
from footcoach_tui.coach.facts.day import DayFacts
from footcoach_tui.coach.facts.facts import ONE_DAY, Facts
from footcoach_tui.coach.facts.session import AMBER, MILD, RED, SessionFacts
from footcoach_tui.coach.plans.ladder_doses import is_all_done, rung_reached
from footcoach_tui.coach.plans.progress import Progress
from footcoach_tui.coach.plans.return_after_break import Return
from footcoach_tui.coach.rules.ladders import Ladder
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.record import ExerciseRecord
from footcoach_tui.session.tags import Tag

_ONE_LEG_CLEAN = 3
"""Clean sessions that a rung on one leg asks for (2.1)."""

_BACK_CLEAN = 1
"""Clean sessions on the way back to a rung that was held before a break (3.6)."""

_TWICE = 2
_FIRST_LIGHT: Final = "arch"
"""Light ladder that goes first (2.1)."""


class LadderState:
    """Rung on a ladder, 0 where it is not open yet, with what counts towards the next one."""

    def __init__(self, ladder: Ladder, facts: Facts, begun: date, plan: str) -> None:
        self.ladder = ladder
        self.rung = 0
        self.clean = 0
        self.moved = begun
        self.cap = 0
        self._facts, self._plan = facts, plan
        self._exercises = {name for rung in ladder.rungs for name in rung.exercises}
        self._before_break = 0
        self._missed = self._hard = 0

    @property
    def next_rung(self) -> int:
        """Number of the next rung; 0 at the last one."""
        return next((r.number for r in self.ladder.rungs if r.number > self.rung), 0)

    @property
    def is_at_top(self) -> bool:
        return not self.next_rung or self.next_rung > self.cap

    @property
    def needed(self) -> int:
        """Clean sessions in a row for the next rung."""
        if self.rung < self._before_break:
            return _BACK_CLEAN
        known = self._facts.rules.exercises
        names = self.ladder.rung(self.rung).exercises if self.rung else ()
        is_one_leg = any(Tag.ONE_LEG in known[name].tags for name in names if name in known)
        return max(self.ladder.clean, _ONE_LEG_CLEAN if is_one_leg else 0)

    def is_ready(self, day: date) -> bool:
        """Whether the next rung is earned, if nothing forbids it."""
        days = (day - self.moved).days
        is_long = days >= self.ladder.least_days or self.rung < self._before_break
        return bool(self.rung) and not self.is_at_top and self.clean >= self.needed and is_long

    def open_to(self, stage: int, first: int) -> None:
        """Take the cap of a stage: a higher one lifts no rung, a lower one lowers it."""
        self.cap = self.ladder.cap(stage, self._plan)
        if self.cap and not self.rung:
            self.rung = min(first, self.cap)
        elif self.rung > self.cap:
            self.rung, self.clean = self.cap, 0

    def move(self, rung: int, day: date) -> None:
        if rung != self.rung:
            self.rung, self.moved = rung, day
        self.clean = self._missed = self._hard = 0

    def down_a_rung(self, day: date) -> None:
        lower = [r.number for r in self.ladder.rungs if r.number < self.rung]
        self.move(lower[-1] if lower else self.rung, day)

    def down_an_exercise(self, day: date) -> None:
        """Go to the last rung but one of the exercise below, to its last, or to the first rung."""
        if not self.rung:
            return
        here = self.ladder.rung(self.rung).exercises
        below = [r for r in self.ladder.rungs if r.number < self.rung and r.exercises != here]
        if not below:
            self.move(self.ladder.rungs[0].number, day)
            return
        same = [r.number for r in below if r.exercises == below[-1].exercises]
        self.move(same[-2] if len(same) > 1 else same[-1], day)

    def return_from(self, back: Return, day: date) -> None:
        """Go down after a break, as its row says (3.6)."""
        self._before_break = max(self._before_break, self.rung)
        is_spring = self.ladder.gate_from > 0
        rungs = back.hops.hops_down if is_spring else 0
        for _ in range(min(max(rungs, back.row.rungs_down), len(self.ladder.rungs))):
            self.down_a_rung(day)
        if is_spring and back.hops.hop_rung:
            self.move(min(self.rung, back.hops.hop_rung), day)

    def read(self, session: SessionFacts, *, counts: bool) -> bool:
        """Read a session: it may add to the row of clean ones, or end it.

        Return whether it leads a rung down: the second in a row left undone, or too hard.
        """
        steps = [step for step in session.record.exercises if step.exercise in self._exercises]
        if not steps or not self.rung:
            return False
        is_done = is_all_done(steps)
        self._missed = 0 if is_done else self._missed + 1
        self._hard = self._hard + 1 if session.is_too_hard else 0
        if session.is_clean and is_done:
            self.clean += counts and self._reaches_rung(steps)
        elif not session.is_passed_over:
            self.clean = 0
        return self._missed >= _TWICE or (self._hard >= _TWICE and self.ladder.is_loaded)

    def _reaches_rung(self, steps: Sequence[ExerciseRecord]) -> bool:
        """Whether steps show the dose of the rung; hops must be shown before they are a rung."""
        least = self.rung
        if 0 < self.ladder.gate_from <= self.next_rung:
            least = self.next_rung
        return rung_reached(steps, self.ladder) >= least


class LadderWalk:
    """All ladders of a plan after each day of a session."""

    def __init__(self, facts: Facts, progress: Progress) -> None:
        self._facts, self._progress = facts, progress
        begun, stage = progress.stages_by_day[0]
        plan = progress.plan.id
        self.states = [
            LadderState(ladder, facts, begun, plan)
            for ladder in facts.rules.ladders.values()
            if ladder.plan in {"", plan}
        ]
        self._first = {s.ladder.id: s.ladder.start(stage, plan) for s in self.states}
        self._worse = list(x5_days(facts))
        self._stage = 0
        self._open(stage)

    def run(self) -> None:
        """Read every day of the plan with a record, and today."""
        begun, _ = self._progress.stages_by_day[0]
        days = [day for day in self._facts.days if day >= begun]
        if not days or days[-1] != self._facts.today:
            days.append(self._facts.today)
        for day in days:
            self._read(self._facts.day(day))

    def _open(self, stage: int) -> None:
        if stage == self._stage:
            return
        self._stage = stage
        for state in self.states:
            state.open_to(stage, self._first[state.ladder.id])

    def _read(self, day: DayFacts) -> None:
        sessions = [session for session in day.sessions if session.is_of_plan]
        back = self._progress.returns.get(day.day)
        before = self._progress.stage_on(day.day - ONE_DAY)
        stage = self._progress.stage_on(day.day)
        self._open(stage if back else max(stage, before))
        if back:
            for state in self.states:
                state.return_from(back, day.day)
        elif (
            (sessions or day.day == self._facts.today)
            # A stage that goes up counts for both kinds of ladders.
            and stage <= before
            and any(state.is_ready(day.day) for state in self.states)
            and not self._progress.held_on(day.day)
        ):
            self._go_up(day.day)
        counts = not sessions or not x2_sites(self._facts, day.day)
        failed = {
            state.ladder.id
            for session in sessions
            for state in self.states
            if state.read(session, counts=counts and _score_of(session, state.ladder) <= MILD)
        }
        self._go_down(day, failed)
        self._open(stage)  # a stage down lowers rungs to its cap, after their own way down

    def _go_up(self, day: date) -> None:
        """Lead one loaded and one light ladder up (2.1)."""
        for is_loaded in (True, False):
            ready = [
                state
                for state in self.states
                if state.ladder.is_loaded is is_loaded and state.is_ready(day)
            ]
            if ready:
                # `min` takes the first of equal ones: the order of the table.
                state = min(ready, key=lambda s: (s.ladder.id != _FIRST_LIGHT, s.moved))
                state.move(state.next_rung, day)

    def _go_down(self, day: DayFacts, failed: Collection[str]) -> None:
        """Lead ladders down by one exercise, or else by one rung (1.10, 2.1, X5)."""
        red = frozenset(site for site, score in day.scores.items() if score >= RED)
        is_worse = any(when <= day.day for when in self._worse)
        self._worse = [when for when in self._worse if when > day.day]
        amber = [
            frozenset(each.site for each in session.after.sore or () if each.score >= AMBER)
            for session in day.sessions
            if AMBER <= session.top_score < RED and session.morning is MorningAnswer.WORSE
        ]
        if not (day.is_red or is_worse or amber or failed):
            return
        for state in self.states:
            if (day.is_red and _concerns(state.ladder, red)) or (
                is_worse and state.ladder.is_loaded
            ):
                state.down_an_exercise(day.day)
            elif state.ladder.id in failed or any(
                _concerns(state.ladder, sites) for sites in amber
            ):
                state.down_a_rung(day.day)


def _concerns(ladder: Ladder, sore: Collection[Site]) -> bool:
    """Whether pain is at a site of a ladder; pain at an unknown one is at every loaded ladder."""
    return not ladder.sites.isdisjoint(sore) if sore else ladder.is_loaded


def _score_of(session: SessionFacts, ladder: Ladder) -> int:
    """Return the highest score at the sites of a ladder, before and after a session."""
    scores = [
        each.score
        for listed in (session.check_in_sore, session.after.sore)
        for each in listed or ()
        if each.site in ladder.sites
    ]
    return max(scores, default=0)
