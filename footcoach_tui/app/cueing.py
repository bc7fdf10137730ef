"""The cues of the session on a screen."""

from collections.abc import Sequence
from typing import Any

from textual.app import App

from footcoach_tui.app.cue_output import TerminalOut
from footcoach_tui.app.parts import Parts
from footcoach_tui.cues.cues import Cues
from footcoach_tui.session.cue import cue_of
from footcoach_tui.session.events import Event
from footcoach_tui.session.timeline import Timeline
from footcoach_tui.session.view import View

MUTED = "muted"
"""The sign of it."""


class Cueing:
    """What a screen tells of its session, it hands on to every channel there is."""

    def __init__(self, app: App[Any], parts: Parts, speed: float) -> None:
        """Look for channels; a session at `speed` is to come."""
        self._cues: Cues = parts.cues(TerminalOut(app), speed)

    @property
    def sign(self) -> str:
        """What the title says of them."""
        return MUTED if self._cues.is_muted else ""

    def happened(self, events: Sequence[Event], timeline: Timeline, view: View) -> None:
        """Give the cue for what has happened; `view` is the session after it."""
        cue = cue_of(events, timeline, view) if events else None
        if cue:
            self._cues.give(cue)
        self._cues.follow(view)

    @property
    def is_vain(self) -> bool:
        """Whether cues are on, and yet nothing is heard."""
        return self._cues.is_silent and not self._cues.is_muted

    def mute(self) -> str:
        """Be silent, or not any more; the sentence that tells it."""
        self._cues.mute()
        if self._cues.is_muted:
            return "Every cue is off."
        if self.is_vain:
            return "Cues are on, but the settings leave none that is heard."
        return "Cues are on."

    def close(self) -> None:
        """The session is not on the screen any more; its end is heard to the end."""
        self._cues.close()

    def cut(self) -> None:
        """The app is to end: be silent now."""
        self._cues.cut()
