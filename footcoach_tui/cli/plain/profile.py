"""Questions about the person as lines of text, one after the other."""

from collections.abc import Callable, Iterable

from footcoach_tui.cli.plain.keyboard import Keyboard
from footcoach_tui.coach.questions.profile_flow import ENTER, ProfileFlow

_INTRODUCTION = (
    "Your answers stay on this machine. They leave out what may not be good for you; nothing here "
    "diagnoses. Answer with the letter, then enter; “back” takes the last answer back, q leaves "
    "without saving."
)
_NO_ANSWER = "That is no answer here."


def ask_profile(
    flow: ProfileFlow, keyboard: Keyboard, write: Callable[[Iterable[str]], None]
) -> ProfileFlow | None:
    """Ask to the end; None if the person left."""
    write([_INTRODUCTION])
    while flow.question is not None:
        answers = "; ".join(
            f"{'Enter' if key == ENTER else key}: {label}" for key, label in flow.keys
        )
        write([flow.question.text, answers])
        line = keyboard.read_line(None)
        if line is None or line.lower() == "q":
            return None
        key = line.lower() or ENTER
        after = flow.back() if key == "back" else flow.answer(key)
        if after is flow:
            write([_NO_ANSWER])
        flow = after
    return flow
