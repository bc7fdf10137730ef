"""The count beside or above the moving figure."""

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Container

from footcoach_tui.app.exercise_view.clips import Animation, FrameCache
from footcoach_tui.app.exercise_view.layout import TENTHS_TEXT, LayoutPreference
from footcoach_tui.app.exercise_view.state_text import widest_count
from footcoach_tui.app.widgets.countdown import Countdown
from footcoach_tui.app.widgets.figure_view import FigureView
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.session.view import SessionView

_MIN_INSTRUCTIONS = (26, 8)
"""Least columns and rows of the instructions, which replace a missing figure."""


class ExerciseView(Container, ResizeAware):
    """Count and figure; without a figure, the instructions of the exercise."""

    def __init__(
        self,
        frame_cache: FrameCache,
        preference: LayoutPreference,
        *,
        has_words: bool = True,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._frame_cache = frame_cache
        self._countdown = Countdown(id="countdown")
        self._figure = FigureView(frame_cache, id="figure")
        self._preference = preference
        self._has_words = has_words
        self._widest = TENTHS_TEXT
        self._is_drawn = False

    def compose(self) -> ComposeResult:
        yield self._countdown
        yield self._figure
        yield TextLabel(id="how")

    @property
    def has_room_for_tenths(self) -> bool:
        return self._countdown.has_room_for(TENTHS_TEXT)

    def set_step(self, view: SessionView, animation: Animation) -> None:
        """Lay out a step, and render its clips and the next step's."""
        step, exercise = view.segment.step, view.step.exercise
        clips = animation.step_clips(step)
        self._is_drawn = bool(clips) and exercise.id in self._frame_cache.figures
        self._widest = widest_count(animation.timeline, step)
        self._countdown.set_widest(self._widest)
        how = (f"{number}. {line}" for number, line in enumerate(exercise.how, 1))
        self.query_one("#how", TextLabel).show("\n".join(how))
        self._arrange()
        self._figure.prepare(clips + animation.step_clips(step + 1))

    def show(self, view: SessionView, animation: Animation, count: str) -> None:
        self._countdown.show(count)
        if self._figure.display:
            self._figure.show(animation.moment(view, still=self.app.animation_level == "none"))

    def on_resize(self) -> None:
        self._arrange()

    def _arrange(self) -> None:
        if not self.size.area:
            return
        preference = self._preference
        if not self._is_drawn:
            preference = replace(preference, min_picture=_MIN_INSTRUCTIONS)
        has_picture = self._is_drawn or self._has_words
        layout = preference.layout(self.size, self._widest, has_picture=has_picture)
        self.styles.layout = "horizontal" if layout.is_beside else "vertical"
        has_picture = bool(layout.picture)
        for name, is_visible, size in (
            ("#countdown", True, layout.count),
            ("#figure", has_picture and self._is_drawn, layout.picture),
            ("#how", has_picture and not self._is_drawn, layout.picture),
        ):
            widget = self.query_one(name)
            widget.display = is_visible
            if is_visible:
                widget.styles.width, widget.styles.height = size
