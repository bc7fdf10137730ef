"""Conditions of a routine as a list to tick; what the history tells is answered already."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple, Self

from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.decisions.gates import (
    IMPACT_WAIT,
    MIN_LEVEL,
    PAIN_MAX,
    GateCondition,
    GateResult,
    routine_gate,
    step_gate,
)
from footcoach_tui.coach.decisions.situation import Situation
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.session.routine import Gate, GateAnswer, Routine

_NO_HOPS = "No reason to leave out hops this week."


class GateList(NamedTuple):
    """Conditions; those that are not `is_asked` are known from the history."""

    conditions: tuple[GateCondition, ...]

    @classmethod
    def of(cls, routine: Routine, log: TrainingLog, rules: Rules, today: date) -> Self:
        """Return the conditions of a routine and of its steps, each once."""
        situation = Situation.of(routine, CheckIn(), log, rules, today)
        found = list(routine_gate(situation).conditions) if routine.gates else []
        for step in routine.gated:
            found += step_gate(step, situation).conditions
        sentences = _sentences(routine)
        texts = (each._replace(text=each.text or sentences.get(each.id, each.id)) for each in found)
        return cls(tuple(dict.fromkeys(texts)))

    @classmethod
    def unknown(cls, routine: Routine) -> Self:
        """Return the conditions where there is no coach: all are asked."""
        gates = (*routine.gates, *(step.gate for step in routine.gated if step.gate))
        return cls(tuple(dict.fromkeys(each for gate in gates for each in _asked(gate))))

    def toggled(self, place: int) -> Self:
        """Return the list with a condition ticked, or no longer; one that is known stays."""
        if not 0 <= place < len(self.conditions) or not self.conditions[place].is_asked:
            return self
        changed = list(self.conditions)
        changed[place] = changed[place]._replace(is_met=not changed[place].is_met)
        return self._replace(conditions=tuple(changed))

    @property
    def answer(self) -> GateAnswer:
        return GateResult.of(self.conditions).answer


def _sentences(routine: Routine) -> dict[str, str]:
    """Return the sentences of conditions that the history tells, by id."""
    sentences = {IMPACT_WAIT: _NO_HOPS}
    gates: Iterable[Gate] = (*routine.gates, *(step.gate for step in routine.gated if step.gate))
    for gate in gates:
        sentences |= dict(zip(gate.needs, gate.need_sentences, strict=False))
        if gate.min_level is not None:
            sentences[MIN_LEVEL] = gate.readiness[0]
        if gate.pain_max is not None:
            sentences[PAIN_MAX] = f"No pain above {gate.pain_max} of 10 in the last week."
    return sentences


def _asked(gate: Gate) -> Iterator[GateCondition]:
    for text in gate.readiness:
        yield GateCondition(text, is_met=False, why=GateAnswer.READY, is_asked=True, text=text)
    for why, texts in ((GateAnswer.SORE, gate.pains), (GateAnswer.EXCLUDED, gate.exclude)):
        if texts:
            text = f"You have none of these: {'; '.join(texts)}."
            yield GateCondition(text, is_met=False, why=why, is_asked=True, text=text)
