"""Base screens: one whose commands come from the table, and one of several panes."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList

from footcoach_tui.app.commands.bindings import bindings
from footcoach_tui.app.widgets.pane import PaneTabs


class CommandScreen(Screen[None]):
    """Names in `actions` what each command of the table does here."""

    focused: reactive[Widget | None] = reactive(None, repaint=False)
    """As Textual has it, but for one thing: all of the screen is not drawn anew for it."""

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

    def pause(self) -> None:
        """Let no time pass here: the person has gone away."""

    def show_skipped(self) -> None:
        """Show what could not be shown: the terminal has come to what it was sent."""

    def suspend_session(self) -> bool:
        """Make safe what is under way here, for the app is to end; whether there was anything."""
        return False


class MasterDetailScreen(CommandScreen):
    """A screen composes `PaneTabs`, and gives each of its panes the class of its place."""

    PANE_CLASSES: ClassVar[tuple[str, ...]] = ("first", "second")

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("pane.list", "pane.step", "pane.history", "pane.next")
    ]

    def __init__(self) -> None:
        """Be at the list."""
        super().__init__()
        self._at = 0
        self.actions |= {
            "pane.list": lambda: self.show_pane(0),
            "pane.step": lambda: self.show_pane(1),
            "pane.next": lambda: self.show_pane((self._at + 1) % len(self.PANE_CLASSES)),
        }
        if len(self.PANE_CLASSES) > 2:  # noqa: PLR2004 - the third key
            self.actions["pane.history"] = lambda: self.show_pane(2)
        self.add_class("-at-first")

    def focus_selector(self, place: int) -> str:
        """The selector of the widget that takes the keys in a pane."""
        raise NotImplementedError

    def show_pane(self, place: int) -> None:
        """Go to a pane, counted from 0: where only one fits, it is this one."""
        self._at = place
        for number, name in enumerate(self.PANE_CLASSES):
            self.set_class(number == place, f"-at-{name}")
        self.query_one(PaneTabs).mark(place)
        self.call_after_refresh(lambda: self.set_focus(self.query_one(self.focus_selector(place))))

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.show_pane(1)
