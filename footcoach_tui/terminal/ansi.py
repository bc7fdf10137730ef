"""ANSI text of styled cells in few bytes: a colour is set only where it changes."""

from functools import lru_cache

from rich.color import Color, ColorSystem
from rich.console import COLOR_SYSTEMS, Console
from rich.style import Style
from textual.strip import Strip

_Sgr = tuple[str, str, str]
"""SGR numbers of a style: its attributes, foreground and background."""

_PLAIN: _Sgr = ("", "39", "49")
_RESET = "\x1b[0m"


class AnsiWriter:
    """Collects text to send, and tracks the style that the terminal has by then."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._system = COLOR_SYSTEMS[console.color_system] if console.color_system else None
        self._sgr = _PLAIN
        self._row = -1
        self._pieces: list[str] = []

    def move(self, x: int, y: int) -> None:
        """Go to a cell, counted from 0; text must not wrap at the end of a row."""
        self._pieces.append(f"\x1b[{x + 1}G" if y == self._row else f"\x1b[{y + 1};{x + 1}H")
        self._row = y

    def write_strip(self, strip: Strip) -> None:
        """Write the segments of a strip; one with links or controls renders itself."""
        if self._system is None or any(
            segment.control or (segment.style and segment.style.link) for segment in strip
        ):
            self._set_style(_PLAIN)
            self._pieces.append(strip.render(self._console))
            return
        for text, style, _ in strip:
            self.write_text(text, style)

    def write_text(self, text: str, style: Style | None) -> None:
        """Write text in a style without a link."""
        if self._system is not None:
            self._set_style(_sgr_of(style, self._system) if style else _PLAIN)
        self._pieces.append(text)

    def finish(self) -> str:
        """Return all text, with a reset of the style at the end."""
        self._set_style(_PLAIN)
        return "".join(self._pieces)

    def _set_style(self, sgr: _Sgr) -> None:
        if sgr == self._sgr:
            return
        before, self._sgr = self._sgr, sgr
        if sgr == _PLAIN:
            self._pieces.append(_RESET)
            return
        is_colourless = sgr[1:] == _PLAIN[1:] != before[1:]
        # Attributes end only all together; both colours end in fewer bytes that way, too.
        if is_colourless or before[0] not in ("", sgr[0]):
            self._pieces.append(_RESET)
            before = _PLAIN
        codes = (new for new, old in zip(sgr, before, strict=True) if new != old)
        self._pieces.append(f"\x1b[{';'.join(codes)}m")


@lru_cache(maxsize=4096)
def _sgr_of(style: Style, system: ColorSystem) -> _Sgr:
    """SGR numbers of a style, in the colours that the terminal has."""
    attributes = style.without_color.render("x", color_system=system)
    numbers = attributes.removeprefix("\x1b[").partition("m")[0] if "m" in attributes else ""
    return numbers, _code(style.color, system, "39"), _code(style.bgcolor, system, "49")


def _code(color: Color | None, system: ColorSystem, default: str) -> str:
    if color is None:
        return default
    return ";".join(color.downgrade(system).get_ansi_codes(foreground=default == "39"))
