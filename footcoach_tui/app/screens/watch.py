"""A session that another footcoach plays, to be looked at: steps, count and figure, as they go."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import OptionList

from footcoach_tui.app.cards.cards import card
from footcoach_tui.app.keys.bindings import bindings
from footcoach_tui.app.looks.glyphs import STATE_SIGNS
from footcoach_tui.app.parts import Parts
from footcoach_tui.app.screens.card import CardScreen
from footcoach_tui.app.screens.panes import PanesScreen
from footcoach_tui.app.stage.filming import Film
from footcoach_tui.app.widgets.fitted_line import FittedLine
from footcoach_tui.app.widgets.line import Line
from footcoach_tui.app.widgets.step_list import StepList
from footcoach_tui.app.widgets.step_pane import StepPane
from footcoach_tui.playing.watching import Watching
from footcoach_tui.session.cards import exercise_card
from footcoach_tui.session.view import State, View

LOOKS = 4.0
"""Looks at the journal per second; it has a new line every 0.4 seconds while time passes."""
_REFUSED = (
    *("session.play", "session.next", "session.back", "session.restart"),
    *("session.longer", "session.shorter", "session.done", "session.undo"),
)
_ONLY_WATCHING = "You are only watching: the other footcoach leads this session. q goes back."
_NOT_ASKED = (State.PAUSED, State.WAITING)
"""States in which the step's own words name a key, which here does nothing."""


class WatchScreen(PanesScreen):
    """Shows another's session until that ends, or somebody goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *[replace(one, show=False) for one in bindings(*_REFUSED)],
        *bindings("session.info"),
    ]

    def __init__(self, parts: Parts, watching: Watching) -> None:
        """Closes `watching` in the end."""
        super().__init__(parts)
        self.watching = watching
        self._film = Film(watching.player.timeline)
        self._shown: View | None = None
        self._timer: Timer | None = None
        self.actions |= dict.fromkeys(_REFUSED, self._refuse)
        self.actions |= {"session.info": self._info, "app.leave": self._leave}

    def pane_names(self) -> tuple[str, str, str]:
        """What stands over the panes."""
        return "Steps", "Now, elsewhere", "History"

    def list_pane(self) -> Widget:
        """The steps."""
        return StepList(id="steps")

    def step_pane(self) -> Widget:
        """The present step."""
        return StepPane(self.parts.reels, id="now")

    def on_mount(self) -> None:
        """Show how it stands, and look again from now on."""
        self.go_to("step")
        title = self.query_one("#title", FittedLine)
        title.tell("footcoach", self.watching.routine.title, "watching")
        self.look()
        self._timer = self.set_interval(1.0 / LOOKS, self.look)

    def on_unmount(self) -> None:
        """Watch no more."""
        if self._timer:
            self._timer.stop()
        self.watching.close()

    def look(self) -> None:
        """Show what has changed; once it is not played any more, go."""
        is_live = self.watching.look()
        self._show(self.watching.view())
        if not is_live and self.is_current:
            self.dismiss()

    def _show(self, view: View) -> None:
        if view == self._shown:
            return
        self._shown = view
        self.query_one(StepList).show(self.watching.player.timeline, view.marks)
        if self.watching.player.has_begun:
            self.query_one(StepPane).show(view, self._film)
            if view.state in _NOT_ASKED:
                band = f"{STATE_SIGNS[view.state]} {view.state.value.upper()}"
                self.query_one("#state-band", Line).show(f"{band} · over there")

    def _info(self) -> None:
        exercise = self.watching.view().step.exercise
        names = {one.id: one.name for one in self.parts.catalogue.exercises.values()}
        self.app.push_screen(CardScreen(card(exercise_card(exercise, names), exercise.name)))

    def _refuse(self) -> None:
        self.notify(_ONLY_WATCHING, markup=False, timeout=3)

    def _leave(self) -> None:
        self.dismiss()

    @on(OptionList.OptionSelected, "#steps")
    def _chosen(self) -> None:
        self._refuse()
