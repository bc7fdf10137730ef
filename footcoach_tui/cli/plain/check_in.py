"""Check-in as lines of text: asked before a plain session, and by `footcoach checkin`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from footcoach_tui.boundary import local_time
from footcoach_tui.cli.coach.check_in_lines import (
    CHECK_IN_HELP,
    decision_lines,
    offer_lines,
    question_lines,
)
from footcoach_tui.cli.coach.context import CoachContext
from footcoach_tui.cli.plain.keyboard import Keyboard
from footcoach_tui.coach.answers.decision import Decision
from footcoach_tui.coach.decisions.decide import decide
from footcoach_tui.coach.questions.check_in_flow import ENTER, CheckInFlow, QuestionKind
from footcoach_tui.playback.check_in_file import CheckInFile
from footcoach_tui.session.routine import Routine

Write = Callable[[Iterable[str]], None]

_SAME_KEYS = {"": ENTER, "10": "x"}
_LEAVE, _BACK, _SKIP = "q", "back", "skip"
_NO_ANSWER = "That is no answer here."


@dataclass(frozen=True, slots=True)
class CheckInResult:
    """Check-in with its decision. `is_begun`: the person wants to play `decision.routine`."""

    flow: CheckInFlow
    decision: Decision
    is_begun: bool = False

    @property
    def is_answered(self) -> bool:
        """Whether every question was answered or skipped, but for the one that starts."""
        question = self.flow.question
        return question is None or question.kind is QuestionKind.START


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


@dataclass(slots=True)
class CheckInDialogue:
    """Check-in asked with a keyboard; the keys are kept in `file` until it has ended.

    With `may_begin` the last question, and what is offered instead, are asked too.
    """

    coach: CoachContext
    keyboard: Keyboard
    write: Write
    file: CheckInFile
    may_begin: bool = True
    _shown: Decision | None = None

    def ask(self, flow: CheckInFlow) -> CheckInResult:
        """Ask to the end, or until the person leaves; an interrupted check-in is resumed."""
        flow = self.file.resume(flow, local_time.now())
        self.write([CHECK_IN_HELP])
        while True:
            if flow.question is None or flow.question.kind is QuestionKind.START:
                self._show(flow)
                if not self._asks_to_begin(flow):
                    return CheckInResult(flow, _decision(flow), is_begun=self._is_begun(flow))
            self.write(question_lines(flow.question) if flow.question else [])
            self.write(offer_lines(self._offers(flow)))
            line = self.keyboard.read_line(None)
            if line is None or line.lower() == _LEAVE:
                return CheckInResult(flow, _decision(flow))
            if chosen := self._chosen_offer(flow, line):
                return self._result_of(flow, chosen)
            flow = self._after(flow, line.lower())

    def _asks_to_begin(self, flow: CheckInFlow) -> bool:
        return self.may_begin and bool(flow.question or self._offers(flow))

    def _is_begun(self, flow: CheckInFlow) -> bool:
        return self.may_begin and flow.is_over and _decision(flow).routine is not None

    def _show(self, flow: CheckInFlow) -> None:
        """Write the decision, once."""
        if flow.decision and flow.decision != self._shown:
            self._shown = flow.decision
            self.write(decision_lines(flow.decision))

    def _offers(self, flow: CheckInFlow) -> tuple[Routine, ...]:
        """Return what is offered beside the routine that the key that starts would begin."""
        decision = flow.decision
        is_last = flow.question is None or flow.question.kind is QuestionKind.START
        if not (decision and is_last):
            return ()
        if flow.is_over and decision.routine:
            return ()
        played = decision.routine.id if decision.routine else ""
        routines = self.coach.rules.routines
        return tuple(routines[id_] for id_ in decision.offers if id_ != played and id_ in routines)

    def _chosen_offer(self, flow: CheckInFlow, line: str) -> Routine | None:
        numbered = {str(n): routine for n, routine in enumerate(self._offers(flow), 1)}
        return numbered.get(line)

    def _result_of(self, flow: CheckInFlow, offer: Routine) -> CheckInResult:
        """Return the decision about an offered routine, with the same answers."""
        coach = self.coach
        decision = decide(offer, flow.check_in, coach.log, coach.rules, coach.today)
        self.write(decision_lines(decision))
        return CheckInResult(flow, decision, is_begun=decision.routine is not None)

    def _after(self, flow: CheckInFlow, line: str) -> CheckInFlow:
        if line == _BACK:
            after = flow.back()
        elif line == _SKIP:
            after = flow.skip()
        else:
            after = flow.answer(_SAME_KEYS.get(line, line))
        if after is flow:
            self.write([_NO_ANSWER])
        self.file.save(after, local_time.now())
        return after


def _decision(flow: CheckInFlow) -> Decision:
    """Return the decision of a flow that was begun with a function that decides."""
    assert flow.decision  # noqa: S101 - for the type checker
    return flow.decision
