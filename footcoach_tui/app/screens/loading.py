"""The first picture: empty panes, while routines and history are read."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal

from footcoach_tui.app.screens.base import CommandScreen
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.pane import Pane

_PANES = (
    ("list", "1 Routines", "Reading the routines …"),
    ("step", "2 Routine", ""),
    ("history", "3 History", "Reading the history …"),
)


class LoadingScreen(CommandScreen):
    """Panes of the start screen with placeholder texts; imports nothing slow.

    All other screens are above it. Once they are closed, it opens the start screen.
    """

    def __init__(self, open_home: Callable[[], None]) -> None:
        super().__init__()
        self._open_home = open_home

    def on_screen_resume(self) -> None:
        if self.is_active:
            self._open_home()

    def compose(self) -> ComposeResult:
        self.add_class("-at-list", update=False)  # nothing is styled yet
        yield TextLabel("footcoach", id="title")
        yield Pane("Today", TextLabel(id="today"), id="today-pane")
        with Horizontal(id="panes"):
            for pane, title, text in _PANES:
                with Pane(title, id=f"{pane}-pane"):
                    yield TextLabel(text, classes="waiting")
