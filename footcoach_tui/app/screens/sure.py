"""One question before something is taken away."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from footcoach_tui.app.screens.sizes import HORIZONTAL, VERTICAL
from footcoach_tui.app.widgets.question import Question


class SureScreen(ModalScreen[bool]):
    """Asks once."""

    CSS_PATH = ["../styles/card.tcss", "../styles/history.tcss"]  # noqa: RUF012 - as Textual has it
    HORIZONTAL_BREAKPOINTS = HORIZONTAL
    VERTICAL_BREAKPOINTS = VERTICAL
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,n,q", "answer(False)", "No", key_display="esc"),
        Binding("y,enter", "answer(True)", "Yes"),
    ]

    def __init__(self, question: str, what: str, yes: str, no: str) -> None:
        """`what` it is about; `yes` and `no` say what comes of an answer."""
        super().__init__()
        self._texts = question, what, yes, no

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        question, what, yes, no = self._texts
        yield Question(question, what, {"y": yes, "esc": no})

    def action_answer(self, answer: bool) -> None:  # noqa: FBT001 - as Textual calls it
        """Answer."""
        self.dismiss(answer)
