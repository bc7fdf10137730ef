"""A session under way: the player, the clock it is asked with, and its record."""

from footcoach_tui.app.filming import Film
from footcoach_tui.app.parts import Parts
from footcoach_tui.session.commands import Command
from footcoach_tui.session.events import Event
from footcoach_tui.session.pacing import GAP_LIMIT
from footcoach_tui.session.player import Player
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.recording import Heading, played
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.session.view import View

LOOKS = 12.0
"""Looks at the clock per second while time passes: what a smooth bar needs."""


class Playing:
    """One session of one routine. Times told are seconds of the real clock."""

    def __init__(self, parts: Parts, routine: Routine) -> None:
        """Be ready; nothing has begun."""
        self.routine = routine
        self._parts = parts
        self._heading: Heading | None = None
        timeline = compile_timeline(routine, first=parts.settings.first_side)
        self.film = Film(timeline)
        self.player = Player(timeline, gap_limit=GAP_LIMIT * max(1.0, parts.speed))

    def begin(self, context: str) -> None:
        """Give the session its name and hour; call it when the player is told to start."""
        self._heading = self._parts.heading(context)

    def tell(self, command: Command) -> tuple[Event, ...]:
        """Tell the player a command, now."""
        return self.player.do(command, self._parts.clock.now())

    def look(self) -> tuple[Event, ...]:
        """All that fell due since the last look."""
        return self.player.tick(self._parts.clock.now())

    def view(self) -> View:
        """The session as it is now."""
        return self.player.view(self._parts.clock.now())

    def next_look(self) -> float | None:
        """Seconds until the next look is worth it; None while nothing moves by itself."""
        if not self.player.is_running:
            return None
        due = self.player.due
        if due is None:
            return 1.0 / LOOKS
        left = (due - self._parts.clock.now().monotonic) / self._parts.speed
        return max(0.001, min(1.0 / LOOKS, left))

    def record(self) -> SessionRecord | None:
        """What was done; None if it never began."""
        if self._heading is None:
            return None
        return played(self.player.timeline, self.player.ledger, self.player.seconds, self._heading)
