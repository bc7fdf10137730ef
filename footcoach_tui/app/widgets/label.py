"""Labels that repaint only what changed."""

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Self

from rich.style import Style
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.visual import Visual
from textual.widgets import Static

from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.terminal.canvas import Canvas, Patch, changed_spans, is_plain

_Cells = list[tuple[str, Style]]


class TextLabel(Static):
    """Lines of literal text: a `str` is never read as markup."""

    def __init__(
        self, text: Content | str = "", *, id: str | None = None, classes: str = ""
    ) -> None:
        self._shown = _content(text)
        self._strips: list[Strip] = []
        self._strips_size: Size | None = None
        self._drawn_size: Size | None = None
        self._is_painting = False
        super().__init__(self._shown, id=id, classes=classes)
        self._canvas = Canvas(self)

    def show(self, text: Content | str, *, grows: bool = False) -> None:
        """Show a text; `grows` if it may take another number of lines."""
        content = _content(text)
        if _is_same(content, self._shown):
            return
        self._shown = content
        if grows or not self.size.area or self._drawn_size != self.size:
            self.update(content, layout=grows)
            return
        # A text that is due for a repaint is painted at once.
        before = self._strips if self._strips_size == self.size else []
        self._is_painting = True
        self.update(content, layout=False)
        self._is_painting = False
        self._strips, self._strips_size = self._rendered(), self.size
        patches = _patches(before, self._strips)
        if patches is None:
            self.refresh()
        else:
            self._canvas.paint(patches)

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Refresh, unless the label paints itself just now."""
        if self._is_painting:
            return self
        if not regions:
            self._strips_size = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        self._strips_size = None
        self._canvas.invalidate()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        if self._strips_size != self.size:
            self._strips = self._rendered()
            self._strips_size = self._drawn_size = self.size
        return self._strips[y]

    def _rendered(self) -> list[Strip]:
        """All rows at full width, to cover those of another text."""
        width = self.size.width
        ground = Style.from_color(bgcolor=self.background_colors[1].rich_color)
        strips = Visual.to_strips(self, self.visual, *self.size, self.visual_style)
        strips += [Strip.blank(width, ground)] * (self.size.height - len(strips))
        return [strip.extend_cell_length(width, ground) for strip in strips]


def _is_same(text: Content, other: Content) -> bool:
    """Whether texts look the same: `==` ignores the spans."""
    return text == other and text.spans == other.spans


def _content(text: Content | str) -> Content:
    return text if isinstance(text, Content) else Content(text)


def _patches(before: list[Strip], after: list[Strip]) -> list[Patch] | None:
    """Changed cells; None if cells cannot be compared, as characters are two cells wide."""
    if before and len(before) != len(after):
        return None
    patches: list[Patch] = []
    for y, new in enumerate(after):
        cells = _cells(new)
        old = _cells(before[y]) if before else [("", Style())] * len(cells)
        if len(old) != len(cells) or not is_plain(new):
            return None
        patches += (_patch(y, left, cells[left:right]) for left, right in changed_spans(old, cells))
    return patches


def _patch(y: int, left: int, cells: _Cells) -> Patch:
    runs: Iterator[tuple[Style, Iterator[tuple[str, Style]]]] = groupby(cells, key=itemgetter(1))
    return (
        y,
        left,
        tuple(("".join(character for character, _ in run), style) for style, run in runs),
    )


def _cells(strip: Strip) -> _Cells:
    blank = Style()
    return [(character, style or blank) for text, style, _ in strip for character in text]


class ResponsiveLabel(TextLabel, ResizeAware):
    """Label whose text is built for its width."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._builder: Callable[[int], Content] | None = None

    def set_builder(self, make: Callable[[int], Content]) -> None:
        self._builder = make
        self.on_resize()

    def on_resize(self) -> None:
        if self._builder and self.content_size.width:
            self.show(self._builder(self.content_size.width), grows=True)
            # During a layout Textual would miss that the height has changed.
            self.call_after_refresh(self.refresh, layout=True)
