"""Dialog for a note in the middle of a session."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input

from footcoach_tui.app.screens.base import Dialog
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.boundary.text import clean

_MAX_LENGTH = 200


class NoteDialog(Dialog[str | None]):
    """One line to type; returns it, or None if nothing was typed or escape closed the dialog."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Back", key_display="esc"),
    ]

    def __init__(self, exercise: str) -> None:
        super().__init__()
        self._exercise = exercise

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="card-box", classes="small"):
            yield TextLabel(Content.styled("A note", "bold $accent"), id="question-title")
            yield TextLabel(self._exercise, id="card-text")
            yield Input(max_length=_MAX_LENGTH)
            yield TextLabel("enter saves it · esc back", id="question-answers")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def action_close(self) -> None:
        self.dismiss(None)

    @on(Input.Submitted)
    def _on_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(clean(event.value, limit=_MAX_LENGTH).strip() or None)
