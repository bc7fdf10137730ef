"""One question before a session is left half-way."""

from enum import Enum, auto
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from footcoach_tui.app.widgets.line import Line


class LeaveChoice(Enum):
    """What to do with a session under way."""

    STAY = auto()
    KEEP = auto()
    FINISH = auto()


class LeaveScreen(ModalScreen[LeaveChoice]):
    """Asks whether to leave; the session stands paused meanwhile."""

    CSS_PATH = "../styles/card.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,n", "choose('STAY')", "Stay", key_display="esc"),
        Binding("q,y", "choose('KEEP')", "Leave, keep the place"),
        Binding("s", "choose('FINISH')", "End here and rate it"),
    ]

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        with Vertical(id="card-box", classes="small"):
            yield Line(
                Content.assemble(
                    ("Leave the session?\n\n", "bold $accent"),
                    "Your place is kept, and you can go on another time.\n\n",
                    ("  q", "bold $accent"),
                    "  leave, and keep the place\n",
                    ("  s", "bold $accent"),
                    "  end here, save it, and say how it was\n",
                    ("esc", "bold $accent"),
                    "  stay; space goes on",
                ),
                id="card-text",
            )

    def action_choose(self, choice: str) -> None:
        """Answer."""
        self.dismiss(LeaveChoice[choice])
