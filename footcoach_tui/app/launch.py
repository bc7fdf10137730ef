"""What the app opens with, and the screens it opens.

Importing this brings all of them, with the library and what checks it: as much work again as
Textual itself. So the app asks for it once its first picture stands on the terminal.
"""

from dataclasses import dataclass

from textual.app import App

from footcoach_tui.app.context import AppContext
from footcoach_tui.app.recovery import SessionRecovery
from footcoach_tui.app.save_retry import SaveRetry
from footcoach_tui.app.screens.home import HomeScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.playback.interrupted import InterruptedSession
from footcoach_tui.session.routine import Routine


@dataclass(frozen=True, slots=True)
class Launch:
    """The parts, and where to begin: at the start screen unless there is a routine.

    `context` is the occasion of that routine if it was named; `resume` is a session to be taken
    up at once; `told` are sentences to be seen first.
    """

    app_context: AppContext
    routine: Routine | None = None
    context: str = ""
    resume: InterruptedSession | None = None
    warnings: tuple[str, ...] = ()

    def push_screens(self, app: App[None]) -> None:
        """Open the first screens, in the place of those that are shown."""
        for _ in app.screen_stack[1:]:  # below them all lies the first picture
            app.pop_screen()
        app.push_screen(HomeScreen(self.app_context))
        if self.routine:
            app.push_screen(PlayScreen(self.app_context, self.routine, self.context))
        SaveRetry(app, self.app_context.save_queue)  # the keeper holds it, and wakes it
        taking_up = SessionRecovery(app, self.app_context)
        if self.resume:
            taking_up.resume(self.resume)
        else:
            app.run_worker(taking_up.find_interrupted, thread=True)
        for sentence in self.warnings:
            app.notify(sentence, severity="warning", markup=False, timeout=10)
