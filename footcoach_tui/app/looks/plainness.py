"""The app's looks on a slow line: sixteen colours, then nothing that moves but the count."""

from footcoach_tui.app.looks.dressed import DressedApp
from footcoach_tui.app.looks.look import Depth, Look
from footcoach_tui.app.terminal.easing import Level


class Plainness:
    """Makes an app plainer, and gives it back the looks it had."""

    def __init__(self, app: DressedApp) -> None:
        """Leave the app as it is."""
        self._app = app
        self._own: Look | None = None

    def ease(self, level: Level) -> None:
        """Look as plain as a level asks for. A theme that is chosen meanwhile is kept."""
        own = self._own or self._app.look
        is_plain = level >= Level.SIXTEEN
        self._own = own if is_plain else None
        depth = Depth.SIXTEEN if is_plain and not own.depth.is_shallow else own.depth
        calm = own.calm or level >= Level.STILLS
        if (depth, calm) != (self._app.look.depth, self._app.look.calm):
            self._app.wear(depth=depth, calm=calm)
