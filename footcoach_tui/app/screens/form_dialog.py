"""Base of dialogs with lines to fill in."""

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType

from footcoach_tui.app.screens.base import Dialog

_Result = TypeVar("_Result")


class FormDialog(Dialog[_Result | None]):
    """Form whose lines are reached by the arrows and tab; None if it is left."""

    CSS_PATH = "../styles/history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Back", key_display="esc"),
        Binding("down", "app.focus_next", "Next", show=False),
        Binding("up", "app.focus_previous", "Back", show=False),
        Binding("tab", "app.focus_next", "Next", show=False),
        Binding("shift+tab", "app.focus_previous", "Back", show=False),
    ]

    def action_cancel(self) -> None:
        self.dismiss(None)
