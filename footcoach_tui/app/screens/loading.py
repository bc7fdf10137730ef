"""The first picture: the panes, while what goes into them is fetched."""

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
    """Where the panes of the start screen will stand. It brings nothing that takes time."""

    def compose(self) -> ComposeResult:
        """Title and panes; keys have no meaning yet."""
        self.add_class("-at-list")
        yield TextLabel("footcoach", id="title")
        with Horizontal(id="panes"):
            for pane, title, text in _PANES:
                with Pane(title, id=f"{pane}-pane"):
                    yield TextLabel(text, classes="waiting")
