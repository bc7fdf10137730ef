"""Another routine in place of the one asked for (rows 6c and 7)."""

from collections.abc import Iterator

from footcoach_tui.coach.answers.decision import Decision, Verdict
from footcoach_tui.coach.decisions.composition import composed
from footcoach_tui.coach.decisions.day_rules import rules_against_impact
from footcoach_tui.coach.decisions.gates import routine_gate
from footcoach_tui.coach.decisions.gentle import gentle
from footcoach_tui.coach.decisions.refusal import Refusal
from footcoach_tui.coach.decisions.run_rules import refused_by_runs
from footcoach_tui.coach.decisions.sentences import REASONS, sentence_of
from footcoach_tui.coach.decisions.situation import Situation
from footcoach_tui.session.exercise import Tag
from footcoach_tui.session.routine import GateAnswer

_HIGHER_STAGE = "That is a stage above yours. Yours comes first."


def reasons_against(situation: Situation) -> Iterator[Refusal]:
    """Yield the reasons why a routine is not for today: runs, stage, its gates (row 7)."""
    for refusal in (refused_by_runs(situation), _by_stage(situation), _by_gate(situation)):
        if refusal is not None:
            yield refusal


def instead(situation: Situation, refusal: Refusal) -> Decision:
    """Return the decision to offer another routine: the first that may be done, else gentle."""
    for routine in refusal.offers:
        known = situation.rules.routines.get(routine)
        if known is None or known.id == situation.routine.id:
            continue
        other = situation.about(known)
        if not any(reasons_against(other)):
            decision = composed(other)
            if decision.verdict in (Verdict.GO, Verdict.LIGHTER):
                return _offered(decision, refusal)
    return _offered(gentle(situation, refusal.rule, refusal.sentence), refusal)


def _offered(decision: Decision, refusal: Refusal) -> Decision:
    """Return a decision on a routine as one to offer it in place of another."""
    return decision._replace(
        verdict=Verdict.INSTEAD if decision.routine else Verdict.REST,
        rule=refusal.rule,
        sentence=refusal.sentence,
        offers=(decision.routine.id,) if decision.routine else (),
        questions=refusal.questions,
        may_override=refusal.may_override,
    )


def _by_stage(situation: Situation) -> Refusal | None:
    """Return the refusal of a stage above the person's."""
    stage = situation.facts.routines.stage_of(situation.routine.id)
    if stage is None or stage <= situation.stage:
        return None
    return Refusal("stage", _HIGHER_STAGE, (situation.stage_routine,))


def _by_gate(situation: Situation) -> Refusal | None:
    """Return the refusal of a routine with a gate: by the gate, or as it has hops."""
    if not situation.routine.gates:
        return None
    offers = (situation.stage_routine,)
    result = routine_gate(situation)
    if result.answer is not GateAnswer.MET:
        sentence = sentence_of(result.reason)
        rule = f"gate:{result.answer}"
        return Refusal(rule, sentence, offers, result.questions, may_override=False)
    has_hops = any(Tag.IMPACT in step.exercise.tags for step in situation.routine.steps)
    for rule in rules_against_impact(situation) if has_hops else ():
        sentence = sentence_of(f"no hops: {REASONS[rule]}")
        return Refusal(rule, sentence, offers, may_override=False)
    return None
