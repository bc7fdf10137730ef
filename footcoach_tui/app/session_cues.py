"""The cues of the session on a screen."""

from collections.abc import Sequence
from typing import Any

from textual.app import App

from footcoach_tui.app.context import AppContext
from footcoach_tui.app.cue_output import TerminalCueOutput
from footcoach_tui.cues.cue_player import CuePlayer
from footcoach_tui.session.events import PlayerEvent
from footcoach_tui.session.timeline import Timeline
from footcoach_tui.session.view import SessionView
from footcoach_tui.text.cue import cue_for

MUTED_LABEL = "muted"
"""The sign of it."""


class SessionCues:
    """What a screen tells of its session, it hands on to every channel there is."""

    def __init__(self, app: App[Any], parts: AppContext, speed: float) -> None:
        """Look for channels; a session at `speed` is to come."""
        self._cues: CuePlayer = parts.open_cues(TerminalCueOutput(app), speed)

    @property
    def status_label(self) -> str:
        """What the title says of them."""
        return MUTED_LABEL if self._cues.is_muted else ""

    def on_events(
        self, events: Sequence[PlayerEvent], timeline: Timeline, view: SessionView
    ) -> None:
        """Give the cue for what has happened; `view` is the session after it."""
        cue = cue_for(events, timeline, view) if events else None
        if cue:
            self._cues.play(cue)
        self._cues.show_progress(view)

    @property
    def is_inaudible(self) -> bool:
        """Whether cues are on, and yet nothing is heard."""
        return self._cues.is_silent and not self._cues.is_muted

    def toggle_mute(self) -> str:
        """Be silent, or not any more; the sentence that tells it."""
        self._cues.toggle_mute()
        if self._cues.is_muted:
            return "Every cue is off."
        if self.is_inaudible:
            return "Cues are on, but the settings leave none that is heard."
        return "Cues are on."

    def close(self) -> None:
        """The session is not on the screen any more; its end is heard to the end."""
        self._cues.close()

    def stop_now(self) -> None:
        """The app is to end: be silent now."""
        self._cues.abort()
