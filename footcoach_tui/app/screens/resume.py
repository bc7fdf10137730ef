"""One question at the start, where a session was cut off: go on, save what was done, or neither."""

from enum import Enum, auto
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from footcoach_tui.app.screens.sizes import HORIZONTAL, VERTICAL
from footcoach_tui.app.widgets.question import Question
from footcoach_tui.playing.journals import CutOff


class ResumeChoice(Enum):
    """What to do with a session that was cut off."""

    RESUME = auto()
    SAVE = auto()
    DISCARD = auto()
    LATER = auto()


class ResumeScreen(ModalScreen[ResumeChoice]):
    """Asks once; whoever puts it off is asked at the next start."""

    CSS_PATH = "../styles/card.tcss"
    HORIZONTAL_BREAKPOINTS = HORIZONTAL
    VERTICAL_BREAKPOINTS = VERTICAL
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r,enter", "choose('RESUME')", "Go on"),
        Binding("s", "choose('SAVE')", "Save as partly done"),
        Binding("d", "choose('DISCARD')", "Throw away"),
        Binding("escape,q", "choose('LATER')", "Later", key_display="esc"),
    ]

    def __init__(self, cut_off: CutOff) -> None:
        """`cut_off` is the session that is asked about."""
        super().__init__()
        self._cut_off = cut_off

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        yield Question(
            "A session was cut off",
            f"{self._cut_off.sentence}.",
            {
                "r": "go on where it was; it stands paused until you press space",
                "s": "save it as partly done",
                "d": "throw it away",
                "esc": "ask me next time",
            },
        )

    def action_choose(self, choice: str) -> None:
        """Answer."""
        self.dismiss(ResumeChoice[choice])
