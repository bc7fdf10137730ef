"""Launch: the screens that the app opens with.

The import loads all screens and the library, which takes as long as Textual itself. So the app
imports this module once its first frame is on the terminal.
"""

from dataclasses import dataclass

from textual.app import App
from textual.content import Content

from footcoach_tui.app.cards.sections import card
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.recovery import SessionRecovery
from footcoach_tui.app.save_retry import SaveRetry
from footcoach_tui.app.screens.begin import begin_routine
from footcoach_tui.app.screens.home import HomeScreen
from footcoach_tui.coach.rules.red_flags import FLAGS_TITLE, flag_sections
from footcoach_tui.playback.interrupted import InterruptedSession
from footcoach_tui.session.routine import Routine


@dataclass(frozen=True, slots=True)
class Launch:
    """Dependencies and first screen: the home screen unless there is a routine.

    `context` is the context of that routine if one was given; `resume` is a session to resume at
    once; `warnings` are shown first.
    """

    app_context: AppContext
    routine: Routine | None = None
    context: str = ""
    resume: InterruptedSession | None = None
    warnings: tuple[str, ...] = ()
    has_check_in: bool = True

    @property
    def red_flags(self) -> Content:
        """Page of the signs for which a professional is needed."""
        return card(flag_sections(self.app_context.catalogue.flags), FLAGS_TITLE)

    def push_screens(self, app: App[None]) -> None:
        """Open the first screens, in place of those that are open."""
        for _ in app.screen_stack[1:]:  # the loading screen stays below them all
            app.pop_screen()
        recovery = SessionRecovery(app, self.app_context)
        app.push_screen(HomeScreen(self.app_context, recovery.resume_or_report))
        if self.routine:
            begin_routine(
                app,
                self.app_context,
                self.routine,
                self.context,
                has_check_in=self.has_check_in,
            )
        SaveRetry(app, self.app_context.save_queue)  # stays alive as the callback of the queue
        if self.resume:
            recovery.resume(self.resume)
        else:
            app.run_worker(recovery.find_interrupted, thread=True)
        for warning in self.warnings:
            app.notify(warning, severity="warning", markup=False, timeout=10)
