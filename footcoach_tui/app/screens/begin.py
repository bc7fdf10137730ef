"""Beginning of a routine: with the check-in where there is a coach.

The check-in loads all of the coach, which takes as long as the start screen itself: so it is
imported once that is on the terminal.
"""

# ruff: noqa: PLC0415 - see above

from textual.app import App

from footcoach_tui.app.context import AppContext
from footcoach_tui.session.routine import Routine


def begin_routine(
    app: App[None],
    app_context: AppContext,
    routine: Routine,
    context: str = "",
    *,
    has_check_in: bool = True,
) -> None:
    """Open a routine to play it.

    Without a check-in nothing is asked, and what is already known still holds. A session at another
    speed does not count, so the coach has no say in it.
    """
    routine = app_context.own_swaps.apply(routine, app_context.catalogue.exercises)
    if app_context.rules is None or app_context.new_session_info(context).speed != 1.0:
        from footcoach_tui.app.screens.play import PlayScreen

        app.push_screen(PlayScreen(app_context, routine, context))
    else:
        from footcoach_tui.app.screens.check_in import CheckInScreen

        app.push_screen(CheckInScreen(app_context, routine, context, is_skipped=not has_check_in))
