"""Fewer bytes to the terminal: only the cells that changed, and colours only where they change.

Stock Textual sends a `refresh(Region)` in the middle of a line from the widget's left edge on, and
sets both colours anew for each run of text, of a whole screen too. This leans on private parts of
Textual; so it looks at what it would replace, and steps aside where that is not what it knows.
Nothing but the number of bytes depends on it.
"""

from rich.console import Console
from textual._compositor import ChopsUpdate, LayoutUpdate

from footcoach_tui.app.paint.pen import Pen
from footcoach_tui.app.terminal.fingerprints import is_that, of_functions

KNOWN = "21e7c129"
"""The fingerprint of the methods it replaces, as they stand in Textual 8.2.8."""


def found() -> str:
    """The fingerprint of the methods as they stand in the Textual that is installed."""
    return of_functions((_STOCK, _STOCK_WHOLE))


def trim(known: str = KNOWN) -> bool:
    """Trim what is sent from now on; False, and nothing done, where Textual is another one."""
    if not is_that(found, known):
        return False
    ChopsUpdate.render_segments = render_segments  # type: ignore[method-assign,assignment] # see above
    LayoutUpdate.render_segments = render_whole  # type: ignore[method-assign,assignment] # see above
    return True


def restore() -> None:
    """Leave it to stock Textual again."""
    ChopsUpdate.render_segments = _STOCK  # type: ignore[method-assign] # the same
    LayoutUpdate.render_segments = _STOCK_WHOLE  # type: ignore[method-assign] # the same


def render_segments(update: ChopsUpdate, console: Console) -> str:
    """What goes to the terminal for the spans (y, first column, column behind the last)."""
    pen = Pen(console)
    for y, left, right in update.spans:
        for end, (start, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is None or start >= right or end <= left:
                continue
            first, last = max(start, left), min(end, right)
            pen.move(first, y)
            pen.write(strip.crop(first - start, last - start))
    return pen.lifted()


def render_whole(update: LayoutUpdate, console: Console) -> str:
    """What goes to the terminal for whole lines, from the left edge of their region on."""
    pen = Pen(console)
    for y, line in enumerate(update.strips, update.region.y):
        pen.move(update.region.x, y)
        for strip in line:
            pen.write(strip)
    return pen.lifted()


_STOCK = ChopsUpdate.render_segments
_STOCK_WHOLE = LayoutUpdate.render_segments
