"""The count, in digits as large as fit, or in one line of text."""

from collections.abc import Iterator
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from footcoach_tui.app.exercise_view.big_text import big_text, fitting_scale
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.terminal.canvas import Canvas, Patch, changed_spans

_DEFAULT_WIDEST = "0:00"


class Countdown(ResizeAware):
    """Large digits, centred; only changed cells are painted."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"countdown--digits"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = ""
        self._widest = _DEFAULT_WIDEST
        self._digits: tuple[str, ...] = ()
        self._has_room: dict[str, bool] = {}
        self._canvas = Canvas(self)

    def set_widest(self, widest: str) -> None:
        """Set the widest count to come: all narrower ones share its scale."""
        if widest != self._widest:
            self._widest = widest
            self.on_resize()

    def has_room_for(self, text: str) -> bool:
        """Whether a count fits at the common scale."""
        if text not in self._has_room:
            scale = fitting_scale(self._widest, *self.size)
            self._has_room[text] = 0 < scale <= fitting_scale(text, *self.size)
        return self._has_room[text]

    def show(self, text: str) -> None:
        """Show a count such as ``42`` or ``1:05``."""
        if text == self._text:
            return
        self._text = text
        before, self._digits = self._digits, self._rows()
        if len(before) == len(self._digits):
            self._canvas.paint(self._patches(before))
        else:
            self.refresh()

    def notify_style_update(self) -> None:
        self._canvas.invalidate()
        super().notify_style_update()

    def on_resize(self) -> None:
        self._has_room.clear()
        self._digits = self._rows()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if not 0 <= y - self._top < len(self._digits):
            return Strip.blank(width, self.rich_style)
        row = self._digits[y - self._top].center(width)
        return Strip([Segment(row, self._style)])

    def _patches(self, before: tuple[str, ...]) -> Iterator[Patch]:
        width = self.size.width
        for row, (old, new) in enumerate(zip(before, self._digits, strict=True)):
            row_text = new.center(width)
            for left, right in changed_spans(old.center(width), row_text):
                yield self._top + row, left, ((row_text[left:right], self._style),)

    @property
    def _style(self) -> Style:
        return self.get_component_rich_style("countdown--digits")

    @property
    def _top(self) -> int:
        return max(0, self.size.height - len(self._digits)) // 2

    def _rows(self) -> tuple[str, ...]:
        if not self._text or not self.size.area:
            return ()
        # A count too wide for the common scale has its own.
        scale = fitting_scale(self._text, *self.size)
        common = fitting_scale(self._widest, *self.size)
        if not scale:
            return (self._text[: self.size.width],)
        return big_text(self._text, min(scale, common or scale))
