"""The moving figure in pixels, over its cells."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from rich.console import COLOR_SYSTEMS
from rich.segment import Segment
from rich.style import Style
from textual.widget import Widget

from footcoach_tui.app.appearance.themed_app import ThemedApp
from footcoach_tui.app.exercise_view.clips import Clip, Moment
from footcoach_tui.app.exercise_view.pixel_frames import PixelFrames
from footcoach_tui.figure.model import Figure
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.pixel_encodings import Encoding, with_colours
from footcoach_tui.figure.pixel_render import PixelFormat
from footcoach_tui.figure.pixels import Rgb, mixed_colours
from footcoach_tui.terminal.app import TerminalApp
from footcoach_tui.terminal.canvas import Canvas
from footcoach_tui.terminal.graphics import Graphics

_ENCODINGS = {Graphics.KITTY: Encoding.PNG, Graphics.SIXEL: Encoding.SIXEL}
_with_colours = lru_cache(maxsize=512)(with_colours)
"""Pictures of the frames on screen: equal ones are the same object."""


class PixelFigure:
    """Figure in pixels over a widget with the component styles of a `FigureView`.

    `draw` draws the widget anew: it is called when the picture was taken away.
    """

    def __init__(
        self,
        widget: Widget,
        canvas: Canvas,
        figures: Mapping[str, Figure],
        draw: Callable[[], object],
    ) -> None:
        self._widget = widget
        self._canvas = canvas
        self._frames = PixelFrames(figures)
        self._draw = draw
        self._colours: tuple[Rgb, ...] = ()

    @property
    def form(self) -> PixelFormat | None:
        """Format for the size on screen; None where the figure is drawn in text."""
        app = self._widget.app
        if not isinstance(app, ThemedApp) or app.appearance.depth.is_ansi_only:
            return None
        graphics, cell = app.graphics, app.cell_pixels()
        if graphics is None or cell is None:
            return None
        encoding = _ENCODINGS[graphics]
        return PixelFormat(*self._widget.size, *cell, encoding).within_limit()

    def prerender(self, clips: tuple[Clip, ...], form: PixelFormat, first: Clip | None) -> None:
        """Render the frames of clips, as long as the size is still that on screen.

        Slow, so call it in a worker. The clip that is on screen is the `first`.
        """
        for clip in sorted(clips, key=lambda clip: clip != first):
            if (form.columns, form.rows) == self._widget.size:
                self._frames.prerender(clip, form)

    def show(self, moment: Moment) -> bool:
        """Show a moment; return whether it could be shown."""
        app, form = self._widget.app, self.form
        if not isinstance(app, TerminalApp):
            return False
        pixels = self._frames.pixels(moment, form) if form and app.has_full_quality else None
        place = self._canvas.open_place() if pixels else None
        if not form or not pixels or not place:
            app.hide_pixels(self._widget)
            return False
        self._colours = self._colours or self._tone_colours()
        picture = _with_colours(pixels, form.encoding, form.size, self._colours)
        app.show_pixels(self._widget, place, picture, self._draw)
        return True

    def hide(self) -> None:
        if isinstance(self._widget.app, TerminalApp):
            self._widget.app.hide_pixels(self._widget)

    def forget_colours(self) -> None:
        self._colours = ()

    def _tone_colours(self) -> tuple[Rgb, ...]:
        """Colours of all mixes, as the terminal shows those of the cells."""
        styles = {tone: self._widget.get_component_rich_style(f"figure--{tone}") for tone in Tone}
        colours = {tone: self._shown_colour(style) for tone, style in styles.items()}
        near = styles[Tone.NEAR]
        ground = self._shown_colour(Style(color=near.bgcolor, bgcolor=near.bgcolor))
        return mixed_colours(colours | {Tone.BLANK: ground})

    def _shown_colour(self, style: Style) -> Rgb:
        """Colour of text in a style, after Textual's filters, among those of the terminal."""
        segments = [Segment(" ", style)]
        for line_filter in self._widget.get_line_filters():
            segments = line_filter.apply(segments, self._widget.background_colors[1])
        filtered = segments[0].style
        color = filtered.color if filtered else None
        if color is None:
            return 0, 0, 0
        system = COLOR_SYSTEMS[self._widget.app.console.color_system or "truecolor"]
        red, green, blue = color.downgrade(system).get_truecolor()
        return red, green, blue
