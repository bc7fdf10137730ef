"""A session of another footcoach, to watch: steps, count and figure."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import OptionList

from footcoach_tui.app.appearance.glyphs import STATE_GLYPHS
from footcoach_tui.app.commands.bindings import bindings
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.exercise_view.clips import Animation
from footcoach_tui.app.screens.session_panes import SessionPanesScreen
from footcoach_tui.app.screens.text_dialog import TextDialog
from footcoach_tui.app.widgets.priority_label import PriorityLabel
from footcoach_tui.app.widgets.session_map import SessionMap
from footcoach_tui.app.widgets.step_list import StepList
from footcoach_tui.app.widgets.step_pane import StepPane
from footcoach_tui.playback.follower import SessionFollower
from footcoach_tui.session.view import SessionState, SessionView

_POLLS_PER_SECOND = 4.0
"""The journal has a new line every 0.4 seconds while time passes."""
_REFUSED = (
    *("session.play", "session.next", "session.back", "session.restart"),
    *("session.longer", "session.shorter", "session.done", "session.undo"),
    "session.hurt",
)
_ONLY_WATCHING = "You are watching a session that runs in another window. q goes back."
_STATES_WITH_KEYS = (SessionState.PAUSED, SessionState.WAITING)
"""States whose label names a key, which does nothing here."""


class WatchScreen(SessionPanesScreen):
    """Screen that follows a session played elsewhere, until it ends."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *[replace(one, show=False) for one in bindings(*_REFUSED)],
        *bindings("session.info"),
    ]

    def __init__(self, app_context: AppContext, follower: SessionFollower) -> None:
        """Follow a session; `follower` is closed with the screen."""
        super().__init__(app_context)
        self.follower = follower
        self._animation = Animation(follower.player.timeline)
        self._view: SessionView | None = None
        self._timer: Timer | None = None
        self.actions |= dict.fromkeys(_REFUSED, self._refuse)
        self.actions |= {"session.info": self._info, "app.leave": self.action_back}

    def pane_names(self) -> tuple[str, str, str]:
        return "Steps", "Now, other window", "History"

    def list_pane(self) -> Widget:
        return StepList(id="steps")

    def step_pane(self) -> Widget:
        return StepPane(self.app_context.frame_cache, id="now")

    def on_mount(self) -> None:
        self.go_to("step")
        title = self.query_one("#title", PriorityLabel)
        title.set_texts("footcoach", self.follower.routine.title, "watching")
        self.poll()
        self._timer = self.set_interval(1.0 / _POLLS_PER_SECOND, self.poll)

    def on_unmount(self) -> None:
        if self._timer:
            self._timer.stop()
        self.follower.close()

    def poll(self) -> None:
        """Show what changed; close the screen once the session is over."""
        is_live = self.follower.poll()
        self._show(self.follower.view())
        if not is_live and self.is_active:
            self.dismiss()

    def _show(self, view: SessionView) -> None:
        if view == self._view:
            return
        self._view = view
        timeline = self.follower.player.timeline
        if timeline is not self._animation.timeline:
            self._animation = Animation(timeline)
        self.query_one(StepList).show(timeline, view.step_statuses)
        self.show_exercise(view.step.exercise)
        if self.follower.player.has_begun:
            self.query_one(StepPane).show(view, self._animation)
            if view.state in _STATES_WITH_KEYS:
                label = f"{STATE_GLYPHS[view.state]} {view.state.value.upper()}"
                self.query_one(StepPane).show_band(f"{label} · other window", view.segment.side)

    def _info(self) -> None:
        self.app.push_screen(TextDialog(self.exercise_card(self.follower.view().step.exercise)))

    @on(OptionList.OptionSelected, "#steps")
    @on(SessionMap.StepChosen)
    def _refuse(self) -> None:
        self.notify(_ONLY_WATCHING, markup=False, timeout=3)
