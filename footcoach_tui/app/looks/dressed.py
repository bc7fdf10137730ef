"""An app that wears a look, and can change it while it runs."""

from collections.abc import Sequence
from dataclasses import replace

from textual import constants
from textual.events import DescendantFocus
from textual.filter import LineFilter, Monochrome, NoColor
from textual.widgets import Input

from footcoach_tui.app.looks.filters import Colourless, InAscii, InOwnBlack
from footcoach_tui.app.looks.look import Depth, Look, shown_theme
from footcoach_tui.app.looks.spelling import spelled
from footcoach_tui.app.looks.themes import OWN, variables
from footcoach_tui.app.paint.paced import PacedApp
from footcoach_tui.app.terminal.crash_log import CrashLog
from footcoach_tui.app.terminal.ground import QUESTION, Ground
from footcoach_tui.app.terminal.lifeline import Lifeline


class DressedApp(PacedApp, inherit_bindings=False):
    """Its theme, colours, signs and motion are those of `look`.

    Widgets ask Textual itself: `app.animation_level` is "none" where nothing may move, and
    `app.native_ansi_color` is true where colours cannot be mixed.
    """

    def __init__(
        self, look: Look, lifeline: Lifeline | None = None, crash_log: CrashLog | None = None
    ) -> None:
        """`look` is worn from the first paint on."""
        self.look = look
        self._colourless, self._in_ascii, self._black = Colourless(), InAscii(), InOwnBlack()
        super().__init__(lifeline, crash_log)
        for theme in OWN:
            self.register_theme(theme)
        self._put_on()

    def on_mount(self) -> None:
        """Ask for the terminal's ground, where the colours may come to be its own."""
        if self.look.on_light is None and self.look.depth is not Depth.NONE:
            self.ask(QUESTION)

    def on_ground(self, told: Ground) -> None:
        """Wear what can be read on the terminal's own ground."""
        self.look = replace(self.look, on_light=told.is_light)
        self._put_on()

    def wear(self, *, depth: Depth | None = None, calm: bool | None = None) -> None:
        """Change colours or motion from now on; what is not named stays as it is.

        Where there are fewer colours than the theme needs, another stands in for it until there
        are more again.
        """
        depth = self.look.depth if depth is None else depth
        self.look = replace(self.look, depth=depth, calm=self.look.calm if calm is None else calm)
        self._put_on()

    def spelled(self, text: str) -> str:
        """Text as it may be sent to the terminal, in as many cells."""
        return spelled(text) if self.look.ascii else text

    def validate_theme(self, theme: str) -> str:
        """The theme, or what stands in for it on this terminal."""
        if theme != shown_theme(self.look):
            self.look = replace(self.look, theme=theme)
        return shown_theme(self.look)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What our stylesheets ask of every theme, those of Textual too."""
        return variables(self.current_theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What Textual does to a line, but for NO_COLOR, and then what the look asks for."""
        stock = (Monochrome, NoColor)
        filters = [one for one in super().get_line_filters() if not isinstance(one, stock)]
        if self.look.depth is Depth.NONE:
            filters.append(self._colourless)
        elif self.look.depth is Depth.SIXTEEN:
            filters.append(self._black)
        if self.look.ascii:
            filters.append(self._in_ascii)
        return filters

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """A cursor that blinks is motion too."""
        if isinstance(event.widget, Input):
            event.widget.cursor_blink = not self.look.calm

    def _put_on(self) -> None:
        self.no_color = self.look.depth is Depth.NONE
        self.animation_level = "none" if self.look.calm else constants.TEXTUAL_ANIMATIONS
        self.theme = shown_theme(self.look)
