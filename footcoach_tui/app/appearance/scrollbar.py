"""Scrollbar in whole cells: a block of an eighth would be a letter in ASCII."""

from textual.scrollbar import ScrollBar, ScrollBarRender

from footcoach_tui.app.appearance.choose import Appearance


class _WholeCells(ScrollBarRender):
    VERTICAL_BARS = HORIZONTAL_BARS = [" "] * len(ScrollBarRender.VERTICAL_BARS)


def set_scrollbar(appearance: Appearance) -> None:
    """Draw all scrollbars in whole cells in ASCII, else as Textual does."""
    ScrollBar.renderer = _WholeCells if appearance.is_ascii else ScrollBarRender
