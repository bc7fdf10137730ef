"""Format of figures on this terminal."""

from typing import Any

from textual.app import App
from textual.geometry import Size

from footcoach_tui.app.appearance.choose import ColourDepth
from footcoach_tui.app.appearance.themed_app import ThemedApp
from footcoach_tui.figure.cells import PictureFormat
from footcoach_tui.figure.pixel_encodings import Encoding
from footcoach_tui.figure.pixel_render import PixelFormat
from footcoach_tui.terminal.graphics import Graphics

_ENCODINGS = {Graphics.KITTY: Encoding.PNG, Graphics.SIXEL: Encoding.SIXEL}


def picture_format(app: App[Any], size: Size) -> PictureFormat:
    """Format of a figure in an app of any class."""
    if not isinstance(app, ThemedApp):
        return PictureFormat(*size)
    appearance = app.appearance
    return PictureFormat(*size, appearance.figure, appearance.depth is not ColourDepth.NONE)


def pixel_format(app: App[Any], size: Size) -> PixelFormat | None:
    """Format of a figure in pixels; None where it is drawn in text."""
    if not isinstance(app, ThemedApp) or app.graphics is None or app.appearance.depth.is_ansi_only:
        return None
    cell = app.cell_pixels()
    return PixelFormat(*size, *cell, _ENCODINGS[app.graphics]).within_limit() if cell else None
