"""The moving figure: a picture drawn ahead, of which only the cells that changed are painted."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from footcoach_tui.app.paint.brush import Brush, Patch
from footcoach_tui.app.paint.differences import runs
from footcoach_tui.app.stage.filming import Reels, Shown, Take
from footcoach_tui.app.widgets.keyed import Sized
from footcoach_tui.figure.picture import Picture, Run, Tone

MOST_STRIPS = 4096
"""Rows that are remembered as they are sent."""

Cells = tuple[tuple[str, Tone], ...]


class FigureView(Sized):
    """Shows moments of figures; a moment that is not drawn yet leaves the one before."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"figure--{tone}" for tone in Tone}

    def __init__(self, reels: Reels, *, id: str | None = None) -> None:
        """`reels` has the frames; several views may share it."""
        super().__init__(id=id)
        self._reels = reels
        self._brush = Brush(self)
        self._picture: Picture | None = None
        self._shown: Shown | None = None
        self._takes: tuple[Take, ...] = ()
        self._strips: dict[tuple[Run, ...], Strip] = {}

    def prepare(self, takes: tuple[Take, ...]) -> None:
        """Have the frames of takes drawn, in a thread of their own."""
        self._takes = takes
        if takes and self.size.area:
            draw = partial(self._draw, takes, self.size.width, self.size.height)
            self.run_worker(draw, thread=True, group="figures")

    def show(self, shown: Shown | None) -> None:
        """Show a moment; nothing where there is none."""
        self._shown = shown
        if shown is None:
            self._paint(None)
            return
        picture = self._reels.picture(shown, self.size.width, self.size.height)
        if picture:
            self._paint(picture)

    def on_resize(self) -> None:
        """Draw the moment for the new size, and then, in a thread, everything else."""
        self._picture = None
        if self._shown and self.size.area:
            self._picture = self._reels.at_once(self._shown, *self.size)
        self.refresh()
        self.prepare(self._takes)

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        self._strips.clear()
        self._brush.forget()
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

    def _draw(self, takes: tuple[Take, ...], columns: int, rows: int) -> None:
        self._reels.draw(takes, columns, rows)
        self.call_later(self._drawn)

    def _drawn(self) -> None:
        """Where the clock stands nobody shows the moment again: it was not drawn before."""
        if self._picture is None and self._shown:
            self.show(self._shown)

    def _style(self, tone: Tone) -> Style:
        return self.get_component_rich_style(f"figure--{tone}")

    def _paint(self, picture: Picture | None) -> None:
        before, self._picture = self._picture, picture
        if before is None or picture is None:
            if before is not picture:
                self.refresh()
            return
        self._brush.paint(self._patches(before, picture), change=(before, picture))

    def _patches(self, before: Picture, after: Picture) -> Iterator[Patch]:
        """What is new, tone by tone, so that each colour is set once."""
        toned: dict[Tone, list[tuple[int, int, str]]] = defaultdict(list)
        for y, (old, new) in enumerate(zip(before.rows, after.rows, strict=True)):
            if old != new:
                for left, text, tone in runs(cells(old), cells(new)):
                    toned[tone or Tone.NEAR].append((y, left, text))
        for tone, found in toned.items():
            style = self._style(tone)
            yield from ((y, left, ((text, style),)) for y, left, text in found)


@lru_cache(maxsize=4096)
def cells(row: tuple[Run, ...]) -> Cells:
    """The sign and tone of each cell of a row."""
    return tuple((sign, tone) for text, tone in row for sign in text)
