"""The moving figure: a picture drawn ahead, of which only the cells that changed are painted."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from footcoach_tui.app.exercise_view.clips import Clip, FrameCache, Moment
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.figure.picture import Picture, Tone, ToneRun
from footcoach_tui.terminal.canvas import Canvas, Patch, style_runs

_MAX_STRIPS = 4096
"""Rows that are remembered as they are sent."""

_Cells = tuple[tuple[str, Tone], ...]


class FigureView(ResizeAware):
    """Shows moments of figures; a moment that is not drawn yet leaves the one before."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"figure--{tone}" for tone in Tone}

    def __init__(self, reels: FrameCache, *, id: str | None = None) -> None:
        """`reels` has the frames; several views may share it."""
        super().__init__(id=id)
        self._frame_cache = reels
        self._canvas = Canvas(self)
        self._picture: Picture | None = None
        self._moment: Moment | None = None
        self._clips: tuple[Clip, ...] = ()
        self._strips: dict[tuple[ToneRun, ...], Strip] = {}

    def prepare(self, takes: tuple[Clip, ...]) -> None:
        """Have the frames of takes drawn, in a thread of their own."""
        self._clips = takes
        if takes and self.size.area:
            draw = partial(self._draw, takes, self.size.width, self.size.height)
            self.run_worker(draw, thread=True, group="figures")

    def show(self, shown: Moment | None) -> None:
        """Show a moment; nothing where there is none."""
        self._moment = shown
        if shown is None:
            self._paint(None)
            return
        picture = self._frame_cache.picture(shown, self.size.width, self.size.height)
        if picture:
            self._paint(picture)

    def on_resize(self) -> None:
        """Draw the moment for the new size, and then, in a thread, everything else."""
        self._picture = None
        if self._moment and self.size.area:
            self._picture = self._frame_cache.render(self._moment, *self.size)
        self.refresh()
        self.prepare(self._clips)

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        self._strips.clear()
        self._canvas.invalidate()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One row of the picture; a row that was shown before is the same strip again."""
        if self._picture is None or y >= len(self._picture.rows):
            return Strip.blank(self.size.width, self.rich_style)
        row = self._picture.rows[y]
        strip = self._strips.get(row)
        if strip is None:
            strip = Strip([Segment(text, self._style(tone)) for text, tone in row])
            if len(self._strips) >= _MAX_STRIPS:
                self._strips.clear()
            self._strips[row] = strip
        return strip

    def _draw(self, takes: tuple[Clip, ...], columns: int, rows: int) -> None:
        self._frame_cache.prerender(takes, columns, rows)
        self.call_later(self._drawn)

    def _drawn(self) -> None:
        """Where the clock stands nobody shows the moment again: it was not drawn before."""
        if self._picture is None and self._moment:
            self.show(self._moment)

    def _style(self, tone: Tone) -> Style:
        return self.get_component_rich_style(f"figure--{tone}")

    def _paint(self, picture: Picture | None) -> None:
        before, self._picture = self._picture, picture
        if before is None or picture is None:
            if before is not picture:
                self.refresh()
            return
        self._canvas.paint(self._patches(before, picture), key=(before, picture))

    def _patches(self, before: Picture, after: Picture) -> Iterator[Patch]:
        """What is new, tone by tone, so that each colour is set once."""
        toned: dict[Tone, list[tuple[int, int, str]]] = defaultdict(list)
        for y, (old, new) in enumerate(zip(before.rows, after.rows, strict=True)):
            if old != new:
                for left, text, tone in style_runs(_row_cells(old), _row_cells(new)):
                    toned[tone or Tone.NEAR].append((y, left, text))
        for tone, found in toned.items():
            style = self._style(tone)
            yield from ((y, left, ((text, style),)) for y, left, text in found)


@lru_cache(maxsize=4096)
def _row_cells(row: tuple[ToneRun, ...]) -> _Cells:
    """The sign and tone of each cell of a row."""
    return tuple((sign, tone) for text, tone in row for sign in text)
