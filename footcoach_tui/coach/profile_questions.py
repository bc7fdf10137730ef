"""Questions about the person: which are asked, and what their answers are."""

from collections.abc import Mapping, Sequence

from footcoach_tui.coach.answers.profile import NO, UNKNOWN, YES
from footcoach_tui.coach.rules.questions import ProfileQuestion

_YES_NO = ((YES, "yes"), (NO, "no"), (UNKNOWN, "I do not know"))


def answers_of(question: ProfileQuestion) -> tuple[tuple[str, str], ...]:
    """Return the answers of a question, each with its label."""
    return question.choices or _YES_NO


def is_asked(question: ProfileQuestion, answers: Mapping[str, str]) -> bool:
    """Whether a question is asked after these answers; unknown counts as the careful one."""
    return all(
        answers.get(name) == expected or (expected == YES and answers.get(name) == UNKNOWN)
        for name, expected in question.asked_if.items()
    )


def open_questions(
    questions: Sequence[ProfileQuestion], answers: Mapping[str, str]
) -> tuple[ProfileQuestion, ...]:
    """Return the questions that are asked after these answers, and have no answer yet."""
    return tuple(
        question
        for question in questions
        if question.id not in answers and is_asked(question, answers)
    )


def missing_questions(
    questions: Sequence[ProfileQuestion], answers: Mapping[str, str]
) -> tuple[ProfileQuestion, ...]:
    """Return the open questions that cannot be skipped."""
    return tuple(each for each in open_questions(questions, answers) if each.required)
