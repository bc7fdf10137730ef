"""The one way past Textual to the terminal, for what Textual has no words for."""

from collections.abc import Callable
from typing import Any

from textual.app import App

from footcoach_tui.app.appearance.themed_app import ThemedApp
from footcoach_tui.boundary.text import to_ascii
from footcoach_tui.terminal.app import ShutdownApp


class TerminalCueOutput:
    """Cues on the terminal of an app; a terminal that is not there, as in tests, hears nothing."""

    def __init__(self, app: App[Any]) -> None:
        """Nothing is written yet."""
        self._app = app

    def ring(self) -> None:
        """Ring the bell."""
        self._app.bell()

    def send(self, sequence: str) -> None:
        """Write a sequence as it is."""
        driver = self._app._driver  # noqa: SLF001 - Textual has no public way to write one
        if driver is not None and not driver.is_headless:
            is_ascii = isinstance(self._app, ThemedApp) and self._app.appearance.is_ascii
            driver.write(to_ascii(sequence) if is_ascii else sequence)

    def call_later(self, seconds: float, do: Callable[[], None]) -> None:
        """Do something so much later, if the app still runs then."""
        self._app.set_timer(seconds, do)

    def send_at_exit(self, sequence: str) -> None:
        """Have it written where the app cannot end by itself any more."""
        if isinstance(self._app, ShutdownApp):
            self._app.set_final_sequence(sequence)
