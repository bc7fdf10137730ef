"""The last things done to a line before it is sent: fewer colours, or no signs but ASCII."""

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from footcoach_tui.app.appearance.ascii import ascii_cells


class ColourlessFilter(LineFilter):
    """Takes all colours. What had a ground of its own is turned around, so that it is still seen.

    Made for themes on the terminal's own ground: on another one all would be turned.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments without colours."""
        del background
        return [Segment(text, style and _bare(style), control) for text, style, control in segments]


class PlainBlackFilter(LineFilter):
    """Has black letters never bold: of sixteen colours many terminals show bold ones brighter.

    Bright black is grey. On the band of a state it could hardly be read.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with black letters as black as they were meant."""
        del background
        return [
            Segment(text, style and _black(style), control) for text, style, control in segments
        ]


class AsciiFilter(LineFilter):
    """Has every sign stand for what ASCII lacks, cell for cell."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments in ASCII."""
        del background
        return [Segment(ascii_cells(text), style, control) for text, style, control in segments]


@lru_cache(maxsize=1024)
def _black(style: Style) -> Style:
    if not style.bold or style.color is None or style.color.number != 0:
        return style
    return style + Style(bold=False)


@lru_cache(maxsize=1024)
def _bare(style: Style) -> Style:
    has_ground = style.bgcolor is not None and not style.bgcolor.is_default
    turned = bool(style.reverse) != has_ground
    bare = style.without_color + Style(reverse=turned)
    return bare + Style.from_meta(style.meta) if style.meta else bare
