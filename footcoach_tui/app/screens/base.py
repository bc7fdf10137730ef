"""Base screens: closed once, with commands from the table, and a list beside details."""

from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual import on
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.reactive import reactive
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import OptionList

from footcoach_tui.app.commands.bindings import bindings
from footcoach_tui.app.widgets.pane import PaneTabs

_Result = TypeVar("_Result")


class AppScreen(Screen[_Result]):
    """Screen that is closed once, and called back only as long as it is there."""

    def dismiss(self, result: _Result | None = None) -> AwaitComplete:
        """Close the screen and those above it; closed already, it does nothing."""
        if self not in self.app.screen_stack:
            return AwaitComplete()
        self.close_above()
        return super().dismiss(result)

    def warn(self, message: str) -> None:
        """Show a message that is not to be missed, unless it is empty."""
        if message:
            self.app.notify(message, severity="warning", markup=False, timeout=10)

    def close_above(self) -> None:
        """Close the screens above this one, without an answer."""
        while self in self.app.screen_stack and self.app.screen is not self:
            self.app.pop_screen()

    def call_from_thread(self, callback: Callable[..., object], *args: object) -> None:
        """Call back from a thread, which does not wait: the app may be about to exit."""
        self.call_later(self._call, callback, *args)

    def call_when_drawn(self, callback: Callable[..., object], *args: object) -> None:
        """Call back after the next refresh."""
        self.call_after_refresh(self._call, callback, *args)

    def _call(self, callback: Callable[..., object], *args: object) -> None:
        if self.is_attached and self.app.is_running:
            callback(*args)


class Dialog(AppScreen[_Result], ModalScreen[_Result]):
    """Screen above another one, that asks for an answer. No message lies over it but a warning."""

    def on_mount(self) -> None:
        for message in tuple(self.app._notifications):  # noqa: SLF001 - no public list of them
            if message.severity == "information":
                self.app._unnotify(message)  # noqa: SLF001 - clear_notifications ends warnings too


class CommandScreen(AppScreen[None]):
    """Screen with the commands of the table; `actions` maps their ids to functions."""

    focused: reactive[Widget | None] = reactive(None, repaint=False)
    """Textual's own, without the repaint of the whole screen."""

    def __init__(self) -> None:
        super().__init__()
        self.actions: dict[str, Callable[[], None]] = {}

    def on_compose(self) -> None:
        """Set the classes for the size of the terminal before anything is styled and laid out.

        Textual sets them after the first layout, and then does all of it once more.
        """
        for size, breakpoints in zip(
            self.app.size,
            (self.app.HORIZONTAL_BREAKPOINTS, self.app.VERTICAL_BREAKPOINTS),
            strict=True,
        ):
            fitting = [name for least, name in breakpoints or () if least <= size]
            self.update_classes(
                {name: name == fitting[-1] for _, name in breakpoints or ()}, update=False
            )

    def action_command(self, command: str) -> None:
        """Run a command; one that comes before the screen is mounted waits for it."""
        if self.is_mounted:
            self.actions[command]()
        else:
            self.call_when_drawn(self.actions[command])

    def action_back(self) -> None:
        self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "command":
            return str(parameters[0]) in self.actions
        return super().check_action(action, parameters)

    def pause(self) -> None:
        """Pause what plays here, as it is covered or the terminal is suspended."""

    def show_skipped(self) -> None:
        """Draw what was skipped while the terminal was behind."""

    def suspend_session(self) -> bool:
        """Save the place of a session, as the app ends; returns whether there was one."""
        return False


class MasterDetailScreen(CommandScreen):
    """Screen of a list and its details; panes have a class of `PANE_CLASSES`."""

    PANE_CLASSES: ClassVar[tuple[str, ...]] = ("first", "second")

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("pane.list", "pane.step", "pane.history", "pane.next")
    ]

    def __init__(self) -> None:
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
        """Selector of the widget to focus in a pane."""
        raise NotImplementedError

    def show_pane(self, place: int) -> None:
        """Show and focus a pane, counted from 0."""
        self._at = place
        for number, name in enumerate(self.PANE_CLASSES):
            self.set_class(number == place, f"-at-{name}")
        self.query_one(PaneTabs).mark(place)
        self.call_when_drawn(lambda: self.set_focus(self.query_one(self.focus_selector(place))))

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.show_pane(1)
