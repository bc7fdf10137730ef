"""Text with styles as escape sequences, a colour set only where it differs from the one before."""

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
    """Collects what is to be sent, and remembers how the terminal writes just now."""

    def __init__(self, console: Console) -> None:
        """Begin as a terminal does after a reset."""
        self._console = console
        self._system = COLOR_SYSTEMS[console.color_system] if console.color_system else None
        self._sgr = _PLAIN
        self._row = -1
        self._sent: list[str] = []

    def move(self, x: int, y: int) -> None:
        """Go to a cell, counted from 0; what is written must not wrap at the end of a row."""
        self._sent.append(f"\x1b[{x + 1}G" if y == self._row else f"\x1b[{y + 1};{x + 1}H")
        self._row = y

    def write_strip(self, strip: Strip) -> None:
        """Write the segments of a strip; links and controls are left to the strip itself."""
        if self._system is None or any(
            segment.control or (segment.style and segment.style.link) for segment in strip
        ):
            self._set_style(_PLAIN)
            self._sent.append(strip.render(self._console))
            return
        for text, style, _ in strip:
            self.write_text(text, style)

    def write_text(self, text: str, style: Style | None) -> None:
        """Write text in a style that has no link."""
        if self._system is not None:
            self._set_style(_sgr_of(style, self._system) if style else _PLAIN)
        self._sent.append(text)

    def finish(self) -> str:
        """All that was written; the terminal is left as after a reset."""
        self._set_style(_PLAIN)
        return "".join(self._sent)

    def _set_style(self, look: _Sgr) -> None:
        if look == self._sgr:
            return
        before, self._sgr = self._sgr, look
        if look == _PLAIN:
            self._sent.append(_RESET)
            return
        colourless = look[1:] == _PLAIN[1:] != before[1:]
        # Attributes are only taken off all together, and so both colours go in fewer bytes.
        if colourless or before[0] not in ("", look[0]):
            self._sent.append(_RESET)
            before = _PLAIN
        codes = (new for new, old in zip(look, before, strict=True) if new != old)
        self._sent.append(f"\x1b[{';'.join(codes)}m")


@lru_cache(maxsize=4096)
def _sgr_of(style: Style, system: ColorSystem) -> _Sgr:
    """A style as SGR numbers, in the colours that the terminal has."""
    attributes = style.without_color.render("x", color_system=system)
    numbers = attributes.removeprefix("\x1b[").partition("m")[0] if "m" in attributes else ""
    return numbers, _code(style.color, system, "39"), _code(style.bgcolor, system, "49")


def _code(color: Color | None, system: ColorSystem, default: str) -> str:
    if color is None:
        return default
    return ";".join(color.downgrade(system).get_ansi_codes(foreground=default == "39"))
