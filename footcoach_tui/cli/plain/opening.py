"""Start of a plain session: the cautions are read, and the conditions answered."""

from collections.abc import Callable, Iterable

from footcoach_tui.cli.errors import CliError
from footcoach_tui.cli.plain.keyboard import Keyboard
from footcoach_tui.cli.plain.lines import answer_lines, opening_lines
from footcoach_tui.session.routine import GateAnswer, Routine

_ANSWERS = {"": GateAnswer.EXCLUDED, "y": GateAnswer.MET, "n": GateAnswer.READY}
_CONDITIONS = (
    "All true, and none of the second list? y: yes. n: not all true yet, but none of the second "
    "list. Enter alone: no answer, sore, or a health reason."
)


def open_session(
    routine: Routine,
    keyboard: Keyboard,
    write: Callable[[Iterable[str]], None],
    *,
    answer: GateAnswer | None,
    is_ready: bool,
) -> Routine | None:
    """Return the routine to play once its cautions are read; None if a signal came.

    `answer` is that of the command line, None without one; `is_ready`: nothing waits for a key.
    Raises CliError if nothing may be played, or a key is needed that cannot be pressed.
    """
    write(opening_lines(routine))
    if not (is_ready or keyboard.is_open):
        raise CliError("there is no keyboard: read the cautions, then add --ready to start")
    has_gates = bool(routine.gates or routine.gated)
    if answer is None and has_gates and keyboard.is_open and not is_ready:
        typed = _typed(keyboard, write, _CONDITIONS, tuple(_ANSWERS))
        if typed is None:
            return None
        answer = _ANSWERS[typed]
    elif not is_ready and _typed(keyboard, write, "Press enter when you have read this.") is None:
        return None
    answer = answer or GateAnswer.EXCLUDED
    if not routine.can_start(answer):
        raise CliError(
            f"{routine.id} has conditions. Read them with “footcoach show {routine.id}”; "
            "if all are true for you, add --conditions-met"
        )
    write(answer_lines(routine, answer))
    return routine.after(answer)


def _typed(
    keyboard: Keyboard,
    write: Callable[[Iterable[str]], None],
    question: str,
    answers: tuple[str, ...] = (),
) -> str | None:
    """Return an answer, any if none are given; None if no keyboard is left or a signal came."""
    write([question])
    while (line := keyboard.read_line(None)) is not None:
        if not answers or line.lower() in answers:
            return line.lower()
        write([question])
    return None
