"""Base of dialogs with one line to type."""

from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input

from footcoach_tui.app.screens.base import Dialog
from footcoach_tui.app.widgets.label import TextLabel

_Result = TypeVar("_Result")


class LineDialog(Dialog[_Result | None]):
    """Title, text and a line to type; returns what `parse` makes of it, None after escape."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Back", key_display="esc"),
    ]

    def __init__(self, title: str, text: str, *, max_length: int, placeholder: str = "") -> None:
        super().__init__()
        self._title = Content.styled(title, "bold $accent")
        self._text = text
        self._input = Input(placeholder=placeholder, max_length=max_length)

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="card-box", classes="small"):
            yield TextLabel(self._title, id="question-title")
            yield TextLabel(self._text, id="card-text")
            yield self._input
            yield TextLabel("enter saves it · esc back", id="question-answers")

    def on_mount(self) -> None:
        self._input.focus()

    def action_close(self) -> None:
        self.dismiss(None)

    def parse(self, line: str) -> _Result | None:
        """Return the result; ValueError with a sentence for a line that has none."""
        raise NotImplementedError

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        try:
            self.dismiss(self.parse(event.value))
        except ValueError as error:
            self.notify(str(error), timeout=3, markup=False)
