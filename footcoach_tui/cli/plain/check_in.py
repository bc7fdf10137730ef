"""Check-in as lines of text: asked before a plain session, and by `footcoach checkin`."""

from collections.abc import Callable, Iterable
from functools import partial

from footcoach_tui import wiring
from footcoach_tui.cli.coach.check_in_lines import CHECK_IN_HELP, decision_lines, question_lines
from footcoach_tui.cli.coach.context import CoachContext
from footcoach_tui.cli.errors import warn
from footcoach_tui.cli.plain.keyboard import Keyboard
from footcoach_tui.coach.check_in_flow import ENTER, CheckInFlow, QuestionKind
from footcoach_tui.coach.decide import decide
from footcoach_tui.coach.decision import Decision, Verdict
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.playback.check_in_file import CheckInFile
from footcoach_tui.session.routine import Routine

Write = Callable[[Iterable[str]], None]

_SAME_KEYS = {"": ENTER, "10": "x"}
_LEAVE, _BACK, _SKIP = "q", "back", "skip"
_AS_PLANNED = (Verdict.GO, Verdict.LIGHTER)


def begin_check_in(coach: CoachContext, routine: Routine, context: str = "") -> CheckInFlow:
    """Return the check-in before a routine, at its first question."""
    log, rules, today = coach.log, coach.rules, coach.today
    return CheckInFlow.begin(
        routine,
        log,
        rules,
        today,
        context=context,
        decide=lambda check_in: decide(routine, check_in, log, rules, today),
    )


def ask_check_in(
    flow: CheckInFlow, keyboard: Keyboard, write: Write, file: CheckInFile
) -> tuple[CheckInFlow, bool]:
    """Ask to the end; returns the flow, and whether the person wants to begin.

    Keys of an interrupted check-in count as typed. What is typed is kept in the file, until the
    person has said whether to begin.
    """
    flow = file.resume(flow, wiring.now())
    write([CHECK_IN_HELP])
    shown: Decision | None = None
    while flow.question is not None:
        if flow.question.kind is QuestionKind.START and flow.decision != shown:
            shown = flow.decision
            write(decision_lines(shown) if shown else [])
        write(question_lines(flow.question))
        line = keyboard.read_line(None)
        if line is None or line.lower() == _LEAVE:
            return flow, False
        after = _after(flow, line.lower())
        if after is flow:
            write(["That is no answer here."])
        flow = after
        file.save(flow, wiring.now())
    if flow.decision != shown:
        write(decision_lines(flow.decision) if flow.decision else [])
    return flow, bool(flow.decision and flow.decision.routine)


def _after(flow: CheckInFlow, line: str) -> CheckInFlow:
    moves = {_BACK: flow.back, _SKIP: flow.skip}
    return moves.get(line, partial(flow.answer, _SAME_KEYS.get(line, line)))()


def save_check_in(coach: CoachContext, flow: CheckInFlow) -> None:
    """Save a check-in that led to no session, as an entry of the history."""
    document = flow.check_in.document() | (flow.decision.document() if flow.decision else {})
    coach.save_entry(EntryKind.CHECK_IN, {"day": coach.today.isoformat(), **document})


def save_morning(coach: CoachContext, flow: CheckInFlow) -> None:
    """Save the answer on the morning in the session that it belongs to; warns if it cannot be."""
    if flow.morning is None or flow.morning_session is None:
        return
    morning = {"answer": str(flow.morning), "asked": coach.today.isoformat()}
    try:
        warn(coach.history.update(flow.morning_session._replace(morning=morning)).warnings)
    except HistoryError as error:
        warn([error])


def is_as_planned(decision: Decision | None) -> bool:
    """Whether the routine that was asked for is played, perhaps with changes."""
    return decision is None or decision.verdict in _AS_PLANNED
