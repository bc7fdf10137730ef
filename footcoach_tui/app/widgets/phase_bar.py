"""A bar that fills as the phase goes by."""

from collections.abc import Iterator
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from footcoach_tui.app.appearance.glyphs import bar
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.session.view import SessionView
from footcoach_tui.terminal.canvas import Canvas, Patch, changed_spans


class PhaseBar(ResizeAware):
    """Bar of one row, exact to an eighth of a cell; only changed cells are painted."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"phase-bar--done", "phase-bar--track"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._fraction = 0.0
        self._drawn = ("", "")
        self._canvas = Canvas(self)

    def show(self, view: SessionView) -> None:
        """Show how much of the phase is over; without animation, in whole seconds."""
        self._fraction = view.fraction
        if self.app.animation_level == "none" and view.length:
            self._fraction = int(view.elapsed) / view.length
        drawn = self._bar()
        if drawn == self._drawn:
            return
        before, self._drawn = self._drawn, drawn
        if len("".join(before)) != len("".join(drawn)):
            self.refresh()
            return
        self._canvas.paint(self._patches(before))

    def on_resize(self) -> None:
        self._drawn = self._bar()
        self.refresh()

    def notify_style_update(self) -> None:
        self._drawn = self._bar()
        self._canvas.invalidate()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        done, track = self._styles()
        filled, empty = self._drawn if y == 0 else ("", "")
        return Strip([Segment(filled, done), Segment(empty, track)]).crop(0, self.size.width)

    def _patches(self, before: tuple[str, str]) -> Iterator[Patch]:
        done, track = self._styles()
        filled, empty = self._drawn
        for left, right in changed_spans("".join(before), filled + empty):
            rest = empty[max(left, len(filled)) - len(filled) : right - len(filled)]
            runs = ((filled[left:right], done), (rest, track))
            yield 0, left, tuple(run for run in runs if run[0])

    def _bar(self) -> tuple[str, str]:
        return bar(self._fraction, self.size.width, has_track=self.app.native_ansi_color)

    def _styles(self) -> tuple[Style, Style]:
        track = self.get_component_rich_style("phase-bar--track")
        return track + Style(color=self.get_component_rich_style("phase-bar--done").color), track
