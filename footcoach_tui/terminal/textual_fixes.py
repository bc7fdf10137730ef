"""Workarounds for faults of Textual 8.2.8, the version that is pinned.

Each fix replaces private methods of Textual, and has a test that fails once Textual has mended the
fault: then the fix can go. The faults:

- Two resizes at once are posted for ever, and the app reads no key any more.
- A layout after a refresh of a hidden widget sends no Resize, and leaves old cells on the screen.
- A page key in a list without a layout raises KeyError.
- A small refresh sends its whole line, and both colours for each segment.
- Styles are parsed anew with each stylesheet of a screen, and twice at the start.
"""

from typing import Any, Literal

from rich.console import Console
from textual import constants
from textual._compositor import (
    ChopsUpdate,
    Compositor,
    CompositorMap,
    LayoutUpdate,
    ReflowResult,
)
from textual.css.stylesheet import Stylesheet
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList

from footcoach_tui.terminal.ansi import AnsiWriter

_STOCK_RESIZED = Screen._screen_resized
_STOCK_FULL_MAP = Compositor.full_map
_STOCK_REFLOW = Compositor.reflow
_STOCK_MOVE_PAGE = OptionList._move_page
_LAST_MAP = "_map_of_last_layout"


def apply() -> None:
    """Apply all fixes; with a `TEXTUAL_DRIVER` only those that do not change what is sent."""
    _fix_endless_resize()
    _fix_lost_resize()
    _fix_page_without_layout()
    _fix_repeated_parsing()
    if not constants.DRIVER:
        _fix_redundant_output()


def _fix_endless_resize() -> None:
    """Ignore outdated sizes.

    Textual's screens post each new size to themselves. Two sizes in the queue at once, as when a
    window is dragged during a rebuild, are posted again and again.
    """
    Screen._screen_resized = _screen_resized  # type: ignore[method-assign,assignment]


def _fix_lost_resize() -> None:
    """Compare each layout with the layout before it.

    Textual compares it with the last map of widgets that was made. After a refresh of a hidden
    widget any look-up of a region makes a new map. If styles have changed by then, the next layout
    finds no difference.
    """
    Compositor.full_map = property(_full_map)  # type: ignore[method-assign,assignment]
    Compositor.reflow = _reflow  # type: ignore[method-assign,assignment]


def _fix_page_without_layout() -> None:
    """Ignore page keys in a list without lines, as that of the palette before it is shown."""
    OptionList._move_page = _move_page  # type: ignore[method-assign,assignment]


def _fix_repeated_parsing() -> None:
    """Parse only styles that are new, or whose variables have changed.

    Textual parses all of them in a second stylesheet, whose cache is lost with it.
    """
    Stylesheet.reparse = Stylesheet.parse  # type: ignore[method-assign]


def _fix_redundant_output() -> None:
    """Send only the cells that changed, and a colour only where it changes.

    Textual sends a `refresh(Region)` in the middle of a line from the widget's left edge on, and
    sets both colours anew for each segment.
    """
    ChopsUpdate.render_segments = _render_chops  # type: ignore[method-assign,assignment]
    LayoutUpdate.render_segments = _render_layout  # type: ignore[method-assign,assignment]


def _screen_resized(screen: Screen[Any], size: Size) -> None:
    if size == screen.app.size:
        _STOCK_RESIZED(screen, size)


def _full_map(compositor: Compositor) -> CompositorMap:
    """Map of widgets; the map of the last layout is stored for the next layout."""
    if compositor._full_map_invalidated and compositor.root is not None:
        vars(compositor).setdefault(_LAST_MAP, compositor._full_map)
    full_map: CompositorMap = _STOCK_FULL_MAP.__get__(compositor)
    return full_map


def _reflow(compositor: Compositor, parent: Widget, size: Size) -> ReflowResult:
    last_map: Any = vars(compositor).pop(_LAST_MAP, None)
    if last_map is not None:
        compositor._full_map = last_map
    return _STOCK_REFLOW(compositor, parent, size)


def _move_page(options: OptionList, direction: Literal[-1, 1]) -> None:
    if options._lines:
        _STOCK_MOVE_PAGE(options, direction)


def _render_chops(update: ChopsUpdate, console: Console) -> str:
    """ANSI text of the spans (y, first column, column behind the last)."""
    writer = AnsiWriter(console)
    for y, left, right in update.spans:
        for end, (start, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is None or start >= right or end <= left:
                continue
            first, last = max(start, left), min(end, right)
            writer.move(first, y)
            writer.write_strip(strip.crop(first - start, last - start))
    return writer.finish()


def _render_layout(update: LayoutUpdate, console: Console) -> str:
    """ANSI text of whole lines, each from the left edge of the region on."""
    writer = AnsiWriter(console)
    for y, line in enumerate(update.strips, update.region.y):
        writer.move(update.region.x, y)
        for strip in line:
            writer.write_strip(strip)
    return writer.finish()
