"""End of a session: what was done is saved, and the questions about it are opened."""

from textual.screen import Screen

from footcoach_tui.app.screens.flag_dialog import FlagScreen
from footcoach_tui.app.screens.live import LiveScreen
from footcoach_tui.app.screens.summary import SummaryScreen
from footcoach_tui.app.self_test_entries import save_results
from footcoach_tui.coach.questions.after_flow import ending_flag
from footcoach_tui.session.record import SessionRecord

_LEFT = "Session left. What you did is saved in the history."
_NOTHING_DONE = "Nothing was done, so nothing is saved."


def end_session(screen: LiveScreen) -> None:
    """Save the record of a session that is over, and ask how it was; without any work only close.

    A session that was left for later is saved, and asked about another time.
    """
    session, context, app = screen.live_session, screen.app_context, screen.app
    record = session.record()
    if record is None or record.is_empty:
        session.finish()
        app.notify(_NOTHING_DONE)
        screen.dismiss()
        return
    message = context.save_queue.save(record)
    message = " ".join(filter(None, (message, save_results(context, record))))
    if not context.save_queue.pending:
        session.finish()
    if session.player.was_left:
        app.notify(message or _LEFT, markup=False)
        screen.dismiss()
        return
    screen.close_above()
    app.switch_screen(_last_screen(screen, record, message))


def _last_screen(screen: LiveScreen, record: SessionRecord, message: str) -> Screen[None]:
    """Questions about the session, or the red flag with which it ended."""
    if flag := ending_flag(record, screen.app_context.catalogue.flags):
        return FlagScreen(flag)
    session = screen.live_session
    works = tuple(step.dose.work for step in session.routine.steps)
    asks_flags = session.player.progress.needs_flags
    return SummaryScreen(record, screen.app_context, message, works, asks_flags=asks_flags)
