"""Rehabilitation: played as written, or refused (R0)."""

from footcoach_tui.coach.answers.decision import Decision, Verdict
from footcoach_tui.coach.decisions.gates import routine_gate
from footcoach_tui.coach.decisions.kit import kit_notes
from footcoach_tui.coach.decisions.pain import MIN_AMBER_PAIN
from footcoach_tui.coach.decisions.sentences import EXCLUDED, GO, GO_UNCHANGED, sentence_of
from footcoach_tui.coach.decisions.situation import Situation
from footcoach_tui.session.routine import GateAnswer


def as_written(situation: Situation) -> Decision:
    """Return the decision on a routine that nothing changes: rest where it is not for today."""
    routine = situation.routine
    offers = (situation.rules.gentle,)
    if any(situation.screening.excluded(step.exercise) for step in routine.steps):
        return Decision(Verdict.REST, "gate:excluded", EXCLUDED, offers=offers)
    gate = routine_gate(situation)
    if gate.answer is not GateAnswer.MET:
        sentence = sentence_of(gate.reason)
        rule = f"gate:{gate.answer}"
        return Decision(Verdict.REST, rule, sentence, questions=gate.questions, offers=offers)
    steps = tuple(range(1, len(routine.steps) + 1))
    missing = kit_notes(routine, situation.rules)
    notes = (*missing, *situation.screening.notes_for(routine.steps))
    sentence = GO if situation.score >= MIN_AMBER_PAIN else GO_UNCHANGED
    return Decision(Verdict.GO, "R0", sentence, routine, steps, notes=notes)
