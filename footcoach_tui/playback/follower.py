"""Follower of a session that another footcoach plays, by reading its journal."""

from footcoach_tui.playback.interrupted import InterruptedSession
from footcoach_tui.playback.journal_tail import JournalTail
from footcoach_tui.session.clock import Clock, Instant
from footcoach_tui.session.journal import JournalEntry
from footcoach_tui.session.player import Player
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.view import SessionView

_MAX_AHEAD = 1.0
"""Seconds by which the view runs on beyond the latest entry."""


class SessionFollower:
    """Player led by the journal of another process, which is never changed.

    Call `poll` now and then, and `close` at the end.
    """

    def __init__(self, session: InterruptedSession, clock: Clock) -> None:
        """`clock` runs at the session's speed. Raises HistoryError where it has just ended."""
        self.session = session
        self.is_live = True
        self.player = Player(session.timeline, gap_limit=session.journal.header.gap_limit)
        self._clock = clock
        self._max_ahead = _MAX_AHEAD * session.info.speed
        self._last = Instant(0.0, 0.0)
        self._read_at = clock.now().monotonic
        self._replay(session.journal.entries)
        self._tail = JournalTail(session.journal)

    @property
    def routine(self) -> Routine:
        return self.session.routine

    @property
    def is_removed(self) -> bool:
        """Whether there is nothing left to resume: the session is saved, or was discarded."""
        return self._tail.is_removed

    def poll(self) -> bool:
        """Read the new entries; return whether the session is still being played."""
        is_live = self._tail.is_live  # first: the last entries before the end are read then
        self._replay(self._tail.read_new())
        self.is_live = is_live and not self.is_removed
        return self.is_live

    def view(self) -> SessionView:
        """The session as it should be now: never beyond what falls due next."""
        last = self._last
        if not (self.is_live and self.player.is_running):
            return self.player.view(last)
        ahead = min(self._clock.now().monotonic - self._read_at, self._max_ahead)
        due = self.player.due
        moment = last.monotonic + max(0.0, ahead)
        moment = moment if due is None else max(last.monotonic, min(moment, due))
        return self.player.view(Instant(moment, last.wall))

    def close(self) -> None:
        self._tail.close()

    def _replay(self, entries: tuple[JournalEntry, ...]) -> None:
        if entries:
            for entry in entries:
                entry.replay_on(self.player)
            self._last = entries[-1].at
            self._read_at = self._clock.now().monotonic
