"""Cells of a widget sent to the terminal at once, past Textual's compositor.

A refresh, however small, has Textual gather the whole screen anew: four times the work of the
cells themselves. A widget that moves ten times a second paints them itself, where nothing lies
over it; everything else, and all that comes back from under something, is Textual's as ever.
"""

from collections.abc import Hashable, Iterable
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.widget import Widget

from footcoach_tui.terminal.ansi import AnsiWriter
from footcoach_tui.terminal.paced import TerminalApp

_MAX_CHANGES = 2048
"""Changes that are remembered as they are sent: the frames of some minutes."""

Patch = tuple[int, int, tuple[tuple[str, Style], ...]]
"""Row and first column in cells of the widget, and what stands there from now on."""


class PaintedChange(NamedTuple):
    """A change as it is sent, and the cells it covers."""

    rows: tuple[Region, ...]
    sent: str


class Canvas:
    """Paints one widget. Cells are those of its content, without border and padding.

    One that `is_hollow` paints only cells that none of the widgets in it covers.
    """

    def __init__(self, widget: Widget, *, is_hollow: bool = False) -> None:
        """Nothing is looked at yet."""
        self._widget = widget
        self._is_hollow = is_hollow
        self._layout: object = None
        self._place: Region | None = None
        self._encoded: dict[Hashable, PaintedChange] = {}
        self._filtered_styles: dict[Style, Style] = {}

    def paint(self, patches: Iterable[Patch], change: Hashable = None) -> None:
        """Show patches, which must be what the widget's `render_line` says now.

        A `change` names them: under the same name the same will be sent again, without looking.
        """
        place = self._open_place()
        ink = self._encoded.get(change) if place and change else None
        if ink is None:
            ink = self._encode(place, patches)
            if place and change:
                self._remember(change, ink)
        if ink.rows and not place:
            self._widget.refresh(*ink.rows)
        elif ink.rows:
            # Whoever paints the widget next must not take what Textual remembers of these rows.
            offset = self._widget.content_offset
            self._widget._styles_cache.set_dirty(*(row.translate(offset) for row in ink.rows))
            self._send(ink.sent)

    def invalidate(self) -> None:
        """The colours are others now."""
        self._encoded.clear()
        self._filtered_styles.clear()

    def _encode(self, place: Region | None, patches: Iterable[Patch]) -> PaintedChange:
        rows: list[Region] = []
        app = self._widget.app
        pen = AnsiWriter(app.console)
        spell = app.ascii_cells if isinstance(app, TerminalApp) else str
        for y, x, runs in patches:
            rows.append(Region(x, y, sum(len(text) for text, _ in runs), 1))
            if place:
                pen.move(place.x + x, place.y + y)
                for text, style in runs:
                    pen.write_text(spell(text), self._filtered(style))
        return PaintedChange(tuple(rows), pen.finish())

    def _filtered(self, style: Style) -> Style:
        """The style as Textual would send it, without colours for instance."""
        seen = self._filtered_styles.get(style)
        if seen is None:
            background = self._widget.background_colors[1]
            segments = [Segment(" ", style)]
            for one in self._widget.get_line_filters():
                segments = one.apply(segments, background)
            seen = self._filtered_styles[style] = segments[0].style or style
        return seen

    def _remember(self, change: Hashable, ink: PaintedChange) -> None:
        if len(self._encoded) >= _MAX_CHANGES:
            self._encoded.clear()
        self._encoded[change] = ink

    def _send(self, ink: str) -> None:
        app = self._widget.app
        if isinstance(app, TerminalApp):
            app.send_painted(ink)

    def _open_place(self) -> Region | None:
        """Region of the widget on the terminal; None where Textual must paint it."""
        widget = self._widget
        app = widget.app
        if not isinstance(app, TerminalApp) or not app.can_send_painted or app._batch_count:
            return None
        if not widget.is_attached or widget.screen is not app.screen:
            return None
        if not app.can_draw(moving=False):
            return None
        layout = widget.screen._compositor.visible_widgets
        if layout is not self._layout:  # Textual makes a new one whenever anything has moved
            self._layout = layout
            place = _visible_region(widget, layout, is_hollow=self._is_hollow)
            self._place = place.translate(widget.content_offset) if place else None
            self.invalidate()
        return self._place


def _visible_region(
    widget: Widget, layout: dict[Widget, tuple[Region, Region]], *, is_hollow: bool = False
) -> Region | None:
    """Where the widget is, if all of it can be seen; one that `is_hollow` holds others."""
    region, clip = layout.get(widget, (Region(), Region()))
    if not region or clip.intersection(region) != region:
        return None
    around = set(widget.ancestors_with_self)
    for other, (theirs, shown) in layout.items():
        if other in around or not region.overlaps(theirs.intersection(shown)):
            continue
        if not is_hollow or widget not in other.ancestors:
            return None
    return region
