"""One question before a session is left half-way."""

from enum import Enum, auto
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from footcoach_tui.app.screens.sizes import HORIZONTAL, VERTICAL
from footcoach_tui.app.widgets.question import Question


class LeaveChoice(Enum):
    """What to do with a session under way."""

    STAY = auto()
    KEEP = auto()
    FINISH = auto()


class LeaveScreen(ModalScreen[LeaveChoice]):
    """Asks whether to leave; the session stands paused meanwhile."""

    CSS_PATH = "../styles/card.tcss"
    HORIZONTAL_BREAKPOINTS = HORIZONTAL
    VERTICAL_BREAKPOINTS = VERTICAL
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,n", "choose('STAY')", "Stay", key_display="esc"),
        Binding("q,y", "choose('KEEP')", "Leave, keep the place"),
        Binding("s", "choose('FINISH')", "End here and rate it"),
    ]

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        yield Question(
            "Leave the session?",
            "Your place is kept, and you can go on another time.",
            {
                "q": "leave, and keep the place",
                "s": "end here, save it, and say how it was",
                "esc": "stay; space goes on",
            },
        )

    def action_choose(self, choice: str) -> None:
        """Answer."""
        self.dismiss(LeaveChoice[choice])
