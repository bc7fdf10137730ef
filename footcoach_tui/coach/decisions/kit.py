"""Steps for which something is missing: a stand-in, an easier exercise, or left out (row 12a)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from footcoach_tui.coach.answers.decision import Action, Change
from footcoach_tui.coach.decisions.restrictions import Restrictions
from footcoach_tui.coach.decisions.substitution import PlannedStep
from footcoach_tui.coach.decisions.swaps import easier_step, is_easier
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.session.equipment import Equipment, Kit
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import Routine, Step


def with_kit(
    steps: Sequence[PlannedStep], rules: Rules, restrictions: Restrictions | None = None
) -> tuple[PlannedStep, ...]:
    """Return the steps as they can be done with the kit of the rules.

    Without `restrictions` no other exercise takes the place of one; it is left out.
    """
    done = list(steps)
    for place, each in enumerate(steps):
        missing = each.step.exercise.missing(rules.kit) if each.step else ()
        if each.step is None or not missing:
            continue
        without = lacking(each.step.exercise, rules.kit)
        if not without:
            done[place] = _with_stand_ins(each, each.step.exercise, missing)
            continue
        others = frozenset(o.step.exercise.id for n, o in enumerate(done) if o.step and n != place)
        swaps = _swaps(each.step, rules, restrictions, others) if restrictions else iter(())
        swap = next(swaps, None)
        action = Action.SWAP if swap else Action.LEAVE
        done[place] = each.changed(action, swap, _rules(without), f"no {_listed(without)}")
        if swap:
            after = done[place]
            done[place] = _with_stand_ins(after, swap.exercise, swap.exercise.missing(rules.kit))
    return tuple(done)


def kit_notes(routine: Routine, rules: Rules) -> tuple[str, ...]:
    """Return what is missing for a routine that nothing changes, and what could stand in for it."""
    things = dict.fromkeys(
        f"{thing} (or {known[thing]})" if thing in known else str(thing)
        for step in routine.steps
        for known in (dict(step.exercise.stand_ins),)
        for thing in step.exercise.missing(rules.kit)
    )
    return (f"Needed, and not in your kit: {', '.join(things)}.",) if things else ()


def lacking(exercise: Exercise, kit: Kit) -> tuple[Equipment, ...]:
    """Return what is missing for an exercise, and has no stand-in."""
    known = dict(exercise.stand_ins)
    return tuple(thing for thing in exercise.missing(kit) if thing not in known)


def _with_stand_ins(
    each: PlannedStep, exercise: Exercise, missing: tuple[Equipment, ...]
) -> PlannedStep:
    """Return a step with the change that names what stands in for what is missing."""
    if not missing:
        return each
    known = dict(exercise.stand_ins)
    words = ", ".join(f"{known[thing]} for the {thing}" for thing in missing)
    change = Change(
        each.number,
        exercise.id,
        Action.STAND_IN,
        exercise.id,
        _rules(missing),
        f"{exercise.name}: {words}",
    )
    return replace(each, changes=(*each.changes, change))


def _swaps(
    step: Step, rules: Rules, restrictions: Restrictions, others: frozenset[str]
) -> Iterator[Step]:
    """Yield what may take the place of a step, and is no harder: see `is_easier`."""
    for swap in _named_swaps(step, rules):
        if (
            is_easier(swap, step)
            and not lacking(swap.exercise, rules.kit)
            and restrictions.is_free(swap.exercise, as_stand_in=True)
            and others.isdisjoint(rules.substitutes.family(swap.exercise.id))
        ):
            yield swap


def _named_swaps(step: Step, rules: Rules) -> Iterator[Step]:
    """Yield what the step, the rules and the exercise name, at a dose that is no longer."""
    if step.swap and not step.swap.gate:
        yield step.swap
    exercise = step.exercise
    names = (
        *rules.substitutes.chain_below(exercise.id),
        *exercise.easier,
        *rules.substitutes.stand_ins.get(exercise.id, ()),
    )
    for other in (rules.exercises[name] for name in names if name in rules.exercises):
        yield easier_step(other, step)


def _rules(things: Sequence[Equipment]) -> tuple[str, ...]:
    return tuple(f"kit:{thing}" for thing in things)


def _listed(things: Sequence[Equipment]) -> str:
    return " or ".join(things)
