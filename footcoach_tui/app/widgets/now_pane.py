"""The middle pane of a session: before the start, the step, or the distance view."""

from textual.widgets import ContentSwitcher

from footcoach_tui.app.exercise_view.clips import Animation, FrameCache
from footcoach_tui.app.widgets.distance_view import DistanceView
from footcoach_tui.app.widgets.ready_pane import ReadyPane
from footcoach_tui.app.widgets.step_pane import StepPane
from footcoach_tui.session.view import SessionView


class NowPane(ContentSwitcher):
    """Switcher of three widgets; only the visible one is updated."""

    def __init__(self, ready: ReadyPane, frame_cache: FrameCache, *, has_begun: bool) -> None:
        self._step_pane = StepPane(frame_cache, id="now")
        self._distance_view = DistanceView(frame_cache, id="distance")
        super().__init__(
            ready,
            self._step_pane,
            self._distance_view,
            initial="now" if has_begun else ready.id,
            id="middle",
        )
        self._has_begun = has_begun
        self.is_distant = False

    def begin(self) -> None:
        self._has_begun = True
        self._switch()

    def set_distance(self, *, far: bool) -> None:
        self.is_distant = far
        self.screen.set_class(far, "-distance")
        self._switch()

    def toggle_distance(self) -> None:
        self.set_distance(far=not self.is_distant)

    def show(self, view: SessionView, animation: Animation) -> None:
        if not self._has_begun:
            return
        if self.is_distant:
            self._distance_view.show(view, animation)
        else:
            self._step_pane.show(view, animation)

    def can_show_words(self, words: str) -> bool:
        """Whether the visible widget has room for a few words."""
        if not self._has_begun:
            return False
        if self.is_distant:
            return self._distance_view.can_show_words(words)
        return self._step_pane.can_show_words(words)

    def show_words(self, words: str) -> None:
        """Show a few words, or none any more."""
        self._distance_view.show_words(words)
        self._step_pane.show_words(words)

    def _switch(self) -> None:
        if self._has_begun:
            self.current = "distance" if self.is_distant else "now"
