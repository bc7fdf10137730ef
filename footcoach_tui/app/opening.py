"""What the app opens with, and the screens it opens.

Importing this brings all of them, with the library and what checks it: as much work again as
Textual itself. So the app asks for it once its first picture stands on the terminal.
"""

from dataclasses import dataclass

from textual.app import App

from footcoach_tui.app.parts import Parts
from footcoach_tui.app.retrying import Retrying
from footcoach_tui.app.screens.home import HomeScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.taking_up import TakingUp
from footcoach_tui.playing.journals import CutOff
from footcoach_tui.session.routine import Routine


@dataclass(frozen=True, slots=True)
class Opening:
    """The parts, and where to begin: at the start screen unless there is a routine.

    `context` is the occasion of that routine if it was named; `resume` is a session to be taken
    up at once; `told` are sentences to be seen first.
    """

    parts: Parts
    routine: Routine | None = None
    context: str = ""
    resume: CutOff | None = None
    told: tuple[str, ...] = ()

    def show(self, app: App[None]) -> None:
        """Open the first screens, in the place of those that are shown."""
        for _ in app.screen_stack[1:]:  # below them all lies the first picture
            app.pop_screen()
        app.push_screen(HomeScreen(self.parts))
        if self.routine:
            app.push_screen(PlayScreen(self.parts, self.routine, self.context))
        Retrying(app, self.parts.keeper)  # the keeper holds it, and wakes it
        taking_up = TakingUp(app, self.parts)
        if self.resume:
            taking_up.take_up(self.resume)
        else:
            app.run_worker(taking_up.look, thread=True)
        for sentence in self.told:
            app.notify(sentence, severity="warning", markup=False, timeout=10)
