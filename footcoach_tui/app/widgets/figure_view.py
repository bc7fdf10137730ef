"""The moving figure, rendered ahead; only changed cells are painted."""

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

_Cells = tuple[tuple[str, Tone], ...]


class FigureView(ResizeAware):
    """Figure at a moment; a frame not yet rendered leaves the one before."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"figure--{tone}" for tone in Tone}

    def __init__(self, frame_cache: FrameCache, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._frame_cache = frame_cache
        self._canvas = Canvas(self)
        self._picture: Picture | None = None
        self._moment: Moment | None = None
        self._clips: tuple[Clip, ...] = ()
        self._strips: dict[tuple[ToneRun, ...], Strip] = {}

    def prepare(self, clips: tuple[Clip, ...]) -> None:
        """Render the frames of clips, in a thread."""
        self._clips = clips
        if clips and self.size.area:
            draw = partial(self._draw, clips, self.size.width, self.size.height)
            self.run_worker(draw, thread=True, group="figures")

    def show(self, moment: Moment | None) -> None:
        """Show a moment, or nothing for None."""
        self._moment = moment
        if moment is None:
            self._paint(None)
            return
        picture = self._frame_cache.picture(moment, self.size.width, self.size.height)
        if picture:
            self._paint(picture)

    def on_resize(self) -> None:
        """Render the moment for the new size, then all clips in a thread."""
        self._picture = None
        if self._moment and self.size.area:
            self._picture = self._frame_cache.render(self._moment, *self.size)
        self.refresh()
        self.prepare(self._clips)

    def notify_style_update(self) -> None:
        self._strips.clear()
        self._canvas.invalidate()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
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

    def _draw(self, clips: tuple[Clip, ...], columns: int, rows: int) -> None:
        self._frame_cache.prerender(clips, columns, rows)
        self.call_later(self._show_rendered)

    def _show_rendered(self) -> None:
        """Show the moment if it had no frame yet: a paused session does not show it again."""
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
        """Changed cells, grouped by tone, so that each colour is set once."""
        by_tone: dict[Tone, list[tuple[int, int, str]]] = defaultdict(list)
        for y, (old, new) in enumerate(zip(before.rows, after.rows, strict=True)):
            if old != new:
                for left, text, tone in style_runs(_row_cells(old), _row_cells(new)):
                    by_tone[tone or Tone.NEAR].append((y, left, text))
        for tone, patches in by_tone.items():
            style = self._style(tone)
            yield from ((y, left, ((text, style),)) for y, left, text in patches)


@lru_cache(maxsize=4096)
def _row_cells(row: tuple[ToneRun, ...]) -> _Cells:
    """Character and tone of each cell of a row."""
    return tuple((character, tone) for text, tone in row for character in text)
