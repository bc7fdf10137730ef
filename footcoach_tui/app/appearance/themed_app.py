"""App with an appearance that can change while it runs."""

from collections.abc import Sequence

from textual import constants
from textual.events import DescendantFocus
from textual.filter import LineFilter, Monochrome, NoColor
from textual.widgets import Input

from footcoach_tui.app.appearance.choose import Appearance, ColourDepth
from footcoach_tui.app.appearance.figure_glyphs import glyphs_of_terminal, may_show_pixels
from footcoach_tui.app.appearance.filters import ascii_cells, line_filters
from footcoach_tui.app.appearance.scrollbar import set_scrollbar
from footcoach_tui.app.appearance.themes import OWN_THEMES, variable_defaults
from footcoach_tui.terminal.app import TerminalApp
from footcoach_tui.terminal.crash_log import CrashLog
from footcoach_tui.terminal.graphics import QUERY as GRAPHICS_QUERY
from footcoach_tui.terminal.graphics import Graphics
from footcoach_tui.terminal.input_reader import TerminalBackground, TerminalGraphics, TerminalName
from footcoach_tui.terminal.quality import Quality
from footcoach_tui.terminal.shutdown import ExitWatchdog


class ThemedApp(TerminalApp, inherit_bindings=False):
    """App whose theme, colours, glyphs and motion are those of `appearance`.

    Widgets ask Textual itself: `app.animation_level` is "none" where nothing may move, and
    `app.native_ansi_color` is true where colours cannot be mixed.
    """

    def __init__(
        self,
        appearance: Appearance,
        watchdog: ExitWatchdog | None = None,
        crash_log: CrashLog | None = None,
    ) -> None:
        self.appearance = appearance
        self._full_appearance: Appearance | None = None
        """Appearance to return to from a lower quality; None at full quality."""
        super().__init__(watchdog, crash_log)
        for theme in OWN_THEMES:
            self.register_theme(theme)
        self._set_appearance(appearance)

    def on_mount(self) -> None:
        """Query the terminal's background, where its own colours may be used, and its name."""
        if (
            self.appearance.has_light_background is None
            and self.appearance.depth is not ColourDepth.NONE
        ):
            self.query_terminal(TerminalBackground.QUERY)

        if self.appearance.is_figure_open:
            self.query_terminal(TerminalName.QUERY)
        if self.appearance.has_pixels_wish:
            self.query_terminal(GRAPHICS_QUERY)

    def on_terminal_name(self, message: TerminalName) -> None:
        """Draw figures as finely as this terminal can."""
        if may_show_pixels(message.name) and not self.appearance.has_pixels_wish:
            self.query_terminal(GRAPHICS_QUERY)
        figure = glyphs_of_terminal(message.name)
        if self.appearance.is_figure_open and figure is not self.appearance.figure:
            self.appearance = self.appearance._replace(figure=figure)
            self.refresh_css(animate=False)  # tells the widgets to draw anew

    def on_terminal_graphics(self, message: TerminalGraphics) -> None:
        """Draw figures in pixels; in sixel only where the settings ask for pixels."""
        if message.graphics is Graphics.KITTY or self.appearance.has_pixels_wish:
            self.set_graphics(message.graphics)
            self.refresh_css(animate=False)

    def on_terminal_background(self, message: TerminalBackground) -> None:
        """Use colours that are legible on the terminal's own background."""
        self._set_appearance(self.appearance._replace(has_light_background=message.is_light))

    def on_quality(self, level: Quality) -> None:
        """Use sixteen colours, then no motion, on a slow line; a theme chosen meanwhile stays."""
        full = self._full_appearance or self.appearance
        is_lowered = level >= Quality.SIXTEEN_COLOURS
        self._full_appearance = full if is_lowered else None
        depth = ColourDepth.SIXTEEN if is_lowered and not full.depth.is_ansi_only else full.depth
        is_calm = full.is_calm or level >= Quality.STILLS
        if (depth, is_calm) != (self.appearance.depth, self.appearance.is_calm):
            self._set_appearance(self.appearance._replace(depth=depth, is_calm=is_calm))

    def ascii_cells(self, text: str) -> str:
        if not self.appearance.is_ascii:
            return text
        return ascii_cells(text, self.appearance.has_blocks)

    def validate_theme(self, theme: str) -> str:
        """Return the theme, or its replacement on this terminal."""
        if theme != self.appearance.effective_theme:
            self.appearance = self.appearance._replace(theme=theme)
        return self.appearance.effective_theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the variables that our stylesheets need of every theme, Textual's included."""
        return variable_defaults(self.current_theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's filters, with our own in place of those for NO_COLOR."""
        stock = (Monochrome, NoColor)
        filters = [item for item in super().get_line_filters() if not isinstance(item, stock)]
        return [*filters, *line_filters(self.appearance)]

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Stop the cursor from blinking where nothing may move."""
        if isinstance(event.widget, Input):
            event.widget.cursor_blink = not self.appearance.is_calm

    def _set_appearance(self, appearance: Appearance) -> None:
        self.appearance = appearance
        set_scrollbar(appearance)
        self.no_color = appearance.depth is ColourDepth.NONE
        self.animation_level = "none" if appearance.is_calm else constants.TEXTUAL_ANIMATIONS
        self.theme = appearance.effective_theme
