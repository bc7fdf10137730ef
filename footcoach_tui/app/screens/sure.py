"""One question before something is taken away."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from footcoach_tui.app.widgets.line import Line


class SureScreen(ModalScreen[bool]):
    """Asks once."""

    CSS_PATH = ["../styles/card.tcss", "../styles/history.tcss"]  # noqa: RUF012 - as Textual has it
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
        with Vertical(id="card-box", classes="small"):
            yield Line(
                Content.assemble(
                    (f"{question}\n\n", "bold $accent"),
                    f"{what}\n\n",
                    ("  y", "bold $accent"),
                    f"  {yes}\n",
                    ("esc", "bold $accent"),
                    f"  {no}",
                ),
                id="card-text",
            )

    def action_answer(self, answer: bool) -> None:  # noqa: FBT001 - as Textual calls it
        """Answer."""
        self.dismiss(answer)
