"""The moving figure: a picture drawn ahead, of which only the cells that changed are painted."""

from dataclasses import replace
from functools import lru_cache, partial
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from footcoach_tui.app.reels import Reels, Shown, Take
from footcoach_tui.figure.picture import Picture, Run
from footcoach_tui.figure.tones import Tone

WORTH_A_GAP = 10
"""Cells that stay the same, from which on a new move of the cursor is cheaper than sending them."""

MOST_STRIPS = 4096
"""Rows that are remembered as they are sent."""

Cells = tuple[tuple[str, Tone], ...]


class FigureView(Widget):
    """Shows moments of figures; a moment that is not drawn yet leaves the one before."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"figure--{tone}" for tone in Tone}

    def __init__(self, reels: Reels, *, id: str | None = None) -> None:
        """`reels` has the frames; several views may share it."""
        super().__init__(id=id)
        self._reels = reels
        self._picture: Picture | None = None
        self._shown: Shown | None = None
        self._takes: tuple[Take, ...] = ()
        self._strips: dict[tuple[Run, ...], Strip] = {}

    def prepare(self, takes: tuple[Take, ...]) -> None:
        """Have the frames of takes drawn, in a thread of their own."""
        self._takes = takes
        if takes and self.size.area:
            draw = partial(self._reels.draw, takes, self.size.width, self.size.height)
            self.run_worker(draw, thread=True, group="figures")

    def show(self, shown: Shown | None) -> None:
        """Show a moment; nothing where there is none."""
        self._shown = shown
        if shown is None:
            self._paint(None)
            return
        if self.app.animation_level == "none":  # what TEXTUAL_ANIMATIONS asks for
            shown = replace(shown, moment=shown.take.seconds)
        picture = self._reels.picture(shown, self.size.width, self.size.height)
        if picture:
            self._paint(picture)

    def on_resize(self) -> None:
        """Draw everything anew for the new size."""
        self._picture = None
        self.refresh()
        self.prepare(self._takes)

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        self._strips.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One row of the picture; a row that was shown before is the same strip again."""
        if self._picture is None or y >= len(self._picture.rows):
            return Strip.blank(self.size.width, self.rich_style)
        row = self._picture.rows[y]
        strip = self._strips.get(row)
        if strip is None:
            strip = Strip([Segment(text, self._style(tone)) for text, tone in row])
            if len(self._strips) >= MOST_STRIPS:
                self._strips.clear()
            self._strips[row] = strip
        return strip

    def _style(self, tone: Tone) -> Style:
        return self.get_component_rich_style(f"figure--{tone}")

    def _paint(self, picture: Picture | None) -> None:
        before, self._picture = self._picture, picture
        if before is None or picture is None:
            if before is not picture:
                self.refresh()
            return
        changed = [
            Region(left, row, right - left, 1)
            for row, (old, new) in enumerate(zip(before.rows, picture.rows, strict=True))
            if old != new
            for left, right in spans(cells(old), cells(new))
        ]
        if changed:
            self.refresh(*changed)


def spans(before: Cells, after: Cells) -> list[tuple[int, int]]:
    """From the first cell that differs to behind the last, once more after each wide gap."""
    found: list[tuple[int, int]] = []
    for place, (old, new) in enumerate(zip(before, after, strict=True)):
        if old == new:
            continue
        if found and place - found[-1][1] < WORTH_A_GAP:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found


@lru_cache(maxsize=4096)
def cells(row: tuple[Run, ...]) -> Cells:
    """The sign and tone of each cell of a row."""
    return tuple((sign, tone) for text, tone in row for sign in text)
