"""Saving of a check-in: as an entry where nothing is played, and of the morning's answer."""

from footcoach_tui.cli.coach.context import CoachContext
from footcoach_tui.cli.errors import warn
from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.answers.decision import Decision, Verdict
from footcoach_tui.coach.questions.check_in_flow import CheckInFlow
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months.entries import EntryKind


def is_as_planned(decision: Decision) -> bool:
    """Whether the routine that was asked for is played, perhaps with changes."""
    return decision.verdict in (Verdict.GO, Verdict.LIGHTER)


def check_in_document(check_in: CheckIn, decision: Decision) -> dict[str, object]:
    """Return the answers with what was decided, as a session keeps them."""
    return check_in.document() | decision.document()


def save_check_in(coach: CoachContext, check_in: CheckIn, decision: Decision) -> None:
    """Save a check-in that led to no session, as an entry. Raises HistoryError."""
    document = check_in_document(check_in, decision)
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
