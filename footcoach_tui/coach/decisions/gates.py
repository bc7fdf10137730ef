"""Gates of steps and routines, computed as far as the log, profile and check-in tell (1.8)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Self

from footcoach_tui.coach.answers.decision import Question
from footcoach_tui.coach.decisions.situation import Situation
from footcoach_tui.coach.facts.gate_conditions import (
    has_balance,
    has_level,
    has_raises,
    highest_pain,
    may_hop,
)
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.exercise import Exercise, Level, Tag
from footcoach_tui.session.routine import Gate, GateAnswer, Step

PAIN_MAX, MIN_LEVEL, OTHER = "pain-max", "min-level", "other"
IMPACT_LIST, IMPACT_SORE, IMPACT_WAIT = "impact-list", "impact-sore", "impact-wait"

_IMPACT_SITES = (
    Site.HEEL,
    Site.FOREFOOT,
    Site.ACHILLES_CORD,
    Site.ACHILLES_BONE,
    Site.SHIN,
)
_IMPACT_GATE = Gate(
    pain_max=2,
    min_level=Level.DYNAMIC,
    needs=("running-6wk", "raises-3x12", "balance-30", "hop-days", "shoes"),
)
"""Conditions of hops that a file gives none for, such as a single exercise."""

_WHY_ORDER = (GateAnswer.EXCLUDED, GateAnswer.SORE, GateAnswer.READY)
_WORDS = {
    MIN_LEVEL: "not yet: four sessions at the level below in four weeks first",
    "running-6wk": "not yet: six weeks of running first",
    "raises-3x12": "not yet: 3 x 12 heel raises on each leg first",
    "balance-30": "not yet: 30 seconds of balance on each leg first",
    "hop-days": "hops on enough days this week",
    "tomorrow-easy": "a hard run tomorrow, or not known",
    "shoes": "shoes first",
    IMPACT_WAIT: "no hops this week",
    PAIN_MAX: "pain in the last week",
    IMPACT_SORE: "not while it is sore",
    IMPACT_LIST: "not for you at present",
}


class GateCondition(NamedTuple):
    """Condition of a gate. `is_asked`: it is not known, so it counts as failed until a yes.

    `why` is how the gate fails with it; `text` is the question.
    """

    id: str
    is_met: bool
    why: GateAnswer
    is_asked: bool = False
    text: str = ""


class GateResult(NamedTuple):
    """Answer to a gate, with each condition of it, and what is still to be asked."""

    answer: GateAnswer
    conditions: tuple[GateCondition, ...] = ()
    questions: tuple[Question, ...] = ()

    @classmethod
    def of(cls, conditions: Iterable[GateCondition]) -> Self:
        known = tuple(conditions)
        failed = [each for each in known if not each.is_met]
        answer = next((why for why in _WHY_ORDER if _fails(failed, why)), GateAnswer.MET)
        return cls(answer, known, tuple(_questions(failed)))

    @property
    def reason(self) -> str:
        """Why the gate fails, in words, first what is known; "" if it is met."""
        failed = [each for each in self.conditions if not each.is_met and each.why is self.answer]
        failed.sort(key=lambda each: each.is_asked)
        return next((_WORDS.get(each.id, "not all of it is confirmed") for each in failed), "")


def _fails(failed: Iterable[GateCondition], why: GateAnswer) -> bool:
    return any(each.why is why for each in failed)


def _questions(failed: list[GateCondition]) -> Iterator[Question]:
    """Yield what is to be asked: nothing where it is known that the step is left out.

    Where it is known that it is swapped, only what could make the swap unsafe.
    """
    known = {each.why for each in failed if not each.is_asked}
    if known & {GateAnswer.EXCLUDED, GateAnswer.SORE}:
        return
    for each in failed:
        if each.is_asked and (not known or each.why is not GateAnswer.READY):
            yield Question(each.id, each.text)


def step_gate(step: Step, situation: Situation) -> GateResult:
    """Return the answer to the gate of a step; a step with hops has one in any case."""
    has_impact = Tag.IMPACT in step.exercise.tags
    gate = step.gate or (_IMPACT_GATE if has_impact else Gate())
    shared = _shared_by_hops(situation.rules) if has_impact else frozenset()
    conditions = list(_conditions(gate, situation, shared, f"{OTHER}-{step.exercise.id}"))
    if has_impact:
        conditions += _impact_conditions(step.exercise, gate, situation)
    return GateResult.of(conditions)


def routine_gate(situation: Situation) -> GateResult:
    """Return the answer to all gates of a routine, and of its hops where it has a gate."""
    routine = situation.routine
    gate = Gate()
    for each in routine.gates:
        gate = gate.joined_with(each)
    conditions = list(_conditions(gate, situation, frozenset(), OTHER))
    if routine.gates:
        hops = (step for step in routine.steps if Tag.IMPACT in step.exercise.tags)
        conditions += (each for hop in hops for each in step_gate(hop, situation).conditions)
    return GateResult.of(dict.fromkeys(conditions))


def _shared_by_hops(rules: Rules) -> frozenset[str]:
    """Return the sentences that every step with hops excludes: the profile answers them."""
    gates = [
        step.gate
        for routine in rules.routines.values()
        for step in routine.steps
        if step.gate and Tag.IMPACT in step.exercise.tags
    ]
    lists = [frozenset((*gate.exclude, *gate.sore)) for gate in gates]
    return frozenset.intersection(*lists) if lists else frozenset()


def _conditions(
    gate: Gate, situation: Situation, shared: frozenset[str], other: str
) -> Iterator[GateCondition]:
    """Yield the conditions of a gate; those in `shared` are known in another way.

    `other` is the id of those that have none.
    """
    if gate.pain_max is not None:
        scores = (highest_pain(situation.facts), situation.check_in.score)
        pain = max((score for score in scores if score is not None), default=None)
        text = f"No pain above {gate.pain_max} of 10 in the last week?"
        is_met = None if pain is None else pain <= gate.pain_max
        yield _asked(situation, PAIN_MAX, GateAnswer.SORE, text, known=is_met)
    if gate.min_level is not None:
        yield GateCondition(MIN_LEVEL, has_level(situation.facts, gate.min_level), GateAnswer.READY)
    for need in gate.needs:
        text = situation.rules.needs.get(need, need)
        known = _known_need(need, situation)
        yield _asked(situation, need, GateAnswer.READY, text, known=known)
    yield from _others(gate, situation, shared, other)


def _others(
    gate: Gate, situation: Situation, shared: frozenset[str], other: str
) -> Iterator[GateCondition]:
    """Yield the conditions without an id, as one that is asked."""
    exclude = [each for each in gate.exclude if each not in shared]
    sore = [each for each in gate.sore if each not in shared]
    if gate.requires or exclude or sore:
        text = " ".join(gate.requires)
        if exclude or sore:
            text = f"{text} You have none of these: {'; '.join((*exclude, *sore))}.".strip()
        why = GateAnswer.SORE if sore else GateAnswer.READY
        why = GateAnswer.EXCLUDED if exclude else why
        yield _asked(situation, other, why, text, known=None)


def _asked(
    situation: Situation, ident: str, why: GateAnswer, text: str, *, known: bool | None
) -> GateCondition:
    """Return a condition that is asked where it is not known."""
    if known is not None:
        return GateCondition(ident, known, why)
    return GateCondition(
        ident, ident in situation.check_in.confirmed, why, is_asked=True, text=text
    )


def _known_need(need: str, situation: Situation) -> bool | None:
    """Return whether a condition by id is met; None if only the person knows."""
    facts = situation.facts
    match need:
        case "running-6wk":
            return None if _is_running_unasked(situation) else not situation.screening.is_unready
        case "raises-3x12":
            return has_raises(facts)
        case "balance-30":
            return has_balance(facts)
        case "hop-days":
            return may_hop(facts)
        case "tomorrow-easy" if situation.is_before_run:
            return True
        case "tomorrow-easy" if situation.runs.tomorrow is not None:
            return not situation.runs.is_tomorrow_tiring
        case _:
            return None


def _impact_conditions(
    exercise: Exercise, gate: Gate, situation: Situation
) -> Iterator[GateCondition]:
    """Yield what every step with hops needs besides its gate."""
    is_known = bool(situation.screening.excluded(exercise)) or situation.is_impact_barred
    is_open = _is_impact_unasked(situation)
    text = "You know of nothing against hops."
    if gate.exclude:
        text = f"You have none of these: {'; '.join(gate.exclude)}."
    known = False if is_known else None if is_open else True
    yield _asked(situation, IMPACT_LIST, GateAnswer.EXCLUDED, text, known=known)
    scores = [situation.check_in.score_of(site) for site in _IMPACT_SITES]
    is_sore = None if None in scores else not any(scores)
    text = "No pain in heel, forefoot, Achilles or shin today?"
    yield _asked(situation, IMPACT_SORE, GateAnswer.SORE, text, known=is_sore)
    progress = situation.progress
    is_waiting = progress is not None and (progress.is_lighter or progress.hops_wait)
    yield GateCondition(IMPACT_WAIT, not is_waiting, GateAnswer.READY)


def _is_running_unasked(situation: Situation) -> bool:
    return situation.facts.profile is None or "running" in situation.screening.unasked


def _is_impact_unasked(situation: Situation) -> bool:
    """Whether the profile lacks an answer that may exclude hops."""
    return situation.facts.profile is None or any(
        Tag.IMPACT in effect.drop
        for question in situation.rules.questions
        if question.id in situation.screening.unasked
        for effect in question.effects
    )
