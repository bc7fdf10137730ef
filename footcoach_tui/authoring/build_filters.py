"""Filters of a routine that is built: what is open to anybody, and what a request leaves out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from footcoach_tui.authoring.build_request import BuildRequest
from footcoach_tui.authoring.templates import UNWRITTEN_PURPOSE
from footcoach_tui.coach.decisions.restrictions import Restrictions, SoreSite
from footcoach_tui.coach.facts.screening import Screening
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.session.dose import CountUp, Measurement
from footcoach_tui.session.exercise import Exercise, Level, Position, Tag
from footcoach_tui.session.routine import Routine
from footcoach_tui.text.occasions import occasion_label

_MOST_EFFORT = 4
"""Highest effort around a run, as in rule N2."""

_CLOSED_CONTEXTS = frozenset({"rehab", "programme", "strength-day", "test"})
_NEVER = frozenset({Tag.IMPACT})
_NOVICE_BEFORE_RUN = frozenset({"knee-to-wall-rock"})
_BEFORE, _AFTER, _DESK = "before-run", "after-run", "desk"


def open_ids(routines: Mapping[str, Routine]) -> frozenset[str]:
    """Return what some routine has without conditions, and not as a part of a programme."""
    return frozenset(
        step.exercise.id
        for routine in routines.values()
        if not routine.gates and _CLOSED_CONTEXTS.isdisjoint(routine.context)
        for step in routine.steps
        if step.gate is None
    )


def is_open(exercise: Exercise, open_ids: Collection[str], routines: Mapping[str, Routine]) -> bool:
    """Whether an exercise may be built in: no test, no hops, no conditions, no unwritten texts."""
    if isinstance(exercise.dose.work, CountUp | Measurement) or _NEVER & {*exercise.tags}:
        return False
    if exercise.purpose == UNWRITTEN_PURPOSE:
        return False
    if exercise.id in open_ids:
        return True
    is_used = any(exercise in routine.exercises for routine in routines.values())
    return not is_used and exercise.level <= Level.TWO_FEET and Tag.TENDON not in exercise.tags


@dataclass(frozen=True, slots=True)
class BuildFilters:
    """Reasons for which exercises are left out of a routine that is built."""

    request: BuildRequest
    rules: Rules
    screening: Screening

    def reason_against(self, exercise: Exercise) -> str:
        """Return why an exercise is left out, after “left out”; "" if it is not."""
        request, tags = self.request, {*exercise.tags}
        if self.screening.excluded(exercise):
            return "for your answers about yourself"
        if Restrictions(sites=self._sites).demand(exercise):
            names = [self.rules.sites[site].name for site in dict.fromkeys(request.sore)]
            return f"for what is sore ({', '.join(dict.fromkeys(names))})"
        if self._is_too_much(exercise, tags):
            return f"as too much {occasion_label(request.occasion)}"
        if request.positions and exercise.position not in request.positions:
            return "for their position"
        if not request.equipment.issuperset(exercise.equipment):
            return "for equipment that you do not have"
        return ""

    @property
    def _sites(self) -> tuple[SoreSite, ...]:
        rules = self.rules.sites
        return tuple(
            SoreSite(f"site:{site}", rules[site].amber)
            for site in self.request.sore
            if site in rules
        )

    def _is_too_much(self, exercise: Exercise, tags: set[Tag]) -> bool:
        high = (exercise.dose.effort or (0, 0))[1]
        occasion = self.request.occasion
        if occasion == _DESK:
            return exercise.position is not Position.SEATED or Tag.BARE in tags
        if occasion == _BEFORE:
            is_light = exercise.level is Level.SEATED or exercise.id in _NOVICE_BEFORE_RUN
            return high > _MOST_EFFORT or (self.screening.is_novice and not is_light)
        return occasion == _AFTER and (
            high > _MOST_EFFORT or bool(tags & {Tag.TENDON, Tag.ONE_LEG})
        )
