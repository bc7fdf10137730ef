"""How well letters stand out from what is behind them, read off the cells of a screen.

The figures are those of WCAG 2.2: relative luminance, and (lighter + 0.05) / (darker + 0.05).
"""

from collections.abc import Iterator
from typing import NamedTuple

from rich.color import Color, ColorSystem
from rich.style import Style
from textual.screen import Screen

from footcoach_tui.app.widgets.calendar_view import _LABEL_COLUMNS, CalendarView
from footcoach_tui.app.widgets.countdown import Countdown

Rgb = tuple[int, int, int]
_DECORATION = (range(0x2500, 0x25A0), range(0x2800, 0x2900))
"""Lines, blocks and braille: borders, bars, scrollbars, plots and figures."""


class TextCell(NamedTuple):
    """Some text, the two colours it is seen by, and the selector-like name of its widget."""

    text: str
    colour: Color
    ground: Color
    widget: str


def text_cells(screen: Screen[object]) -> Iterator[TextCell]:
    """One text of each pair of colours that is read: words, marks, the blocks of large digits.

    Pure decoration is passed over: borders, bars, figures, plots, the days of the calendar.
    """
    known: set[tuple[Color, Color]] = set()
    for y, strip in enumerate(screen._compositor.render_strips()):
        x = 0
        for text, style, _ in strip:
            place, x = x, x + len(text)
            pair = _pair(style)
            if pair is None or pair in known or text.isspace():
                continue
            widget, region = screen.get_widget_at(place + len(text) - len(text.lstrip()), y)
            in_calendar = isinstance(widget, CalendarView) and y > region.y
            drawn = all(map(_is_drawn, text)) and not isinstance(widget, Countdown)
            if not drawn and not (in_calendar and place >= region.x + _LABEL_COLUMNS):
                known.add(pair)
                yield TextCell(text.strip(), *pair, f"{type(widget).__name__}#{widget.id}")


def _pair(style: Style | None) -> tuple[Color, Color] | None:
    """Letters and ground, as they are seen."""
    if style is None or style.color is None or style.bgcolor is None:
        return None
    pair = style.color, style.bgcolor
    return pair[::-1] if style.reverse else pair


def _is_drawn(sign: str) -> bool:
    return sign.isspace() or any(ord(sign) in signs for signs in _DECORATION)


def contrast_ratio(one: Rgb, other: Rgb) -> float:
    """The contrast of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Rgb) -> float:
    """Relative luminance, 0 to 1."""
    red, green, blue = map(linear_light, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear_light(part: float) -> float:
    """One of red, green and blue, 0 to 255 as written, as the light there is, 0 to 1."""
    share = part / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def displayed_colour(colour: Color | str, system: ColorSystem = ColorSystem.TRUECOLOR) -> Rgb:
    """A colour as a terminal with so many colours shows it."""
    parsed = Color.parse(colour) if isinstance(colour, str) else colour
    seen = parsed.downgrade(system).get_truecolor()
    return seen.red, seen.green, seen.blue
