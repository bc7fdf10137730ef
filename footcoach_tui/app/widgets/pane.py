"""A titled frame around a widget, and tabs for small screens."""

from collections.abc import Iterator
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.containers import Vertical
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.terminal.canvas import Canvas, Patch

_Run = tuple[str, Style]


class Pane(Vertical):
    """Frame with a title, highlighted while a widget in it has focus.

    The frame is painted into the margin of the child. For another colour of a border, Textual would
    style and draw all of the pane again.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "pane--frame",
        "pane--name",
        "pane--frame-active",
        "pane--name-active",
    }

    def __init__(self, name: str, *children: Widget, id: str | None = None) -> None:
        super().__init__(*children, id=id, classes="pane")
        self._title = Content(name)
        self._is_active = False
        self._canvas = Canvas(self, is_hollow=True)

    def set_active(self, *, is_active: bool) -> None:
        if self._is_active == is_active:
            return
        self._is_active = is_active
        if self._has_frame:
            self._canvas.paint(self._frame(), key=is_active)

    def notify_style_update(self) -> None:
        self._canvas.invalidate()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
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
        """First or last row of the frame, or the one character of a row between."""
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
        suffix = "-active" if self._is_active else ""
        return (
            self.get_component_rich_style(f"pane--frame{suffix}"),
            self.get_component_rich_style(f"pane--name{suffix}"),
        )


class PaneTabs(TextLabel, ResizeAware):
    """Names of the panes with their keys; the current one has a mark."""

    def __init__(self, names: tuple[str, ...], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._names = names
        self._marked = 0

    def mark(self, place: int) -> None:
        self._marked = place
        self.on_resize()

    def on_resize(self) -> None:
        """Show all names if they fit, else only that of the current pane."""
        tabs = self._tabs(are_named=True)
        self.show(tabs if tabs.cell_length <= self.size.width else self._tabs(are_named=False))

    def _tabs(self, *, are_named: bool) -> Content:
        return Content(" ").join(
            self._tab(place, f" {name}" if are_named or place == self._marked else "")
            for place, name in enumerate(self._names)
        )

    def _tab(self, place: int, name: str) -> Content:
        if place == self._marked:
            return Content.styled(f"▸{place + 1}{name} ", "bold $background on $accent")
        return Content.assemble((f" {place + 1}", "$accent"), (f"{name} ", "$text-muted"))
