"""Questions before a pause of the plan: why, and for how long."""

from collections.abc import Callable
from datetime import date, timedelta

from textual.app import App

from footcoach_tui.app.screens.dialogs import PauseDialog
from footcoach_tui.app.screens.number_dialog import NumberDialog
from footcoach_tui.coach.answers.plan_choice import PauseReason, PlanChoice
from footcoach_tui.coach.plans.changes import paused

_DAYS = "For how many days, today included? 0: until you go on."
_MAX_DAYS = 365


def ask_pause(
    app: App[None], choice: PlanChoice, today: date, on_choice: Callable[[PlanChoice], object]
) -> None:
    """Ask, and hand over the choice with a pause from today on; not if a dialog is closed."""

    def ask_days(reason: PauseReason | None) -> None:
        def pause(days: float | None) -> None:
            if reason and days is not None:
                last = today + timedelta(days=int(days) - 1) if int(days) else None
                on_choice(paused(choice, today, last, reason))

        if reason:
            app.push_screen(NumberDialog(_DAYS, _MAX_DAYS), pause)

    app.push_screen(PauseDialog(), ask_days)
