"""One question at the start, where another footcoach plays a session: whether to watch it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from footcoach_tui.app.widgets.line import Line
from footcoach_tui.playing.journals import CutOff


class BesideScreen(ModalScreen[bool]):
    """Asks once; the answer is whether to watch."""

    CSS_PATH = "../styles/card.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w,enter", "choose(True)", "Watch"),
        Binding("escape,q,n", "choose(False)", "Not now", key_display="esc"),
    ]

    def __init__(self, live: CutOff) -> None:
        """`live` is the session that is being played."""
        super().__init__()
        self._live = live

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        live = self._live
        begun = f"{live.heading.started:%H:%M}"
        with Vertical(id="card-box", classes="small"):
            yield Line(
                Content.assemble(
                    ("Another footcoach is playing right now\n\n", "bold $accent"),
                    f"{live.routine.title}, begun at {begun}, in {live.place}.\n\n",
                    ("  w", "bold $accent"),
                    "  watch it here, and change nothing\n",
                    ("esc", "bold $accent"),
                    "  not now",
                ),
                id="card-text",
            )

    def action_choose(self, choice: bool) -> None:  # noqa: FBT001 - Textual hands it over so
        """Answer."""
        self.dismiss(choice)
