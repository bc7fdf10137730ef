"""The count, in digits as large as there is room for, and a bar that fills as the phase goes by.

Both paint their own lines: only rows that changed are sent to the terminal.
"""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from footcoach_tui.app.digits import big, largest_scale
from footcoach_tui.app.glyphs import bar

WIDEST = "00:00"
"""The scale is the same for all counts this wide, so that digits do not jump in size."""


class Countdown(Widget):
    """Digits, an empty row, and a bar in the last row."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "countdown--digits",
        "countdown--bar",
        "countdown--track",
    }

    def __init__(self, *, id: str | None = None) -> None:
        """Show nothing yet."""
        super().__init__(id=id)
        self._text = ""
        self._digits: tuple[str, ...] = ()
        self._bar = ("", "")
        self._fraction = 0.0

    def show(self, text: str, fraction: float) -> None:
        """Show a count such as ``42`` or ``1:05``, and the part of the phase that is over."""
        self._text, self._fraction = text, fraction
        digits, filled = self._drawn()
        if len(digits) != len(self._digits):
            self.refresh()
        else:
            for row, (old, new) in enumerate(zip(self._digits, digits, strict=True)):
                if old != new:
                    self._repaint(self._top + row)
            if filled != self._bar:
                self._repaint(self.size.height - 1)
        self._digits, self._bar = digits, filled

    def on_resize(self) -> None:
        """Draw anew for the new size."""
        self._digits, self._bar = self._drawn()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row: of the digits, the bar, or empty."""
        width = self.size.width
        if y == self.size.height - 1:
            filled, empty = self._bar
            track = self.get_component_rich_style("countdown--track")
            done = track + Style(color=self.get_component_rich_style("countdown--bar").color)
            return Strip([Segment(filled, done), Segment(empty, track)]).crop(0, width)
        if 0 <= y - self._top < len(self._digits):
            row = self._digits[y - self._top].center(width)
            return Strip([Segment(row, self.get_component_rich_style("countdown--digits"))])
        return Strip.blank(width, self.rich_style)

    @property
    def _top(self) -> int:
        """The row on which the digits begin: they stand in the middle of what is left."""
        return max(0, self.size.height - 1 - len(self._digits)) // 2

    def _drawn(self) -> tuple[tuple[str, ...], tuple[str, str]]:
        width, height = self.size.width, self.size.height
        if not self._text or height < 1:
            return (), bar(self._fraction, width)
        widest = max(WIDEST[-4:], self._text, key=len)
        scale = largest_scale(widest, width, height - 1)
        return big(self._text, scale), bar(self._fraction, width)

    def _repaint(self, row: int) -> None:
        self.refresh(Region(0, row, self.size.width, 1))
