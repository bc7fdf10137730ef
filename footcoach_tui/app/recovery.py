"""Recovery of interrupted sessions: found at the start, asked about once, and resumed."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from textual.app import App

from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.dialogs import ResumeChoice, ResumeDialog, WatchDialog
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.screens.watch import WatchScreen
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.playback.follower import SessionFollower
from footcoach_tui.playback.interrupted import InterruptedSession
from footcoach_tui.playback.live_session import LiveSession


class SessionRecovery:
    """Handles the journals that an app finds."""

    def __init__(self, app: App[None], app_context: AppContext) -> None:
        self._app = app
        self._app_context = app_context

    def find_interrupted(self) -> None:
        """Find interrupted sessions; for a worker thread, as it reads files."""
        interrupted, problems = self._app_context.journals.find_interrupted()
        ids = {session.info.id for session in interrupted}
        saved_ids = {id_ for id_ in ids if self._app_context.history.get(id_)}
        self._app.call_later(self._on_found, interrupted, saved_ids, problems)

    def resume(self, session: InterruptedSession) -> None:
        """Resume a session, or watch it if another footcoach is playing it.

        Raises HistoryError where that has changed since it was found.
        """
        if session.is_live:
            self._watch(session)
            return
        app_context = self._app_context
        live = LiveSession.resume(session, app_context.clock_at_speed, app_context.journals)
        self._app.push_screen(PlayScreen(app_context, session.routine, session.info.context, live))

    def resume_or_report(self, session: InterruptedSession) -> None:
        """Resume a session that may have changed since it was found."""
        try:
            self.resume(session)
        except HistoryError as error:
            self._notify(f"{error}.")

    def ask(self, session: InterruptedSession, begin: Callable[[], None]) -> None:
        """Ask about a session whose routine is to begin anew; once it is settled, `begin`."""

        def answer(choice: ResumeChoice | None) -> None:
            self._apply_choice(session, choice)
            if choice in (ResumeChoice.SAVE, ResumeChoice.DISCARD):
                begin()

        self._app.push_screen(ResumeDialog(session), answer)

    def _on_found(
        self,
        interrupted: tuple[InterruptedSession, ...],
        saved_ids: set[str],
        problems: tuple[Problem, ...],
    ) -> None:
        """Ask about one session at most; `saved_ids` are those in the history."""
        for problem in problems:
            self._notify(str(problem))
        for session in interrupted:
            if session.is_live:
                continue
            if session.info.id in saved_ids:  # the history may have more: the effort, a note
                self._discard(session)
            elif session.is_over:  # only its saving was interrupted
                self._apply_choice(session, ResumeChoice.SAVE)
        unsaved = (session for session in interrupted if session.info.id not in saved_ids)
        asked = next((item for item in unsaved if not (item.is_live or item.is_over)), None)
        if asked:
            self._app.push_screen(ResumeDialog(asked), partial(self._apply_choice, asked))
        screens = [screen for screen in self._app.screen_stack if isinstance(screen, PlayScreen)]
        own = [screen.live_session.info for screen in screens]
        for live in [item for item in interrupted if item.is_live and item.info not in own]:
            if asked:
                self._notify(f"{live.routine.title} is running in another window.")
            else:
                asked = live
                self._app.push_screen(WatchDialog(live), partial(self._answer_watch_prompt, live))

    def _answer_watch_prompt(self, live: InterruptedSession, is_wanted: bool | None) -> None:  # noqa: FBT001 - an answer
        if is_wanted:
            try:
                self._watch(live)
            except HistoryError as error:
                self._notify(f"{error}.")

    def _watch(self, live: InterruptedSession) -> None:
        follower = SessionFollower(live, self._app_context.clock_at_speed(live.info.speed))
        self._app.push_screen(
            WatchScreen(self._app_context, follower), partial(self._on_watch_closed, follower)
        )

    def _on_watch_closed(self, follower: SessionFollower, _: None) -> None:
        """Report the end of the other footcoach, and look for a session that it left behind."""
        if follower.is_live:
            return
        self._notify(f"{follower.routine.title} has ended in the other window.")
        self._app.run_worker(self.find_interrupted, thread=True)

    def _apply_choice(self, session: InterruptedSession, choice: ResumeChoice | None) -> None:
        try:
            if choice is ResumeChoice.RESUME:
                self.resume(session)
            elif choice is ResumeChoice.SAVE:
                self._save(session)
            elif choice is ResumeChoice.DISCARD:
                self._app_context.journals.discard(session)
        except HistoryError as error:
            self._notify(str(error))

    def _save(self, session: InterruptedSession) -> None:
        record, save_queue = session.record(), self._app_context.save_queue
        if record.is_empty:
            self._discard(session)
            self._notify("Nothing was done, so nothing is saved.")
            return
        message = save_queue.save(record)
        if not save_queue.pending:
            self._discard(session)
        self._notify(message or f"{session.routine.title} is saved in the history.")

    def _discard(self, session: InterruptedSession) -> None:
        with suppress(HistoryError):  # then it is found again at the next start
            self._app_context.journals.discard(session)

    def _notify(self, message: str) -> None:
        self._app.notify(message, markup=False, timeout=10)
