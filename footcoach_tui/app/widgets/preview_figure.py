"""The moving figure of a step; what draws it is loaded when the rest is on the terminal."""

# ruff: noqa: PLC0415 - see above

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.timer import Timer

from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.session.routine import Routine, Step
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.terminal.app import can_draw

if TYPE_CHECKING:
    from footcoach_tui.app.exercise_view.clips import Clip, FrameCache
    from footcoach_tui.app.widgets.figure_view import FigureView

_MOVING_SECONDS = 60.0
"""Seconds for which a figure moves; then it rests until another step is chosen."""

_CHOICE_SECONDS = 0.15
"""Seconds that a row stays chosen before its figure is drawn: keys may run through a list."""


class PreviewFigure(Vertical, ResizeAware):
    """Place of the figure, empty until `load`. At rest it has no timer that runs."""

    def __init__(
        self, now: Callable[[], float], first_side: Side, *, id: str | None = None
    ) -> None:
        """`now` returns the time in seconds."""
        super().__init__(id=id)
        self._now = now
        self._first_side = first_side
        self._step: Step | None = None
        self._figure: FigureView | None = None
        self._timer: Timer | None = None
        self._choice: Timer | None = None
        self._clips: tuple[Clip, ...] = ()
        self._since = 0.0

    @property
    def is_drawing(self) -> bool:
        """Whether the figure is drawn anew, time and again."""
        return self._timer is not None and self._timer._active.is_set()  # noqa: SLF001 - no other way

    def load(self, frame_cache: "FrameCache") -> None:
        """Show the figure from now on, with the frames of another cache if it is shown already."""
        from footcoach_tui.app.exercise_view.clips import FrameCache
        from footcoach_tui.app.widgets.figure_view import FigureView

        if self._figure:
            self._figure.set_frames(frame_cache)
            self._prepare()
            return
        self._figure = FigureView(frame_cache, id="preview-view")
        self.mount(self._figure)
        seconds = 1 / FrameCache.FRAMES_PER_SECOND
        self._timer = self.set_interval(seconds, self.show_moment, pause=True)
        self.watch(self.app, "app_focus", self.wake, init=False)
        self.call_after_refresh(self._prepare)

    def show(self, step: Step | None) -> None:
        """Show a step, or nothing."""
        if step is self._step:
            return
        self._step = step
        if self._choice:
            self._choice.stop()
        if self._figure:
            self._choice = self.set_timer(_CHOICE_SECONDS, self._prepare)

    def on_resize(self) -> None:
        self.wake()

    def wake(self) -> None:
        """Move on, if anything moves."""
        if self._timer and self._is_moving:
            self._timer.resume()

    def rest(self) -> None:
        """Stop at the present moment."""
        if self._timer:
            self._timer.pause()

    def show_moment(self) -> None:
        """Draw the figure as of now, unless the terminal is behind."""
        from footcoach_tui.app.exercise_view.clips import Moment

        if not self._is_moving:
            self.rest()
        if self._figure is None or not can_draw(self.app, moving=True):
            return
        is_calm = self.app.animation_level == "none"
        seconds = min(self._now() - self._since, _MOVING_SECONDS)
        moment = Moment.at_end(self._clips) if is_calm else Moment.in_loop(self._clips, seconds)
        self._figure.show(moment)

    @property
    def _is_moving(self) -> bool:
        is_seen = self.app.app_focus and self.screen.is_active and bool(self.region)
        is_fresh = self._now() - self._since < _MOVING_SECONDS
        return bool(self._clips) and is_seen and is_fresh and self.app.animation_level != "none"

    def _prepare(self) -> None:
        from footcoach_tui.app.exercise_view.clips import Animation

        self._clips, self._since = (), self._now()
        if self._step:
            alone = Routine.of_step(self._step)
            timeline = compile_timeline(alone, first=self._first_side)
            self._clips = Animation(timeline).preview(timeline.segments[0])
        if self._figure:
            self._figure.prepare(self._clips)
        self.show_moment()
        self.wake()
