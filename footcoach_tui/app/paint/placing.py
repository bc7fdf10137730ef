"""What a layout has changed is told and painted, also where somebody looked before it came.

Stock Textual works the places of all widgets out anew for whoever asks for one after a hidden
widget was refreshed. If styles have changed by then, and the layout for them is still to come, that
layout finds each widget where it is already: nobody is told of a new size, and cells that a widget
has left stay on the screen. So a layout is compared with the places as of the layout before it.
"""

from typing import Any

from textual._compositor import Compositor, CompositorMap, ReflowResult
from textual.geometry import Size
from textual.widget import Widget

from footcoach_tui.app.terminal.fingerprints import is_that, of_functions

KNOWN = "7a49f782"
"""The fingerprint of what it stands in for, as it stands in Textual 8.2.8."""

_STOCK = Compositor.full_map
_STOCK_REFLOW = Compositor.reflow
_BEFORE = "_places_of_last_layout"


def found() -> str:
    """The fingerprint of the methods as they stand in the Textual that is installed."""
    return of_functions((_STOCK.fget, _STOCK_REFLOW))  # type: ignore[attr-defined] # mypy knows no property's parts


def place_by_layouts(known: str = KNOWN) -> bool:
    """Do so from now on; False, and nothing done, where Textual is another one."""
    if not is_that(found, known):
        return False
    Compositor.full_map = property(full_map)  # type: ignore[method-assign,assignment] # see above
    Compositor.reflow = reflow  # type: ignore[method-assign,assignment] # the same
    return True


def restore() -> None:
    """Leave it to stock Textual again."""
    Compositor.full_map = _STOCK  # type: ignore[method-assign] # the same
    Compositor.reflow = _STOCK_REFLOW  # type: ignore[method-assign] # the same


def full_map(compositor: Compositor) -> CompositorMap:
    """The places of all widgets; those of the last layout are kept for the next one."""
    if compositor._full_map_invalidated and compositor.root is not None:
        vars(compositor).setdefault(_BEFORE, compositor._full_map)
    places: CompositorMap = _STOCK.__get__(compositor)
    return places


def reflow(compositor: Compositor, parent: Widget, size: Size) -> ReflowResult:
    """Lay out, and tell what has come, gone and changed since the last layout."""
    before: Any = vars(compositor).pop(_BEFORE, None)
    if before is not None:
        compositor._full_map = before
    return _STOCK_REFLOW(compositor, parent, size)
