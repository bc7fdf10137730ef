"""A bar that fills as the phase goes by; it paints its own line, and only when it grows."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from footcoach_tui.app.glyphs import bar


class PhaseBar(Widget):
    """One row, true to an eighth of a cell."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"phase-bar--done", "phase-bar--track"}

    def __init__(self, *, id: str | None = None) -> None:
        """Show nothing done."""
        super().__init__(id=id)
        self._fraction = 0.0
        self._drawn = ("", "")

    def show(self, fraction: float) -> None:
        """Show the part of the phase that is over, 0 to 1."""
        self._fraction = fraction
        drawn = bar(fraction, self.size.width)
        if drawn != self._drawn:
            self._drawn = drawn
            self.refresh()

    def on_resize(self) -> None:
        """Fill the new width."""
        self._drawn = bar(self._fraction, self.size.width)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The bar."""
        track = self.get_component_rich_style("phase-bar--track")
        done = track + Style(color=self.get_component_rich_style("phase-bar--done").color)
        filled, empty = self._drawn if y == 0 else ("", "")
        return Strip([Segment(filled, done), Segment(empty, track)]).crop(0, self.size.width)
