"""Preview of a routine: its head, the moving figure of a step, the steps, and notes."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList

from footcoach_tui.app.cards.preview import preview_head, preview_notes, step_line
from footcoach_tui.app.widgets.label import ResponsiveLabel
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.app.widgets.preview_figure import PreviewFigure
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.routine import Routine, Step

if TYPE_CHECKING:
    from footcoach_tui.app.exercise_view.clips import FrameCache

_PADDING = 3
"""Columns of a row's padding and of the scrollbar."""


class RoutinePreview(Vertical, ResizeAware):
    """Preview of the selected routine, or a text."""

    def __init__(self, figure: PreviewFigure, on_enter: Callable[[], None]) -> None:
        """`on_enter` is called by the key enter among the steps."""
        super().__init__()
        self._figure = figure
        self._choose = on_enter
        self._routine: Routine | None = None

    def compose(self) -> ComposeResult:
        yield ResponsiveLabel(id="preview-head")
        yield self._figure
        yield PaneList(on_enter=self._choose, id="preview-steps")
        yield VerticalScroll(WrappedText(id="routine-card"), id="card")

    @property
    def step(self) -> Step | None:
        """Step of the highlighted row."""
        place = self.query_one(PaneList).highlighted
        return self._routine.steps[place] if self._routine and place is not None else None

    def load_figure(self, frame_cache: "FrameCache") -> None:
        """Show the figure from now on."""
        self._figure.load(frame_cache)

    def show(self, routine: Routine, last: SessionRecord | None, today: date) -> None:
        """Show a routine; `last` is its latest session."""
        before, self._routine = self._routine, routine
        self.remove_class("-text")
        self.query_one(ResponsiveLabel).set_builder(lambda columns: preview_head(routine, columns))
        self._show_notes(preview_notes(routine, last, today))
        self._fill()
        if before is None or before.id != routine.id:
            self.query_one(PaneList).highlighted = 0
            self._figure.show(routine.steps[0])
        elif before != routine:  # its file was read again
            self._figure.show(self.step)

    def show_text(self, text: Content) -> None:
        """Show a text in place of a routine."""
        self._routine = None
        self.add_class("-text")
        self._figure.show(None)
        self._show_notes(text)

    def on_resize(self) -> None:
        self._fill()

    def _show_notes(self, text: Content) -> None:
        self.query_one("#routine-card", WrappedText).show(text, grows=True)
        self.query_one("#card").scroll_home(animate=False)

    def _fill(self) -> None:
        if self._routine is None:
            return
        columns = self.size.width - _PADDING
        rows = [
            (f"{self._routine.id}/{number}", step_line(number, step, columns))
            for number, step in enumerate(self._routine.steps, 1)
        ]
        self.query_one(PaneList).fill(rows)

    @on(OptionList.OptionHighlighted, "#preview-steps")
    def _show_step(self) -> None:
        self._figure.show(self.step)
