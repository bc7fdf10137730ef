"""A screen whose commands come from the table."""

from collections.abc import Callable

from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from footcoach_tui.app.screens.sizes import HORIZONTAL, VERTICAL


class CommandedScreen(Screen[None]):
    """Names in `actions` what each command of the table does here."""

    focused: reactive[Widget | None] = reactive(None, repaint=False)
    """As Textual has it, but for one thing: all of the screen is not drawn anew for it."""

    HORIZONTAL_BREAKPOINTS = HORIZONTAL
    VERTICAL_BREAKPOINTS = VERTICAL

    def __init__(self) -> None:
        """Know no command yet."""
        super().__init__()
        self.actions: dict[str, Callable[[], None]] = {}

    def action_command(self, command: str) -> None:
        """Carry out a command of the table; one that comes before the screen waits for it."""
        if self.is_mounted:
            self.actions[command]()
        else:
            self.call_after_refresh(self.actions[command])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A command that this screen does not know is not offered."""
        if action == "command":
            return str(parameters[0]) in self.actions
        return super().check_action(action, parameters)

    def stand_still(self) -> None:
        """Let no time pass here: the person has gone away."""

    def catch_up(self) -> None:
        """Show what could not be shown: the terminal has come to what it was sent."""

    def put_away(self) -> bool:
        """Make safe what is under way here, for the app is to end; whether there was anything."""
        return False
