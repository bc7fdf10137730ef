"""Sessions that were cut off: found at the start, asked about once, and taken up again."""

from contextlib import suppress
from functools import partial

from textual.app import App

from footcoach_tui.app.parts import Parts
from footcoach_tui.app.screens.leave import BesideScreen, ResumeChoice, ResumeScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.screens.watch import WatchScreen
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.history.problem import HistoryError
from footcoach_tui.playing.journals import CutOff
from footcoach_tui.playing.under_way import UnderWay
from footcoach_tui.playing.watching import Watching


class TakingUp:
    """What an app does with the journals it finds."""

    def __init__(self, app: App[None], parts: Parts) -> None:
        """Nothing is looked for yet."""
        self._app = app
        self._parts = parts

    def look(self) -> None:
        """Find sessions that were begun and not ended; to be run in a thread of its own."""
        found, problems = self._parts.journals.cut_off()
        saved = {one.heading.id for one in found if self._parts.history.get(one.heading.id)}
        self._app.call_from_thread(self._found, found, saved, problems)

    def take_up(self, cut_off: CutOff) -> None:
        """Open a session where it was cut off, or to be watched if another plays it.

        Raises HistoryError where that has changed since it was found.
        """
        parts = self._parts
        if cut_off.is_live:
            self._watch(cut_off)
            return
        under_way = UnderWay.taken_up(cut_off, parts.clock_at, parts.journals)
        context = cut_off.heading.context
        self._app.push_screen(PlayScreen(parts, cut_off.routine, context, under_way))

    def _found(
        self, found: tuple[CutOff, ...], saved: set[str], problems: tuple[Problem, ...]
    ) -> None:
        """`saved` are the ids of those that are in the history."""
        for problem in problems:
            self._say(str(problem))
        for one in found:
            if one.is_live:
                continue
            if one.heading.id in saved:  # as it is there it may say more: how hard it was
                self._discard(one)
            elif one.is_over:  # only its way into the history was cut off
                self._decided(one, ResumeChoice.SAVE)
        left = (one for one in found if one.heading.id not in saved)
        asked = next((one for one in left if not (one.is_live or one.is_over)), None)
        if asked:
            self._app.push_screen(ResumeScreen(asked), partial(self._decided, asked))
        screens = [one for one in self._app.screen_stack if isinstance(one, PlayScreen)]
        ours = [one.playing.heading for one in screens]
        for live in [one for one in found if one.is_live and one.heading not in ours]:
            if asked:
                self._say(f"Another footcoach is playing {live.routine.title} right now.")
            else:
                asked = live
                self._app.push_screen(BesideScreen(live), partial(self._beside, live))

    def _beside(self, live: CutOff, is_wanted: bool | None) -> None:  # noqa: FBT001 - an answer
        if is_wanted:
            try:
                self._watch(live)
            except HistoryError as error:
                self._say(f"{error}.")

    def _watch(self, live: CutOff) -> None:
        watching = Watching(live, self._parts.clock_at(live.heading.speed))
        self._app.push_screen(WatchScreen(self._parts, watching), partial(self._watched, watching))

    def _watched(self, watching: Watching, _: None) -> None:
        """Where the other footcoach ended, say so; what it left behind is asked about."""
        if watching.is_live:
            return
        self._say(f"The other footcoach has ended {watching.routine.title}.")
        self._app.run_worker(self.look, thread=True)

    def _decided(self, cut_off: CutOff, choice: ResumeChoice | None) -> None:
        try:
            if choice is ResumeChoice.RESUME:
                self.take_up(cut_off)
            elif choice is ResumeChoice.SAVE:
                self._save(cut_off)
            elif choice is ResumeChoice.DISCARD:
                self._parts.journals.discard(cut_off)
        except HistoryError as error:
            self._say(str(error))

    def _save(self, cut_off: CutOff) -> None:
        keeper = self._parts.keeper
        told = keeper.keep(cut_off.record())
        if not keeper.held:
            self._discard(cut_off)
        self._say(told or f"{cut_off.routine.title} is in the history.")

    def _discard(self, cut_off: CutOff) -> None:
        """Where it cannot be, it is found again, and that it is in the history too."""
        with suppress(HistoryError):
            self._parts.journals.discard(cut_off)

    def _say(self, sentence: str) -> None:
        self._app.notify(sentence, markup=False, timeout=10)
