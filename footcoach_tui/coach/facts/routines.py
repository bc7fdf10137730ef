"""Facts of routines: their stage and level in a plan, and whether they are training."""

from typing import Final

from footcoach_tui.coach.facts.lazy import lazy
from footcoach_tui.coach.rules.plan import Plan, PlanKind
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.session.tags import Level

_TRAINING_CONTEXTS: Final = frozenset(("programme", "strength-day"))
_TRAINING_KINDS: Final = frozenset((PlanKind.COURSE, PlanKind.KEEP))


class RoutineFacts:
    """What the rules and the plan say of routines, each by its id."""

    def __init__(self, rules: Rules, plan: Plan | None) -> None:
        self._rules, self._plan = rules, plan
        stages = enumerate(plan.stages if plan else (), 1)
        self._stages = {stage.routine: number for number, stage in reversed(list(stages))}

    def stage_of(self, routine: str) -> int | None:
        """Return the number of the plan's stage that a routine is of, from 1."""
        return self._stages.get(routine)

    def level_of(self, routine: str) -> Level:
        """Return the level for gaps: that of its stage, else that of its file."""
        number = self.stage_of(routine)
        if number is not None and self._plan:
            return self._plan.stages[number - 1].level
        known = self._rules.routines.get(routine)
        return known.level if known else Level.SEATED

    def is_training(self, routine: str) -> bool:
        return routine in self._training

    @lazy
    def _training(self) -> frozenset[str]:
        """Stages of courses and of plans after them, programmes and strength days (0.1)."""
        plans, routines = self._rules.plans.values(), self._rules.routines
        stages = {
            stage.routine for plan in plans if plan.kind in _TRAINING_KINDS for stage in plan.stages
        }
        light = {extra.routine for plan in plans for extra in plan.extras} | {self._rules.newcomer}
        by_context = {
            each.id for each in routines.values() if not _TRAINING_CONTEXTS.isdisjoint(each.context)
        }
        rehab = {each.id for each in routines.values() if each.is_rehab}
        return frozenset((stages | (by_context - light)) - rehab)
