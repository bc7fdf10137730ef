"""The moving figure, rendered ahead; only changed cells are painted, or pixels over them."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from footcoach_tui.app.exercise_view.clips import Clip, FrameCache, Moment
from footcoach_tui.app.exercise_view.picture_format import picture_format
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.app.widgets.pixel_figure import PixelFigure
from footcoach_tui.figure.cells import PictureFormat
from footcoach_tui.figure.picture import PLAIN_INKS, Ink, InkRun, Picture, Tone
from footcoach_tui.figure.pixel_render import PixelFormat
from footcoach_tui.terminal.app import can_draw
from footcoach_tui.terminal.canvas import Canvas, Patch, style_runs

_RETRY_SECONDS = 0.2

_Cells = tuple[tuple[str, Ink], ...]


class FigureView(ResizeAware):
    """Figure at a moment; a frame not yet rendered leaves the one before."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"figure--{tone}" for tone in Tone}

    def __init__(self, frame_cache: FrameCache, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._frame_cache = frame_cache
        self._canvas = Canvas(self)
        self._pixels = PixelFigure(self, self._canvas, frame_cache.figures, self._show_again)
        self._is_in_pixels = False
        self._picture: Picture | None = None
        self._moment: Moment | None = None
        self._clips: tuple[Clip, ...] = ()
        self._styles: dict[Ink, Style] = {}
        self._drawn_format: tuple[PictureFormat, PixelFormat | None] | None = None

    def set_frames(self, frame_cache: FrameCache) -> None:
        """Use the frames of another cache: figures were read again."""
        self._pixels.hide()
        self._frame_cache = frame_cache
        self._pixels = PixelFigure(self, self._canvas, frame_cache.figures, self._show_again)
        self._is_in_pixels = False
        self.on_resize()

    def prepare(self, clips: tuple[Clip, ...]) -> None:
        """Render the frames of clips, in a thread."""
        self._clips = clips
        if clips and self.size.area:
            draw = partial(self._draw, clips, *self._formats)
            self.run_worker(draw, thread=True, group="figures")

    def show(self, moment: Moment | None) -> None:
        """Show a moment, or nothing for None."""
        self._moment = moment
        if moment is None:
            self._pixels.hide()
            self._is_in_pixels = False
            self._paint(None)
            return
        picture = self._frame_cache.picture(moment, self._format)
        was_in_pixels, self._is_in_pixels = self._is_in_pixels, self._pixels.show(moment)
        if picture is None:
            return
        if self._is_in_pixels and self._picture:
            self._picture = picture  # for the cells below, drawn where the pixels are gone
        elif was_in_pixels:
            self._picture = picture
            self.refresh()
        else:
            self._paint(picture)

    def on_resize(self) -> None:
        """Render the moment for the new size, then all clips in a thread."""
        self._picture = None
        self._drawn_format = self._formats
        if self._moment and self.size.area:
            self._picture = self._frame_cache.render(self._moment, self._format)
        self.refresh()
        self.prepare(self._clips)

    def notify_style_update(self) -> None:
        self._styles.clear()
        self._canvas.invalidate()
        self._pixels.forget_colours()
        super().notify_style_update()
        if self.is_attached and self._formats != self._drawn_format:
            self.on_resize()

    def render_line(self, y: int) -> Strip:
        if self._picture is None or y >= len(self._picture.rows):
            return Strip.blank(self.size.width, self.rich_style)
        return Strip([Segment(text, self._style(ink)) for text, ink in self._picture.rows[y]])

    @property
    def _format(self) -> PictureFormat:
        return picture_format(self.app, self.size)

    @property
    def _formats(self) -> tuple[PictureFormat, PixelFormat | None]:
        return self._format, self._pixels.form

    def _draw(
        self, clips: tuple[Clip, ...], form: PictureFormat, pixel_form: PixelFormat | None
    ) -> None:
        self._frame_cache.prerender(clips, form)
        self.call_later(self._show_rendered)
        if pixel_form:
            first = self._moment.clip if self._moment else None
            self._pixels.prerender(clips, pixel_form, first)
            self.call_later(self._show_again)

    def _show_rendered(self) -> None:
        """Show the moment if it had no frame yet: a paused session does not show it again."""
        if self._picture is None and self._moment:
            self.show(self._moment)

    def _show_again(self) -> None:
        """Show the moment, once the terminal has room: a paused session does not show it again."""
        if self._moment and can_draw(self.app, moving=False):
            self.show(self._moment)
        elif self._moment:
            self.set_timer(_RETRY_SECONDS, self._show_again)

    def _style(self, ink: Ink) -> Style:
        style = self._styles.get(ink)
        if style is None:
            style = self.get_component_rich_style(f"figure--{ink.tone}")
            if ink.ground is not Tone.BLANK:
                ground = self.get_component_rich_style(f"figure--{ink.ground}")
                style += Style(bgcolor=ground.color)
            self._styles[ink] = style
        return style

    def _paint(self, picture: Picture | None) -> None:
        before, self._picture = self._picture, picture
        if before is None or picture is None or _size(before) != _size(picture):
            if before is not picture:  # of another size where a Resize is still to come
                self.refresh()
            return
        self._canvas.paint(self._patches(before, picture), key=(before, picture))

    def _patches(self, before: Picture, after: Picture) -> Iterator[Patch]:
        """Changed cells, grouped by ink, so that each pair of colours is set once."""
        by_ink: dict[Ink, list[tuple[int, int, str]]] = defaultdict(list)
        for y, (old, new) in enumerate(zip(before.rows, after.rows, strict=True)):
            if old != new:
                for left, text, ink in style_runs(_row_cells(old), _row_cells(new), _has_ground):
                    by_ink[ink or PLAIN_INKS[Tone.NEAR]].append((y, left, text))
        for ink, patches in by_ink.items():
            style = self._style(ink)
            yield from ((y, left, ((text, style),)) for y, left, text in patches)


def _size(picture: Picture) -> tuple[int, int]:
    return picture.columns, len(picture.rows)


@lru_cache(maxsize=64)
def _row_cells(row: tuple[InkRun, ...]) -> _Cells:
    """Character and ink of each cell of a row; the cache has the rows of two frames."""
    return tuple((character, ink) for text, ink in row for character in text)


def _has_ground(ink: Ink) -> bool:
    return ink.ground is not Tone.BLANK
