"""Launch: the screens that the app opens with.

The import loads the start screen and the library, so the app imports this module once its first
frame is on the terminal. The other screens and the coach are loaded once the lists are filled.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App
from textual.content import Content

from footcoach_tui.app.cards.sections import card
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.save_retry import SaveRetry
from footcoach_tui.app.screens.begin import begin_routine
from footcoach_tui.app.screens.home import HomeScreen
from footcoach_tui.app.screens.today import Resuming
from footcoach_tui.app.session_lists.latest import LatestSessions
from footcoach_tui.coach.rules.red_flags import FLAGS_TITLE, flag_sections
from footcoach_tui.session.routine import Routine

if TYPE_CHECKING:  # for the type checker only: see above
    from footcoach_tui.app.recovery import SessionRecovery
    from footcoach_tui.playback.interrupted import InterruptedSession


@dataclass(frozen=True, slots=True)
class Launch:
    """Dependencies and first screen: the home screen unless there is a routine, and then after it.

    `context` is the context of that routine if one was given; `resume` is a session to resume at
    once; `warnings` are shown first, `config_mistakes` is the number of those in the config.
    `latest` fills the start screen's history at once.
    """

    app_context: AppContext
    routine: Routine | None = None
    context: str = ""
    resume: "InterruptedSession | None" = None
    warnings: tuple[str, ...] = ()
    has_check_in: bool = True
    latest: LatestSessions | None = None
    config_mistakes: int = 0

    @property
    def red_flags(self) -> Content:
        """Page of the signs for which a professional is needed."""
        return card(flag_sections(self.app_context.catalogue.flags), FLAGS_TITLE)

    def push_screens(self, app: App[None]) -> None:
        """Open the first screens, in place of those that are open."""
        for _ in app.screen_stack[1:]:  # the loading screen stays below them all
            app.pop_screen()
        if self.resume:
            self._recovery(app).resume(self.resume)
        elif self.routine:
            begin_routine(
                app,
                self.app_context,
                self.routine,
                self.context,
                has_check_in=self.has_check_in,
            )
        else:
            self.open_home(app)
        SaveRetry(app, self.app_context.save_queue)  # stays alive as the callback of the queue
        if not self.resume:
            find = partial(app.run_worker, partial(self._find_interrupted, app), thread=True)
            app.screen.call_after_refresh(find)
        # From now on changes of own files count.
        look = partial(app.run_worker, self.app_context.read_changed, thread=True)
        app.screen.call_after_refresh(look)
        for warning in self.warnings:
            app.notify(warning, severity="warning", markup=False, timeout=10)

    def open_home(self, app: App[None]) -> None:
        resuming = Resuming(partial(self._resume_or_report, app), partial(self._ask, app))
        home = HomeScreen(self.app_context, resuming, self.latest, self.config_mistakes)
        for path in home.css_path:  # Textual would parse all other styles anew with them
            app.stylesheet.read(path)
        app.push_screen(home)

    def _find_interrupted(self, app: App[None]) -> None:
        self._recovery(app).find_interrupted()

    def _resume_or_report(self, app: App[None], session: "InterruptedSession") -> None:
        self._recovery(app).resume_or_report(session)

    def _ask(
        self, app: App[None], session: "InterruptedSession", begin: Callable[[], None]
    ) -> None:
        self._recovery(app).ask(session, begin)

    def _recovery(self, app: App[None]) -> "SessionRecovery":
        from footcoach_tui.app.recovery import SessionRecovery  # noqa: PLC0415 - see above

        return SessionRecovery(app, self.app_context)
