"""Facts of a session: how much was done, how hard it was, what hurt, and what it counts for."""

from datetime import date
from typing import Protocol

from footcoach_tui.coach.answers.check_in import MorningAnswer
from footcoach_tui.coach.answers.decision import Verdict
from footcoach_tui.coach.facts.lazy import lazy
from footcoach_tui.coach.facts.lighter_rules import PASSING_RULES
from footcoach_tui.coach.facts.routines import RoutineFacts
from footcoach_tui.coach.facts.session_answers import SessionAnswers
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.session.record import SessionRecord, SetOutcome
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.tags import Level

MILD = 2
"""Highest green score (0.1)."""

AMBER = 3
RED = 6
"""Lowest amber and lowest red score (0.1)."""

_TRAINING_SHARE = 4
"""A training session has at least a quarter of its sets done (0.1)."""

_WHOLE_SHARE = 4, 5
"""A whole session has at least four fifths of its sets done (0.1)."""

_TOO_HARD = 2
"""Points of effort above the routine's high figure that are too hard (2.1, 3.2, G3)."""

_RISE = 2
"""Points of a later score above the pain that stand for a morning that was worse (1.10)."""


class SessionContext(Protocol):
    """Rules, plan and later days by which a session is judged."""

    rules: Rules
    routines: RoutineFacts

    def check_in_score_after(self, day: date) -> int | None: ...


class SessionFacts(SessionAnswers):
    """Session with what follows from it.

    `stage` is the number of the plan's stage that its routine is of, from 1, and None beside the
    plan. `level` is that of the stage, beside the plan that of the routine.
    """

    def __init__(self, facts: SessionContext, record: SessionRecord, day: date) -> None:
        super().__init__(record)
        self._facts = facts
        self.day = day

    def __repr__(self) -> str:
        return f"SessionFacts({self.record.routine!r}, {self.day})"

    @lazy
    def routine(self) -> Routine | None:
        """Routine as it is now; None if it no longer exists."""
        return self._facts.rules.routines.get(self.record.routine)

    @property
    def stage(self) -> int | None:
        return self._facts.routines.stage_of(self.record.routine)

    @property
    def level(self) -> Level:
        return self._facts.routines.level_of(self.record.routine)

    @lazy
    def _sets(self) -> tuple[int, int, int]:
        """Number of sets done, begun, and planned."""
        done = begun = planned = 0
        for exercise in self.record.exercises:
            for each in exercise.sets:
                planned += 1
                if each.outcome is SetOutcome.DONE:
                    done += 1
                if each.outcome is not SetOutcome.SKIPPED:
                    begun += 1
        return done, begun, planned

    @property
    def is_counted(self) -> bool:
        return self.record.speed == 1.0 and self._sets[1] > 0

    @lazy
    def is_week_session(self) -> bool:
        return self.record.is_week_session

    @property
    def is_training(self) -> bool:
        """Whether it is a training session: at least a quarter of a training routine was done."""
        return self._facts.routines.is_training(self.record.routine) and self._is_quarter_done

    @lazy
    def is_of_plan(self) -> bool:
        """Whether it is a session of a stage of the plan."""
        return self.stage is not None and self._is_quarter_done

    @property
    def _is_quarter_done(self) -> bool:
        done, _, planned = self._sets
        return self.is_counted and done * _TRAINING_SHARE >= planned

    @property
    def is_whole(self) -> bool:
        done, _, planned = self._sets
        most, parts = _WHOLE_SHARE
        return self.is_counted and done * parts >= planned * most

    @property
    def is_under_half(self) -> bool:
        done, _, planned = self._sets
        return done * 2 < planned

    @lazy
    def excess_effort(self) -> int | None:
        """Points of effort above the routine's high figure; None if not known."""
        if self.record.effort is None or self.routine is None:
            return None
        return self.record.effort - self.routine.effort[1]

    @property
    def is_too_hard(self) -> bool:
        excess = self.excess_effort
        return excess is not None and excess >= _TOO_HARD

    @lazy
    def is_morning_worse(self) -> bool:
        """Whether the morning was worse, by the answer or, without one, by the next check-ins."""
        if self.morning is not MorningAnswer.UNKNOWN:
            return self.morning is MorningAnswer.WORSE
        if self.pain is None or self.pain > MILD:
            return False
        later = self._facts.check_in_score_after(self.day)
        return later is not None and later >= self.pain + _RISE

    # What it counts for.

    @property
    def _was_easy(self) -> bool:
        """Whether nothing that is known of it speaks against going up."""
        effort, routine = self.record.effort, self.routine
        is_light = effort is None or routine is None or effort <= routine.effort[0] + 1
        return is_light and self.top_score <= MILD and not self.is_morning_worse

    @lazy
    def is_clean(self) -> bool:
        """Whether it counts towards the next stage or rung."""
        return (
            self.decision == Verdict.GO
            and "little" not in self.lighter_rules
            and self.check_in_sore is not None
            and self.is_whole
            and self.record.effort is not None
            and self.routine is not None
            and self.pain is not None
            and self._was_easy
        )

    @lazy
    def is_passed_over(self) -> bool:
        """Whether it neither adds to a row of clean sessions nor ends it."""
        is_lighter = self.decision == Verdict.LIGHTER or "little" in self.lighter_rules
        is_passing = bool(self.lighter_rules) and self.lighter_rules <= PASSING_RULES
        return is_lighter and is_passing and self._was_easy
