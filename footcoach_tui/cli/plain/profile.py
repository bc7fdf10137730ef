"""Questions about the person as lines of text, one after the other."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from footcoach_tui.cli.plain.keyboard import Keyboard
from footcoach_tui.coach.answers.profile import NO, UNKNOWN, YES
from footcoach_tui.coach.profile_questions import answers_of, is_asked
from footcoach_tui.coach.rules.questions import ProfileQuestion

_LETTERS = {"y": YES, "n": NO, "u": UNKNOWN}
_INTRODUCTION = (
    "Your answers stay on this machine. They leave out what may not be good for you; nothing here "
    "diagnoses. Enter skips a question that may be skipped, q leaves without saving."
)
_NEEDED = "This one cannot be skipped."


def ask_profile(
    questions: Sequence[ProfileQuestion],
    known: Mapping[str, str],
    keyboard: Keyboard,
    write: Callable[[Iterable[str]], None],
) -> dict[str, str] | None:
    """Return the answers; None if the person left. Enter keeps an answer that is known."""
    write([_INTRODUCTION])
    answers: dict[str, str] = {}
    for question in questions:
        if is_asked(question, answers):
            answer = _ask(question, known.get(question.id, ""), keyboard, write)
            if answer is None:
                return None
            answers[question.id] = answer
    return answers


def _ask(
    question: ProfileQuestion,
    known: str,
    keyboard: Keyboard,
    write: Callable[[Iterable[str]], None],
) -> str | None:
    """Return the answer; None if the person left. A skipped one is unknown."""
    keys = _keys(question)
    labels = dict(answers_of(question))
    listed = "; ".join(f"{key}: {labels[answer]}" for key, answer in keys.items())
    write([question.text, f"{listed}{f'; Enter: as before, {labels[known]}' if known else ''}"])
    while (line := keyboard.read_line(None)) is not None and line.lower() != "q":
        if line.lower() in keys:
            return keys[line.lower()]
        if not line and known in labels:
            return known
        if not line and not question.required:
            return UNKNOWN
        write([_NEEDED if not line else "That is no answer here."])
    return None


def _keys(question: ProfileQuestion) -> dict[str, str]:
    if not question.choices:
        return _LETTERS
    return {str(number): key for number, (key, _) in enumerate(question.choices, 1)}
