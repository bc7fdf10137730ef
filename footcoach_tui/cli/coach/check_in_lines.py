"""Lines of a check-in: its questions, and the decision with what changed and why."""

from collections.abc import Iterator, Sequence

from footcoach_tui.coach.answers.decision import Decision, Verdict
from footcoach_tui.coach.decisions.sentences import routine_words
from footcoach_tui.coach.questions.check_in_flow import FlowQuestion, QuestionKind
from footcoach_tui.session.routine import Routine

CHECK_IN_HELP = (
    "Answer with the letter, then enter. “back” takes the last answer back, “skip” leaves the rest "
    "unanswered, q leaves."
)
NOT_ANSWERED = "Not counted towards the next step: sore or not was not answered."
_ENTER = "Enter"
_ONE_A_LINE = (QuestionKind.FLAGS, QuestionKind.SITE, QuestionKind.RUN, QuestionKind.BREAK)


def question_lines(question: FlowQuestion) -> Iterator[str]:
    """Yield a question and its answers."""
    answers = [f"{_ENTER if key == 'enter' else key}: {label}" for key, label in question.answers]
    yield question.text
    if question.note:
        yield question.note
    if question.kind in _ONE_A_LINE:
        yield from answers
    elif question.kind is not QuestionKind.SCORE:
        yield "; ".join(answers)


def decision_lines(decision: Decision) -> Iterator[str]:
    """Yield what was decided, a line for each change, and what is offered instead.

    A stop has nothing beside its sentence.
    """
    yield decision.sentence
    if decision.verdict is Verdict.STOP:
        return
    yield from (change.sentence for change in decision.changes if change.sentence)
    yield from decision.notes


def offer_lines(offers: Sequence[Routine]) -> Iterator[str]:
    """Yield a numbered line for each routine that is offered; nothing if none is."""
    if offers:
        yield "Instead, by its number; q leaves:"
    for number, routine in enumerate(offers, 1):
        yield f"{number}: {routine_words(routine)}"
