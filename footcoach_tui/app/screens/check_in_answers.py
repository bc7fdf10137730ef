"""Saving of what a check-in was answered with, where no session keeps it."""

from footcoach_tui.app.context import AppContext
from footcoach_tui.coach.check_in_flow import CheckInFlow
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months.entries import EntryKind


def save_morning(app_context: AppContext, flow: CheckInFlow) -> str:
    """Save the answer about a morning with its session; the message says why it could not be."""
    if flow.morning is None or flow.morning_session is None:
        return ""
    asked = app_context.today().isoformat()
    morning = {"answer": str(flow.morning), "asked": asked}
    try:
        app_context.save_queue.update(flow.morning_session._replace(morning=morning))
    except HistoryError as error:
        return f"The answer about the morning is not saved: {error}"
    return ""


def save_check_in(app_context: AppContext, flow: CheckInFlow) -> str:
    """Save a check-in that no session follows, once sore or not was answered: pain counts too."""
    if flow.decision is None or flow.check_in.sore is None:
        return ""
    document = {
        "id": app_context.new_entry_id,
        "day": app_context.today().isoformat(),
        **flow.check_in.document(),
        **flow.decision.document(),
    }
    return app_context.save_queue.add_entry(EntryKind.CHECK_IN, document)
