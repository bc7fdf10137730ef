"""The count, in digits as large as there is room for; only rows that changed are painted."""

from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from footcoach_tui.app.digits import big, dot_columns, largest_scale

WIDEST = "0:00"
"""The scale is the same for all counts up to this wide, so that digits do not jump in size."""


class Countdown(Widget):
    """Digits in the middle of their room."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"countdown--digits"}

    def __init__(self, *, id: str | None = None) -> None:
        """Show nothing yet."""
        super().__init__(id=id)
        self._text = ""
        self._digits: tuple[str, ...] = ()

    def show(self, text: str) -> None:
        """Show a count such as ``42`` or ``1:05``."""
        self._text = text
        digits = self._drawn()
        if len(digits) != len(self._digits):
            self.refresh()
        else:
            for row, (old, new) in enumerate(zip(self._digits, digits, strict=True)):
                if old != new:
                    self.refresh(Region(0, self._top + row, self.size.width, 1))
        self._digits = digits

    def on_resize(self) -> None:
        """Draw anew for the new size."""
        self._digits = self._drawn()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row of the digits, or an empty one."""
        width = self.size.width
        if not 0 <= y - self._top < len(self._digits):
            return Strip.blank(width, self.rich_style)
        row = self._digits[y - self._top].center(width)
        return Strip([Segment(row, self.get_component_rich_style("countdown--digits"))])

    @property
    def _top(self) -> int:
        """The row on which the digits begin."""
        return max(0, self.size.height - len(self._digits)) // 2

    def _drawn(self) -> tuple[str, ...]:
        width, height = self.size
        if not self._text or height < 1:
            return ()
        # Where even the smallest size is too wide for the widest count, each has its own.
        widest = max(WIDEST, self._text, key=dot_columns)
        shown = widest if largest_scale(widest, width, height) > 1 else self._text
        return big(self._text, largest_scale(shown, width, height))
