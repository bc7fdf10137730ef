"""An app that wears a look, and can change it while it runs."""

from collections.abc import Sequence
from dataclasses import replace

from textual import constants
from textual.events import DescendantFocus
from textual.filter import LineFilter, Monochrome, NoColor
from textual.widgets import Input

from footcoach_tui.app.appearance.ascii import ascii_cells
from footcoach_tui.app.appearance.choose import Appearance, ColourDepth, effective_theme
from footcoach_tui.app.appearance.filters import AsciiFilter, ColourlessFilter, PlainBlackFilter
from footcoach_tui.app.appearance.themes import OWN_THEMES, variable_defaults
from footcoach_tui.terminal.app import TerminalApp
from footcoach_tui.terminal.crash_log import CrashLog
from footcoach_tui.terminal.input_reader import TerminalBackground
from footcoach_tui.terminal.shutdown import ExitWatchdog


class ThemedApp(TerminalApp, inherit_bindings=False):
    """Its theme, colours, signs and motion are those of `look`.

    Widgets ask Textual itself: `app.animation_level` is "none" where nothing may move, and
    `app.native_ansi_color` is true where colours cannot be mixed.
    """

    def __init__(
        self,
        look: Appearance,
        watchdog: ExitWatchdog | None = None,
        crash_log: CrashLog | None = None,
    ) -> None:
        """`look` is worn from the first paint on."""
        self.appearance = look
        self._colourless, self._in_ascii, self._plain_black = (
            ColourlessFilter(),
            AsciiFilter(),
            PlainBlackFilter(),
        )
        super().__init__(watchdog, crash_log)
        for theme in OWN_THEMES:
            self.register_theme(theme)
        self._apply_appearance()

    def on_mount(self) -> None:
        """Ask for the terminal's ground, where the colours may come to be its own."""
        if (
            self.appearance.has_light_background is None
            and self.appearance.depth is not ColourDepth.NONE
        ):
            self.query_terminal(TerminalBackground.QUERY)

    def on_terminal_background(self, told: TerminalBackground) -> None:
        """Wear what can be read on the terminal's own ground."""
        self.appearance = replace(self.appearance, has_light_background=told.is_light)
        self._apply_appearance()

    def change_appearance(
        self, *, depth: ColourDepth | None = None, calm: bool | None = None
    ) -> None:
        """Change colours or motion from now on; what is not named stays as it is.

        Where there are fewer colours than the theme needs, another stands in for it until there
        are more again.
        """
        depth = self.appearance.depth if depth is None else depth
        self.appearance = replace(
            self.appearance, depth=depth, is_calm=self.appearance.is_calm if calm is None else calm
        )
        self._apply_appearance()

    def ascii_cells(self, text: str) -> str:
        """Text as it may be sent to the terminal, in as many cells."""
        return ascii_cells(text) if self.appearance.is_ascii else text

    def validate_theme(self, theme: str) -> str:
        """The theme, or what stands in for it on this terminal."""
        if theme != effective_theme(self.appearance):
            self.appearance = replace(self.appearance, theme=theme)
        return effective_theme(self.appearance)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What our stylesheets ask of every theme, those of Textual too."""
        return variable_defaults(self.current_theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What Textual does to a line, but for NO_COLOR, and then what the look asks for."""
        stock = (Monochrome, NoColor)
        filters = [one for one in super().get_line_filters() if not isinstance(one, stock)]
        if self.appearance.depth is ColourDepth.NONE:
            filters.append(self._colourless)
        elif self.appearance.depth is ColourDepth.SIXTEEN:
            filters.append(self._plain_black)
        if self.appearance.is_ascii:
            filters.append(self._in_ascii)
        return filters

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """A cursor that blinks is motion too."""
        if isinstance(event.widget, Input):
            event.widget.cursor_blink = not self.appearance.is_calm

    def _apply_appearance(self) -> None:
        self.no_color = self.appearance.depth is ColourDepth.NONE
        self.animation_level = "none" if self.appearance.is_calm else constants.TEXTUAL_ANIMATIONS
        self.theme = effective_theme(self.appearance)
