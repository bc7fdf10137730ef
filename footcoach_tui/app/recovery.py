"""Sessions that were cut off: found at the start, asked about once, and taken up again."""

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
    """What an app does with the journals it finds."""

    def __init__(self, app: App[None], parts: AppContext) -> None:
        """Nothing is looked for yet."""
        self._app = app
        self._app_context = parts

    def find_interrupted(self) -> None:
        """Find sessions that were begun and not ended; to be run in a thread of its own."""
        found, problems = self._app_context.journals.find_interrupted()
        saved = {one.info.id for one in found if self._app_context.history.get(one.info.id)}
        self._app.call_from_thread(self._found, found, saved, problems)

    def resume(self, cut_off: InterruptedSession) -> None:
        """Open a session where it was cut off, or to be watched if another plays it.

        Raises HistoryError where that has changed since it was found.
        """
        parts = self._app_context
        if cut_off.is_live:
            self._watch(cut_off)
            return
        under_way = LiveSession.resume(cut_off, parts.clock_at_speed, parts.journals)
        context = cut_off.info.context
        self._app.push_screen(PlayScreen(parts, cut_off.routine, context, under_way))

    def _found(
        self, found: tuple[InterruptedSession, ...], saved: set[str], problems: tuple[Problem, ...]
    ) -> None:
        """`saved` are the ids of those that are in the history."""
        for problem in problems:
            self._notify(str(problem))
        for one in found:
            if one.is_live:
                continue
            if one.info.id in saved:  # as it is there it may say more: how hard it was
                self._discard(one)
            elif one.is_over:  # only its way into the history was cut off
                self._apply_choice(one, ResumeChoice.SAVE)
        left = (one for one in found if one.info.id not in saved)
        asked = next((one for one in left if not (one.is_live or one.is_over)), None)
        if asked:
            self._app.push_screen(ResumeDialog(asked), partial(self._apply_choice, asked))
        screens = [one for one in self._app.screen_stack if isinstance(one, PlayScreen)]
        ours = [one.live_session.info for one in screens]
        for live in [one for one in found if one.is_live and one.info not in ours]:
            if asked:
                self._notify(f"Another footcoach is playing {live.routine.title} right now.")
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
        watching = SessionFollower(live, self._app_context.clock_at_speed(live.info.speed))
        self._app.push_screen(
            WatchScreen(self._app_context, watching), partial(self._on_watch_closed, watching)
        )

    def _on_watch_closed(self, watching: SessionFollower, _: None) -> None:
        """Where the other footcoach ended, say so; what it left behind is asked about."""
        if watching.is_live:
            return
        self._notify(f"The other footcoach has ended {watching.routine.title}.")
        self._app.run_worker(self.find_interrupted, thread=True)

    def _apply_choice(self, cut_off: InterruptedSession, choice: ResumeChoice | None) -> None:
        try:
            if choice is ResumeChoice.RESUME:
                self.resume(cut_off)
            elif choice is ResumeChoice.SAVE:
                self._save(cut_off)
            elif choice is ResumeChoice.DISCARD:
                self._app_context.journals.discard(cut_off)
        except HistoryError as error:
            self._notify(str(error))

    def _save(self, cut_off: InterruptedSession) -> None:
        keeper = self._app_context.save_queue
        told = keeper.save(cut_off.record())
        if not keeper.pending:
            self._discard(cut_off)
        self._notify(told or f"{cut_off.routine.title} is in the history.")

    def _discard(self, cut_off: InterruptedSession) -> None:
        """Where it cannot be, it is found again, and that it is in the history too."""
        with suppress(HistoryError):
            self._app_context.journals.discard(cut_off)

    def _notify(self, sentence: str) -> None:
        self._app.notify(sentence, markup=False, timeout=10)
