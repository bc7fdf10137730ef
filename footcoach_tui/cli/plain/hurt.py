"""Questions of a plain session about pain: how much it hurts, and the red flags."""

from collections.abc import Callable, Iterable

from footcoach_tui.cli.coach.check_in_lines import question_lines
from footcoach_tui.cli.plain.keyboard import Keyboard
from footcoach_tui.coach.questions.check_in_questions import SCORE_KEYS, asked_flags, flag_question
from footcoach_tui.coach.rules.red_flags import RedFlag
from footcoach_tui.session.commands import SHARP, Hurt

_Write = Callable[[Iterable[str]], None]

_QUESTION = (
    "How much does it hurt, 0 to 10? ! is sharp, at one point, numb, dizzy, a snap or pop; "
    "enter alone: nothing, go on."
)
_SHARP_KEY = "!"
_NO_ANSWER = "That is no answer here."


def ask_hurt(typed: str, keyboard: Keyboard, write: _Write) -> Hurt | None:
    """Return how much it hurts, as typed or asked; None for nothing."""
    line: str | None = typed
    while True:
        if not line:
            write([_QUESTION])
            line = keyboard.read_line(None)
            if not line:
                return None
        if line == _SHARP_KEY:
            return SHARP
        score = SCORE_KEYS.get("x" if line == "10" else line.lower())
        if score is not None:
            return Hurt(score)
        write([_NO_ANSWER])
        line = ""


def ask_flags(
    flags: Iterable[RedFlag], keyboard: Keyboard, write: _Write
) -> tuple[RedFlag, ...] | None:
    """Return the red flag that is true, or none; None where nothing was answered."""
    asked = asked_flags(flags)
    question = flag_question(asked)
    while True:
        write(question_lines(question))
        line = keyboard.read_line(None)
        if line is None:
            return None
        if line.lower() in question.keys:
            return () if line.lower() == "n" else (asked[int(line) - 1],)
        write([_NO_ANSWER])
