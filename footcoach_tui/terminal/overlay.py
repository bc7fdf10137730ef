"""Overlay: pictures in pixels over the cells of widgets, where nothing covers them.

The cells below are drawn as always, so what a picture leaves behind is the widget in text. A
picture goes before the frame that covers or moves its widget, or shows another screen.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget

from footcoach_tui.terminal.graphics import Graphics, freed, hidden, sent, shown, sixel_shown
from footcoach_tui.terminal.visibility import visible_place

_MAX_STORED = 160
"""Pictures that a terminal stores, at most: about 50 MB there."""


@dataclass(slots=True)
class _Shown:
    """Widget with a picture, or one whose picture is gone; then `draw` is called after a frame."""

    draw: Callable[[], object] = field(compare=False)
    place: Region = Region()  # noqa: RUF009 - a named tuple, so it can be shared
    picture: bytes = b""
    is_whole: bool = False
    """Whether no text has been written over the picture."""


class Overlay:
    """Pictures on one terminal; `graphics` is None where it shows none."""

    def __init__(self) -> None:
        self.graphics: Graphics | None = None
        self._shown: dict[Widget, _Shown] = {}
        self._numbers: OrderedDict[bytes, int] = OrderedDict()
        self._last_number = 0

    def show(
        self, widget: Widget, place: Region, picture: bytes, draw: Callable[[], object]
    ) -> str:
        """Sequences that show a picture, empty if it is shown already.

        `draw` is called when it has to be shown again, or the widget drawn without it.
        """
        before = self._shown.get(widget) or _Shown(draw)
        after = self._shown[widget] = _Shown(draw, place, picture, is_whole=True)
        if after == before:
            return ""
        if self.graphics is Graphics.SIXEL:
            return sixel_shown(picture, place)
        sequences = self._stored(picture)
        number = self._numbers[picture]
        sequences += shown(number, place)
        if before.picture and before.picture != picture and before.picture in self._numbers:
            sequences += hidden(self._numbers[before.picture])
        return sequences

    def hide(self, widget: Widget) -> str:
        """Sequences that take a widget's picture away; a sixel one goes with the next text."""
        before = self._shown.get(widget)
        if before is None:
            return ""
        self._shown[widget] = _Shown(before.draw)
        return self._hidden(before)

    def before_frame(self, screen: Screen[object], regions: Iterable[Region]) -> str:
        """Sequences to be sent before a frame of Textual's that draws these regions of a screen."""
        sequences = ""
        drawn = tuple(regions)
        for widget, before in tuple(self._shown.items()):
            if not widget.is_attached:
                sequences += self._hidden(self._shown.pop(widget))
                continue
            is_seen = widget.screen is screen and visible_place(widget) == before.place
            is_erased = self.graphics is Graphics.SIXEL and any(map(before.place.overlaps, drawn))
            if before.picture and (not is_seen or is_erased):
                sequences += self._hidden(before)
                self._shown[widget] = _Shown(before.draw)
            if not self._shown[widget].is_whole:
                widget.call_later(before.draw)
        return sequences

    def clear(self) -> str:
        """Sequences that take all pictures away and free their memory."""
        self._shown = {widget: _Shown(before.draw) for widget, before in self._shown.items()}
        numbers, self._numbers = self._numbers, OrderedDict()
        return "".join(map(freed, numbers.values()))

    def _hidden(self, before: _Shown) -> str:
        is_stored = before.is_whole and before.picture in self._numbers
        return hidden(self._numbers[before.picture]) if is_stored else ""

    def _stored(self, picture: bytes) -> str:
        """Sequences that store a picture, and free the one that was not shown for longest."""
        if picture in self._numbers:
            self._numbers.move_to_end(picture)
            return ""
        self._last_number += 1
        self._numbers[picture] = self._last_number
        oldest = self._numbers.popitem(last=False)[1] if len(self._numbers) > _MAX_STORED else 0
        return sent(self._last_number, picture) + (freed(oldest) if oldest else "")
