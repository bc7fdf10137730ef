"""Question when a professional has seen what was to be checked."""

from collections.abc import Callable
from datetime import timedelta

from textual.app import App

from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.number_dialog import NumberDialog
from footcoach_tui.coach.answers.clearance import Clearance
from footcoach_tui.history.months.entries import EntryKind

_QUESTION = "Seen, and told that you may exercise: how many days ago? 0 is today."
_MAX_DAYS_AGO = 60


def ask_when_seen(
    app: App[None], app_context: AppContext, flags: tuple[str, ...], on_saved: Callable[[], object]
) -> None:
    """Ask, and close the red flags from that day on."""

    def save(days: float | None) -> None:
        if days is None:
            return
        cleared = Clearance(app_context.today() - timedelta(days=int(days)), flags)
        if message := app_context.save_entry(EntryKind.CLEARED, cleared.document()):
            app.notify(message, severity="warning", markup=False, timeout=10)
        on_saved()

    app.push_screen(NumberDialog(_QUESTION, _MAX_DAYS_AGO), save)
