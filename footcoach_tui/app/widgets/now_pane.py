"""What a session shows of itself: what to know before it, then its present moment, near or far."""

from textual.widgets import ContentSwitcher

from footcoach_tui.app.stage.filming import Film, Reels
from footcoach_tui.app.widgets.far_view import FarView
from footcoach_tui.app.widgets.ready_pane import ReadyPane
from footcoach_tui.app.widgets.step_pane import StepPane
from footcoach_tui.session.view import View


class NowPane(ContentSwitcher):
    """One of three, which alone is kept up to date."""

    def __init__(self, ready: ReadyPane, reels: Reels, *, has_begun: bool) -> None:
        """`ready` is shown until the session has begun."""
        super().__init__(
            ready,
            StepPane(reels, id="now"),
            FarView(reels, id="far"),
            initial="now" if has_begun else ready.id,
            id="middle",
        )
        self._has_begun = has_begun
        self.is_far = False

    def begin(self) -> None:
        """The session has begun."""
        self._has_begun = True
        self._switch()

    def see(self, *, far: bool) -> None:
        """Show it for somebody far away, or near."""
        self.is_far = far
        self.screen.set_class(far, "-far")
        self._switch()

    def turn(self) -> None:
        """From near to far, or back."""
        self.see(far=not self.is_far)

    def show(self, view: View, film: Film) -> None:
        """Show a moment of the session under way."""
        if not self._has_begun:
            return
        if self.is_far:
            self.query_one(FarView).show(view, film)
        else:
            self.query_one(StepPane).show(view, film)

    def _switch(self) -> None:
        if self._has_begun:
            self.current = "far" if self.is_far else "now"
