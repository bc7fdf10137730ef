"""Ladders as progress: the rung of each, worked out from the sessions of the plan (2.1 to 2.3)."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.plans.ladder_walk import LadderState, LadderWalk
from footcoach_tui.coach.plans.progress import Progress
from footcoach_tui.coach.rules.ladders import Ladder, Rung
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.text.durations import counted


class LadderProgress(NamedTuple):
    """Place on a ladder. `rung` is 0 where it is not open yet, `top` the highest rung of the stage.

    `dose` is what the rung asks for, `clean` of `needed` clean sessions in a row are done, and
    `sentence` says what comes next.
    """

    ladder: Ladder
    rung: int
    top: int
    last: int
    """Number of the last rung of all."""

    clean: int
    needed: int
    dose: str
    sentence: str
    moved: date


def rungs(log: TrainingLog, rules: Rules, today: date) -> tuple[LadderProgress, ...]:
    """Return the place on every ladder of the plan; nothing without a plan."""
    facts = Facts.of(log, rules, today)
    progress = Progress.of(facts)
    return tuple(_ladders(facts, progress)) if progress else ()


def _ladders(facts: Facts, progress: Progress) -> Iterator[LadderProgress]:
    walk = LadderWalk(facts, progress)
    walk.run()
    for state in walk.states:
        yield LadderProgress(
            ladder=state.ladder,
            rung=state.rung,
            top=state.cap,
            last=state.ladder.rungs[-1].number,
            clean=min(state.clean, state.needed),
            needed=state.needed,
            dose=dose_words(state.ladder.rung(state.rung), facts.rules) if state.rung else "",
            sentence=_next_words(state, progress, facts.rules),
            moved=state.moved,
        )


def dose_words(rung: Rung, rules: Rules) -> str:
    """Return a dose: "Heel raise, one leg: 3 sets of 10"."""
    known = [rules.exercises[name].name for name in rung.exercises if name in rules.exercises]
    names = " and ".join(known) or ", ".join(rung.exercises)
    if rung.unit == "bouts":
        dose = f"{counted(rung.sets, 'bout')} of {rung.amount} s"
        dose += f", {rung.pause} s apart" if rung.pause else ""
    elif rung.unit == "seconds":
        dose = f"{rung.sets} times {rung.amount} s"
    else:
        dose = f"{counted(rung.sets, 'set')} of {rung.amount}"
    each = ", one foot at a time" if rung.each else ""
    note = f" ({rung.note})" if rung.note.startswith("with ") else ""
    return f"{names}: {dose}{each}{note}"


def _next_words(state: LadderState, progress: Progress, rules: Rules) -> str:
    """Return what the next rung asks for."""
    if not state.rung:
        return _opening_words(state.ladder, progress)
    if not state.next_rung:
        return "This is the top of the ladder."
    following = dose_words(state.ladder.rung(state.next_rung), rules)
    if state.is_at_top:
        is_last = progress.stage == len(progress.plan.stages)
        where = "this plan" if is_last else "this stage"
        return f"At the top of {where}. What would follow: {following}."
    left = state.needed - state.clean
    if left <= 0:
        return f"Next: {following}, as soon as it is its turn."
    return f"Next: {following}, after {counted(left, 'more clean session', 'more clean sessions')}."


def _opening_words(ladder: Ladder, progress: Progress) -> str:
    plan = progress.plan
    for number in range(1, len(plan.stages) + 1):
        if number > progress.stage and ladder.cap(number, plan.id):
            return f"Opens at stage {number}."
    return "Not part of this plan."
