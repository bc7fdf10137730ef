"""Start of a plain session: the cautions are read, and the conditions answered."""

from collections.abc import Callable, Iterable

from footcoach_tui.cli.errors import CliError
from footcoach_tui.cli.plain.keyboard import Keyboard
from footcoach_tui.cli.plain.lines import answer_lines, opening_lines
from footcoach_tui.session.dose import CountUp, Measurement
from footcoach_tui.session.routine import GateAnswer, Routine
from footcoach_tui.text.safety import answer_line, answers_of

_ANSWERS = {"": GateAnswer.EXCLUDED, "y": GateAnswer.MET, "n": GateAnswer.READY}
_READ = "Press enter when you have read this; q leaves."


def open_session(
    routine: Routine,
    keyboard: Keyboard,
    write: Callable[[Iterable[str]], None],
    *,
    answer: GateAnswer | None,
    is_ready: bool,
    training: str = "",
) -> Routine | None:
    """Return the routine to play once its cautions are read; None if the person left.

    `answer` is that of the command line, None without one; `is_ready`: nothing waits for a key;
    `training` is what the history says about the conditions.
    Raises CliError if nothing may be played, or a key is needed that cannot be pressed.
    """
    has_gates = bool(routine.gates or routine.gated)
    can_ask = answer is None and has_gates and keyboard.is_open and not is_ready
    if not can_ask:
        _check(routine, answer or GateAnswer.EXCLUDED)
    write(line for line in (*opening_lines(routine), training) if line)
    if not (is_ready or keyboard.is_open):
        raise CliError("there is no keyboard: read the cautions, then add --ready to start")
    if not keyboard.is_open and any(
        isinstance(step.dose.work, CountUp | Measurement) for step in routine.steps
    ):
        raise CliError("this routine is a test, which needs a keyboard: enter ends each try")
    if can_ask:
        letters = {key: each for key, each in _ANSWERS.items() if each in answers_of(routine)}
        write(
            f"{key or 'Enter alone'}: {answer_line(routine, each)}" for key, each in letters.items()
        )
        typed = _typed(keyboard, write, "Your answer, and enter; q leaves.", tuple(letters))
        if typed is None:
            return None
        answer = _ANSWERS[typed]
    elif not is_ready and _typed(keyboard, write, _READ) is None:
        return None
    answer = answer or GateAnswer.EXCLUDED
    _check(routine, answer)
    write(answer_lines(routine, answer))
    return routine.after(answer)


def _check(routine: Routine, answer: GateAnswer) -> None:
    """Raise CliError if the answer to its conditions leaves nothing of the routine."""
    if not routine.can_start(answer):
        raise CliError(
            f"{routine.id} has conditions. Read them with “footcoach show {routine.id}”; "
            "it starts if all are true for you, with --conditions-met"
        )


def _typed(
    keyboard: Keyboard,
    write: Callable[[Iterable[str]], None],
    question: str,
    answers: tuple[str, ...] = (),
) -> str | None:
    """Return an answer, any if none are given; None if the person left, or a signal came."""
    write([question])
    while (line := keyboard.read_line(None)) is not None:
        answer = line.lower()
        if answer == "q":
            return None
        if not answers or answer in answers:
            return answer
        write([question])
    return None
