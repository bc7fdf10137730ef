"""Cues of the session on a screen, and the app's terminal as one of their outputs."""

from collections.abc import Callable, Sequence
from typing import Any

from textual.app import App

from footcoach_tui.app.appearance.themed_app import ThemedApp
from footcoach_tui.app.context import AppContext
from footcoach_tui.boundary.text import to_ascii
from footcoach_tui.cues.cue_player import CuePlayer
from footcoach_tui.session.events import PlayerEvent
from footcoach_tui.session.timeline import Timeline
from footcoach_tui.session.view import SessionView
from footcoach_tui.terminal.shutdown_app import ShutdownApp
from footcoach_tui.text.cue import cue_for

_MUTED_LABEL = "muted"


class TerminalCueOutput:
    """Bell and escape sequences, past Textual; silent without a terminal, as in tests."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app

    def ring(self) -> None:
        self._app.bell()

    def send(self, sequence: str) -> None:
        driver = self._app._driver  # noqa: SLF001 - Textual has no public way to write a sequence
        if driver is not None and not driver.is_headless:
            is_ascii = isinstance(self._app, ThemedApp) and self._app.appearance.is_ascii
            driver.write(to_ascii(sequence) if is_ascii else sequence)

    def call_later(self, seconds: float, do: Callable[[], None]) -> None:
        """Call a function after so many seconds, if the app still runs then."""
        self._app.set_timer(seconds, do)

    def send_at_exit(self, sequence: str) -> None:
        """Have a sequence written where the app cannot exit by itself any more."""
        if isinstance(self._app, ShutdownApp):
            self._app.set_final_sequence(sequence)


class SessionCues:
    """Passes the events of a session at a `speed` on to all outputs of cues."""

    def __init__(self, app: App[Any], app_context: AppContext, speed: float) -> None:
        self._cues: CuePlayer = app_context.open_cues(TerminalCueOutput(app), speed)

    @property
    def status_label(self) -> str:
        """Label in the title bar, or ""."""
        return _MUTED_LABEL if self._cues.is_muted else ""

    def on_events(
        self, events: Sequence[PlayerEvent], timeline: Timeline, view: SessionView
    ) -> None:
        """Play the cue for the events; `view` is the session after them."""
        cue = cue_for(events, timeline, view) if events else None
        if cue:
            self._cues.play(cue)
        self._cues.show_progress(view)

    @property
    def is_inaudible(self) -> bool:
        """Whether cues are on, and yet none makes a sound."""
        return self._cues.is_silent and not self._cues.is_muted

    def toggle_mute(self) -> str:
        """Turn all cues off or on; return a message for the user."""
        self._cues.toggle_mute()
        if self._cues.is_muted:
            return "Cues are off."
        if self.is_inaudible:
            return "Cues are on, but none makes a sound; see the settings."
        return "Cues are on."

    def close(self) -> None:
        """Stop cues as the session ends; the last one is played to its end."""
        self._cues.close()

    def stop_now(self) -> None:
        """Silence all cues at once, as the app exits."""
        self._cues.abort()
