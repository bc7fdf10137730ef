"""One question at the start, where a session was cut off: go on, save what was done, or neither."""

from enum import Enum, auto
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from footcoach_tui.app.widgets.line import Line
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
        with Vertical(id="card-box", classes="small"):
            yield Line(
                Content.assemble(
                    ("A session was cut off\n\n", "bold $accent"),
                    f"{self._cut_off.sentence}.\n\n",
                    ("  r", "bold $accent"),
                    "  go on where it was; it stands paused until you press space\n",
                    ("  s", "bold $accent"),
                    "  save it as partly done\n",
                    ("  d", "bold $accent"),
                    "  throw it away\n",
                    ("esc", "bold $accent"),
                    "  ask me next time",
                ),
                id="card-text",
            )

    def action_choose(self, choice: str) -> None:
        """Answer."""
        self.dismiss(ResumeChoice[choice])
