"""Dialog that asks for the result of a test."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input

from footcoach_tui.app.screens.base import Dialog
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.text.numbers import parse_result, range_hint

_MAX_LENGTH = 10


class NumberDialog(Dialog[float | None]):
    """Question with a line to type a number; returns it, or None if escape closed the dialog."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Back", key_display="esc"),
    ]

    def __init__(self, question: str, most: float, error: str = "") -> None:
        """`most` is the largest number allowed, `error` the error of the measurement."""
        super().__init__()
        self._question = question
        self._most = most
        self._error = error

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="card-box", classes="small"):
            yield TextLabel(Content.styled(self._question, "bold $accent"), id="question-title")
            yield TextLabel(self._error, id="card-text")
            yield Input(placeholder=f"a number, 0 to {self._most:g}", max_length=_MAX_LENGTH)
            yield TextLabel("enter saves it · esc back", id="question-answers")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def action_close(self) -> None:
        self.dismiss(None)

    @on(Input.Submitted)
    def _on_submitted(self, event: Input.Submitted) -> None:
        value = parse_result(event.value)
        if value is None or value > self._most:
            self.notify(f"{range_hint(self._most).capitalize()}.", timeout=3)
        else:
            self.dismiss(value)
