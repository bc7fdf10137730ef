"""Format of figures on this terminal."""

from typing import Any

from textual.app import App
from textual.geometry import Size

from footcoach_tui.app.appearance.choose import ColourDepth
from footcoach_tui.app.appearance.themed_app import ThemedApp
from footcoach_tui.figure.cells import PictureFormat


def picture_format(app: App[Any], size: Size) -> PictureFormat:
    """Format of a figure in an app of any class."""
    if not isinstance(app, ThemedApp):
        return PictureFormat(*size)
    appearance = app.appearance
    return PictureFormat(*size, appearance.figure, appearance.depth is not ColourDepth.NONE)
