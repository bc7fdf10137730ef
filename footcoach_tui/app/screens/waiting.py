"""The first picture: the panes, while what goes into them is fetched."""

from textual.app import ComposeResult
from textual.containers import Horizontal

from footcoach_tui.app.screens.commanded import CommandedScreen
from footcoach_tui.app.widgets.line import Line
from footcoach_tui.app.widgets.pane import Pane

_PANES = (
    ("list", "1 Routines", "Reading the routines …"),
    ("step", "2 Routine", ""),
    ("history", "3 History", "Reading the history …"),
)


class WaitingScreen(CommandedScreen):
    """Where the panes of the start screen will stand. It brings nothing that takes time."""

    def compose(self) -> ComposeResult:
        """Title and panes; keys have no meaning yet."""
        self.add_class("-at-list")
        yield Line("footcoach", id="title")
        with Horizontal(id="panes"):
            for pane, title, text in _PANES:
                with Pane(title, id=f"{pane}-pane"):
                    yield Line(text, classes="waiting")
