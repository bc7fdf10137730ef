"""The app's looks on a slow line: sixteen colours, then nothing that moves but the count."""

from footcoach_tui.app.appearance.choose import Appearance, ColourDepth
from footcoach_tui.app.appearance.themed_app import ThemedApp
from footcoach_tui.terminal.quality import Quality


class AppearanceAdjuster:
    """Makes an app plainer, and gives it back the looks it had."""

    def __init__(self, app: ThemedApp) -> None:
        """Leave the app as it is."""
        self._app = app
        self._full_appearance: Appearance | None = None

    def apply_quality(self, level: Quality) -> None:
        """Look as plain as a level asks for. A theme that is chosen meanwhile is kept."""
        own = self._full_appearance or self._app.appearance
        is_plain = level >= Quality.SIXTEEN_COLOURS
        self._full_appearance = own if is_plain else None
        depth = ColourDepth.SIXTEEN if is_plain and not own.depth.is_ansi_only else own.depth
        calm = own.is_calm or level >= Quality.STILLS
        if (depth, calm) != (self._app.appearance.depth, self._app.appearance.is_calm):
            self._app.change_appearance(depth=depth, calm=calm)
