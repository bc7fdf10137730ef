"""A frame with a name, around what is shown in it."""

from collections.abc import Iterator
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.containers import Vertical
from textual.content import Content
from textual.strip import Strip

from footcoach_tui.terminal.canvas import Canvas, Patch

_Run = tuple[str, Style]


class Pane(Vertical):
    """Its frame is lit while something in it has the keys.

    It draws its frame itself, where what is in it leaves room for one by a margin. Textual's border
    would have all of the pane styled and drawn anew for another colour.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "pane--frame",
        "pane--name",
        "pane--frame-lit",
        "pane--name-lit",
    }

    def __init__(self, name: str, *, id: str | None = None) -> None:
        """`name` stands in the frame."""
        super().__init__(id=id, classes="pane")
        self._title = Content(name)
        self._is_lit = False
        self._canvas = Canvas(self, is_hollow=True)

    def set_lit(self, *, is_lit: bool) -> None:
        """Light the frame, or not any more; what is in it stays as it is."""
        if self._is_lit == is_lit:
            return
        self._is_lit = is_lit
        if self._has_frame:
            self._canvas.paint(self._frame(), key=is_lit)

    def notify_style_update(self) -> None:
        """Forget the colours there were."""
        self._canvas.invalidate()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One row of the frame."""
        width = self.size.width
        frame, _ = self._styles()
        if not self._has_frame:
            return Strip.blank(width, frame)
        runs = self._row(y)
        if len(runs) == 1:  # a side of the frame, at both ends
            runs = (runs[0], (" " * (width - 2), frame), runs[0])
        return Strip([Segment(*run) for run in runs], width)

    @property
    def _has_frame(self) -> bool:
        return bool(self.children and self.children[0].styles.margin.top) and self.size.width > 1

    def _frame(self) -> Iterator[Patch]:
        width, height = self.size
        for y in range(height):
            runs = self._row(y)
            yield y, 0, runs
            if len(runs) == 1:
                yield y, width - 1, runs

    def _row(self, y: int) -> tuple[_Run, ...]:
        """The first or the last row of the frame, or the one sign of a row between them."""
        width, height = self.size
        frame, name = self._styles()
        if y == height - 1:
            return (("╰" + "─" * (width - 2), frame), ("╯", frame))
        if y:
            return (("│", frame),)
        title = f" {self._title.truncate(max(0, width - 6), ellipsis=True).plain} "
        title = title if width > len("╭─  ─╮") else ""
        rest = "─" * max(0, width - 3 - len(title)) + "╮"
        return (("╭─", frame), (title, name), (rest, frame))

    def _styles(self) -> tuple[Style, Style]:
        """Of the frame, and of the name in it."""
        lit = "-lit" if self._is_lit else ""
        return (
            self.get_component_rich_style(f"pane--frame{lit}"),
            self.get_component_rich_style(f"pane--name{lit}"),
        )
