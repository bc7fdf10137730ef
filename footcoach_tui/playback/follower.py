"""A session that another footcoach plays, led along here by what is written down of it."""

from footcoach_tui.playback.interrupted import InterruptedSession
from footcoach_tui.playback.journal_tail import JournalTail
from footcoach_tui.session.clock import Clock, Instant
from footcoach_tui.session.journal import JournalEntry
from footcoach_tui.session.player import Player
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.session.view import SessionView

_MAX_AHEAD = 1.0
"""Seconds that the clock is believed to have gone on since what was written last."""


class SessionFollower:
    """Reads along, and changes nothing. Call `look` now and then, and `close` at the end."""

    def __init__(self, live: InterruptedSession, clock: Clock) -> None:
        """`clock` runs at the session's speed. Raises HistoryError where it has just ended."""
        self.session = live
        self.is_live = True
        begun = live.journal.header
        timeline = compile_timeline(live.routine, first=begun.first)
        self.player = Player(timeline, gap_limit=begun.gap_limit)
        self._clock = clock
        self._most_ahead = _MAX_AHEAD * begun.info.speed
        self._last = Instant(0.0, 0.0)
        self._read_at = clock.now().monotonic
        self._take(live.journal.entries)
        self._tail = JournalTail(live.journal)

    @property
    def routine(self) -> Routine:
        """What is played."""
        return self.session.routine

    @property
    def is_removed(self) -> bool:
        """Whether nothing is left to go on with: it is in the history, or thrown away."""
        return self._tail.is_removed

    def poll(self) -> bool:
        """Take in what was written since; whether the session is still being played."""
        is_live = self._tail.is_live  # first: what was written before it ended is read then
        self._take(self._tail.read_new())
        self.is_live = is_live and not self.is_removed
        return self.is_live

    def view(self) -> SessionView:
        """The session as it should be now: never beyond what falls due next."""
        last = self._last
        if not (self.is_live and self.player.is_running):
            return self.player.view(last)
        ahead = min(self._clock.now().monotonic - self._read_at, self._most_ahead)
        due = self.player.due
        moment = last.monotonic + max(0.0, ahead)
        moment = moment if due is None else max(last.monotonic, min(moment, due))
        return self.player.view(Instant(moment, last.wall))

    def close(self) -> None:
        """Watch no more."""
        self._tail.close()

    def _take(self, entries: tuple[JournalEntry, ...]) -> None:
        if entries:
            for entry in entries:
                entry.replay_on(self.player)
            self._last = entries[-1].at
            self._read_at = self._clock.now().monotonic
