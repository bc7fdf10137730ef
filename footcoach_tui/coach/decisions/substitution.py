"""Substitution: steps left out, replaced or made smaller, each change with its rules."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from footcoach_tui.coach.answers.decision import Action, Change
from footcoach_tui.coach.decisions.restrictions import Demand, Restrictions, Strength
from footcoach_tui.coach.decisions.smaller_doses import halve, one_set_fewer
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import Step


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """Step of today's session; `number`, from 1, is its place in the routine's file.

    `step` is None where it is left out. `is_for_site`: a sore site has replaced it.
    """

    number: int
    step: Step | None
    changes: tuple[Change, ...] = ()
    is_for_site: bool = False

    def changed(
        self, action: Action, step: Step | None, rules: tuple[str, ...], reason: str
    ) -> "PlannedStep":
        """Return the step after a change; itself where the change alters nothing."""
        before = self.step
        if before is None or before == step:
            return self
        after = step.exercise if step else None
        to = after.id if after else ""
        sentence = _change_sentence(action, before.exercise, after, reason)
        change = Change(self.number, before.exercise.id, action, to, rules, sentence)
        return replace(self, step=step, changes=(*self.changes, change))


def _change_sentence(action: Action, before: Exercise, after: Exercise | None, reason: str) -> str:
    """Return a change in words, with its reason in brackets."""
    if after is None:
        what = "left out"
    elif action is Action.HALVE:
        what = "half of it"
    elif action is Action.FEWER:
        what = "one set fewer"
    else:
        what = f"{after.name[:1].lower()}{after.name[1:]} instead"
    return f"{before.name}: {what}{f' ({reason})' if reason else ''}"


def planned(steps: Iterable[Step]) -> tuple[PlannedStep, ...]:
    return tuple(PlannedStep(number, step) for number, step in enumerate(steps, 1))


def substitute(
    steps: Sequence[PlannedStep], restrictions: Restrictions, rules: Rules
) -> tuple[PlannedStep, ...]:
    """Return the steps after all actions but halving, decided in order.

    For each step the earlier ones count as decided, the later ones as they were.
    """
    done = list(steps)
    for place, each in enumerate(steps):
        if each.step is None:
            continue
        demand = restrictions.demand(each.step.exercise)
        if demand is None or demand.strength is Strength.HALVE:
            continue
        others = [o.step.exercise.id for n, o in enumerate(done) if o.step and n != place]
        done[place] = _Substitution(rules, restrictions, frozenset(others)).act(
            each, each.step, demand
        )
    return tuple(done)


@dataclass(frozen=True, slots=True)
class _Substitution:
    """Replacement of one step beside the `others` of the session, by exercise id."""

    rules: Rules
    restrictions: Restrictions
    others: frozenset[str]

    def act(self, each: PlannedStep, step: Step, demand: Demand) -> PlannedStep:
        action, after = self._result(step, demand)
        reason = self.restrictions.words(demand.rules)
        changed = each.changed(action, after, demand.rules, reason)
        return replace(changed, is_for_site=demand.is_for_site)

    def _result(self, step: Step, demand: Demand) -> tuple[Action, Step | None]:
        if demand.strength is Strength.LEAVE:
            return Action.LEAVE, None
        if demand.strength is not Strength.DROP:
            for lower in self._lower(step.exercise):
                return Action.DOWN, _at_dose_of(lower, most_sets=step.dose.sets)
        most_sets = 1 if demand.is_for_site else step.dose.sets
        for stand_in in self._stand_ins(step.exercise):
            return Action.DROP, _at_dose_of(stand_in, most_sets=most_sets)
        return Action.DROP, None

    def _lower(self, exercise: Exercise) -> Iterator[Exercise]:
        """Yield the free places below in the chain; the step's own family is no hindrance."""
        own = self.rules.substitutes.family(exercise.id)
        for lower in self._known(self.rules.substitutes.chain_below(exercise.id)):
            is_taken = lower.id not in own and self._is_taken(lower)
            if not is_taken and self.restrictions.is_free(lower, as_stand_in=False):
                yield lower

    def _stand_ins(self, exercise: Exercise) -> Iterator[Exercise]:
        for stand_in in self._known(self.rules.substitutes.stand_ins.get(exercise.id, ())):
            is_free = self.restrictions.is_free(stand_in, as_stand_in=True)
            if is_free and not self._is_taken(stand_in):
                yield stand_in

    def _known(self, exercises: Iterable[str]) -> Iterator[Exercise]:
        known: Mapping[str, Exercise] = self.rules.exercises
        return (known[each] for each in exercises if each in known)

    def _is_taken(self, exercise: Exercise) -> bool:
        return not self.others.isdisjoint(self.rules.substitutes.family(exercise.id))


def _at_dose_of(exercise: Exercise, *, most_sets: int) -> Step:
    dose = replace(exercise.dose, sets=min(exercise.dose.sets, most_sets))
    return Step(exercise, dose, exercise.source_status)


def halved(
    steps: Sequence[PlannedStep],
    restrictions: Restrictions,
    day_rules: Mapping[int, tuple[str, ...]],
    fewer: tuple[str, ...] = (),
) -> tuple[PlannedStep, ...]:
    """Return the steps made smaller, each at most once.

    `day_rules` are the rules, by number of the step, that halve it whatever its site; `fewer`
    those that take a set from each step that is not halved.
    """
    return tuple(_smaller(each, restrictions, day_rules, fewer) for each in steps)


def _smaller(
    each: PlannedStep,
    restrictions: Restrictions,
    day_rules: Mapping[int, tuple[str, ...]],
    fewer: tuple[str, ...],
) -> PlannedStep:
    if each.step is None:
        return each
    sites = () if each.is_for_site else restrictions.halving(each.step.exercise)
    rules = tuple(dict.fromkeys((*sites, *day_rules.get(each.number, ()))))
    if rules:
        smaller = replace(each.step, dose=halve(each.step.dose))
        return each.changed(Action.HALVE, smaller, rules, restrictions.words(rules))
    if fewer:
        smaller = replace(each.step, dose=one_set_fewer(each.step.dose))
        return each.changed(Action.FEWER, smaller, fewer, restrictions.words(fewer))
    return each


def played(steps: Iterable[PlannedStep]) -> tuple[Step, ...]:
    """Return the steps that are left, without what was left out."""
    return tuple(each.step for each in steps if each.step)
