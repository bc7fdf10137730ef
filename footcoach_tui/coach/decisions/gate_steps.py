"""Steps after their gates: swapped if the person is not ready, else left out (row 10)."""

from collections.abc import Sequence

from footcoach_tui.coach.answers.decision import Action, Question
from footcoach_tui.coach.decisions.gates import step_gate
from footcoach_tui.coach.decisions.situation import Situation
from footcoach_tui.coach.decisions.substitution import PlannedStep
from footcoach_tui.session.exercise import Tag
from footcoach_tui.session.routine import GateAnswer, Step


def after_gates(
    situation: Situation, steps: Sequence[PlannedStep]
) -> tuple[tuple[PlannedStep, ...], tuple[Question, ...]]:
    """Return the steps swapped or left out by their gates, with what is still to be asked."""
    done: list[PlannedStep] = []
    questions: dict[str, Question] = {}
    for each in steps:
        if each.step is None or not _has_gate(each.step):
            done.append(each)
            continue
        result = step_gate(each.step, situation)
        questions |= {question.id: question for question in result.questions}
        done.append(_after(each, each.step, result.answer, result.reason))
    return tuple(done), tuple(questions.values())


def _has_gate(step: Step) -> bool:
    return step.gate is not None or Tag.IMPACT in step.exercise.tags


def _after(each: PlannedStep, step: Step, answer: GateAnswer, reason: str) -> PlannedStep:
    """Return a step after the answer to its gate; a swap with a gate of its own is not done."""
    if answer is GateAnswer.MET:
        return each
    swap = step.swap if answer is GateAnswer.READY else None
    if swap is not None and _has_gate(swap):
        swap = None
    action = Action.SWAP if swap else Action.LEAVE
    return each.changed(action, swap, (f"gate:{answer}",), reason)
