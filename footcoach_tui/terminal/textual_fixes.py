"""Workarounds for faults of Textual 8.2.8, the version that is pinned.

Each fix replaces private methods of Textual, and a test beside it fails once Textual has mended
the fault: then the fix can go.
"""

from typing import Any

from rich.console import Console
from textual import constants
from textual._compositor import (
    ChopsUpdate,
    Compositor,
    CompositorMap,
    LayoutUpdate,
    ReflowResult,
)
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from footcoach_tui.terminal.ansi import AnsiWriter

_STOCK_RESIZED = Screen._screen_resized
_STOCK_FULL_MAP = Compositor.full_map
_STOCK_REFLOW = Compositor.reflow
_BEFORE = "_map_of_last_layout"


def apply() -> None:
    """Apply all fixes; with a `TEXTUAL_DRIVER` only those that do not change what is sent."""
    fix_endless_resize()
    fix_lost_resize()
    if not constants.DRIVER:
        fix_redundant_output()


def fix_endless_resize() -> None:
    """Ignore sizes that are out of date.

    Textual's screens post each new size to themselves. Two sizes under way at once, as when a
    window is dragged during a rebuild, are posted again and again: the app hears no key any more.
    """
    Screen._screen_resized = _screen_resized  # type: ignore[method-assign,assignment]


def fix_lost_resize() -> None:
    """Compare each layout with the layout before it.

    Textual compares it with the last map of widgets that was made. After a refresh of a hidden
    widget anyone who asks for a region makes a new map. If styles have changed by then, the
    layout that follows finds no difference: no widget gets its Resize, and cells that a widget has
    left stay on the screen.
    """
    Compositor.full_map = property(_full_map)  # type: ignore[method-assign,assignment]
    Compositor.reflow = _reflow  # type: ignore[method-assign,assignment]


def fix_redundant_output() -> None:
    """Send only the cells that changed, and a colour only where it changes.

    Textual sends a `refresh(Region)` in the middle of a line from the widget's left edge on, and
    sets both colours anew for each segment.
    """
    ChopsUpdate.render_segments = render_chops  # type: ignore[method-assign,assignment]
    LayoutUpdate.render_segments = render_layout  # type: ignore[method-assign,assignment]


def _screen_resized(screen: Screen[Any], size: Size) -> None:
    if size == screen.app.size:
        _STOCK_RESIZED(screen, size)


def _full_map(compositor: Compositor) -> CompositorMap:
    """Make the map of widgets, and store the map of the last layout for the next one."""
    if compositor._full_map_invalidated and compositor.root is not None:
        vars(compositor).setdefault(_BEFORE, compositor._full_map)
    places: CompositorMap = _STOCK_FULL_MAP.__get__(compositor)
    return places


def _reflow(compositor: Compositor, parent: Widget, size: Size) -> ReflowResult:
    before: Any = vars(compositor).pop(_BEFORE, None)
    if before is not None:
        compositor._full_map = before
    return _STOCK_REFLOW(compositor, parent, size)


def render_chops(update: ChopsUpdate, console: Console) -> str:
    """ANSI text of the spans (y, first column, column behind the last)."""
    pen = AnsiWriter(console)
    for y, left, right in update.spans:
        for end, (start, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is None or start >= right or end <= left:
                continue
            first, last = max(start, left), min(end, right)
            pen.move(first, y)
            pen.write_strip(strip.crop(first - start, last - start))
    return pen.finish()


def render_layout(update: LayoutUpdate, console: Console) -> str:
    """ANSI text of whole lines, from the left edge of their region on."""
    pen = AnsiWriter(console)
    for y, line in enumerate(update.strips, update.region.y):
        pen.move(update.region.x, y)
        for strip in line:
            pen.write_strip(strip)
    return pen.finish()
