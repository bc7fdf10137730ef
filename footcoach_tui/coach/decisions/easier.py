"""Easier exercises in place of a step: which may be, at a dose that is no more."""

from collections.abc import Iterator
from dataclasses import replace

from footcoach_tui.coach.answers.decision import Action, Change, Decision
from footcoach_tui.coach.decisions.day_rules import restrictions_of
from footcoach_tui.coach.decisions.kit import lacking
from footcoach_tui.coach.decisions.situation import Situation
from footcoach_tui.coach.decisions.swaps import easier_step, is_easier
from footcoach_tui.session.routine import Routine, Step

_RULE = "own"
"""Rule of a change that the person made."""


def easier_steps(situation: Situation, played: Routine, place: int) -> Iterator[Step]:
    """Yield what may take the place of a step today, by the `easier` exercises that it names.

    None for rehabilitation, and none that the day forbids, or that the session has already.
    """
    if situation.is_rehab:
        return
    step, rules = played.steps[place], situation.rules
    restrictions = restrictions_of(situation)
    others = {each.exercise.id for n, each in enumerate(played.steps) if n != place}
    for name in step.exercise.easier:
        other = rules.exercises.get(name)
        if other is None or name in others or lacking(other, rules.kit):
            continue
        swap = easier_step(other, step)
        if is_easier(swap, step) and restrictions.is_free(other, as_stand_in=True):
            yield swap


def with_own_swap(decision: Decision, place: int, swap: Step) -> Decision:
    """Return a decision with a step of its routine swapped by the person."""
    assert decision.routine  # noqa: S101 - for the type checker: a step of it was chosen
    steps = list(decision.routine.steps)
    before, steps[place] = steps[place].exercise, swap
    after = swap.exercise.name
    sentence = f"{before.name}: {after[:1].lower()}{after[1:]} instead (you chose it)"
    number = decision.steps[place]
    change = Change(number, before.id, Action.SWAP, swap.exercise.id, (_RULE,), sentence)
    return decision._replace(
        routine=replace(decision.routine, steps=tuple(steps)), changes=(*decision.changes, change)
    )
