"""Answers of a check-in on disk: under way, with the session before, and without a session."""

from datetime import date
from functools import partial

from footcoach_tui.app.context import AppContext
from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.answers.decision import Decision
from footcoach_tui.coach.decisions.day_check_in import counts_at_once
from footcoach_tui.coach.decisions.decide import decide
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.questions.check_in_flow import CheckInFlow
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.playback.check_in_file import CheckInFile
from footcoach_tui.session.routine import Routine


def new_flow(
    routine: Routine, context: str, log: TrainingLog, rules: Rules, today: date
) -> CheckInFlow:
    """Return the check-in of a routine at its first question."""
    decider = partial(_decide, routine, log, rules, today)
    return CheckInFlow.begin(routine, log, rules, today, context=context, decide=decider)


def _decide(
    routine: Routine, log: TrainingLog, rules: Rules, today: date, check_in: CheckIn
) -> Decision:
    return decide(routine, check_in, log, rules, today)


class CheckInAnswers:
    """Saves the answers of a check-in. Methods return why something could not be saved, or ""."""

    def __init__(self, app_context: AppContext) -> None:
        self._app_context = app_context
        self._file = CheckInFile(app_context.history.folders.state)
        self._saved: CheckIn | None = None

    def resume(self, flow: CheckInFlow) -> CheckInFlow:
        """Return a flow after the keys of one that was cut off a short while ago."""
        return self._file.resume(flow, self._app_context.new_session_info("").started)

    def save(self, flow: CheckInFlow) -> None:
        """Save the keys so far, in case the app is cut off."""
        self._file.save(flow, self._app_context.new_session_info("").started)

    def close(self, flow: CheckInFlow, *, has_session: bool) -> str:
        """Save what remains of a check-in, once it is over; its session keeps the rest.

        What counts for the day at once is saved also with a session, which may be cut off.
        """
        self._file.discard()
        messages = [self._save_morning(flow)]
        if not has_session or _counts_at_once(flow):
            messages.append(self.save_check_in(flow))
        return " ".join(filter(None, messages))

    def _save_morning(self, flow: CheckInFlow) -> str:
        if flow.morning is None or flow.morning_session is None:
            return ""
        asked = self._app_context.today().isoformat()
        morning = {"answer": str(flow.morning), "asked": asked}
        try:
            self._app_context.save_queue.update(flow.morning_session._replace(morning=morning))
        except HistoryError as error:
            return f"The answer about the morning is not saved: {error}"
        return ""

    def save_check_in(self, flow: CheckInFlow) -> str:
        """Save it on its own, once, where something was answered that counts for the day.

        Pain counts without a session too.
        """
        if flow.decision is None or flow.check_in == self._saved:
            return ""
        if flow.check_in.sore is None and not _counts_at_once(flow):
            return ""
        document = {
            "day": self._app_context.today().isoformat(),
            **flow.check_in.document(),
            **flow.decision.document(),
        }
        message = self._app_context.save_entry(EntryKind.CHECK_IN, document)
        self._saved = self._saved if message else flow.check_in
        return message


def _counts_at_once(flow: CheckInFlow) -> bool:
    return flow.decision is not None and counts_at_once(flow.check_in, flow.decision)
