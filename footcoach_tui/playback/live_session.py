"""Live session: a player with its clock and its journal.

The owner sends commands (`send`) and asks at each tick what fell due (`tick`); both return events,
and both write the journal. `view` is what to draw now, `record` what was done so far. At the end
comes `finish`, or `suspend` to go on another time.
"""

from collections.abc import Callable
from functools import partial
from typing import Self

from footcoach_tui.history.errors import HistoryError
from footcoach_tui.playback.interrupted import InterruptedSession, SessionJournals
from footcoach_tui.playback.journal import Journal
from footcoach_tui.session.clock import Clock, Instant
from footcoach_tui.session.commands import Leave, Pause, PlayerCommand
from footcoach_tui.session.events import PlayerEvent
from footcoach_tui.session.journal import JournalWriter
from footcoach_tui.session.player import Player
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.session.view import SessionView


class LiveSession:
    """Session under way. `speed` is how many times faster its clock is than the real one."""

    def __init__(
        self,
        player: Player,
        clock: Clock,
        journals: SessionJournals | None = None,
        speed: float = 1.0,
    ) -> None:
        """Without `journals` nothing is written. See also `new` and `resume`."""
        self.player = player
        self.info: SessionInfo | None = None
        self.speed = speed
        self._clock = clock
        self._journals = journals
        self._journal: Journal | None = None
        self._writer: JournalWriter | None = None
        self._warning = ""

    @classmethod
    def new(
        cls,
        routine: Routine,
        clock: Clock,
        journals: SessionJournals,
        *,
        first: Side,
        speed: float = 1.0,
        hold_wait: float | None = None,
    ) -> Self:
        """Make a session of a routine, not begun; `hold_wait` is as in `Timeline`."""
        timeline = compile_timeline(routine, first=first, hold_wait=hold_wait)
        player = Player(timeline, gap_limit=Player.GAP_LIMIT * max(1.0, speed))
        return cls(player, clock, journals, speed)

    @classmethod
    def resume(
        cls,
        interrupted: InterruptedSession,
        clock_at_speed: Callable[[float], Clock],
        journals: SessionJournals,
    ) -> Self:
        """Make a session at the place where it was interrupted, paused; its speed stays the same.

        Raises HistoryError where another footcoach is playing it.
        """
        journal = journals.resume(interrupted)
        speed = interrupted.info.speed
        clock = clock_at_speed(speed)
        if interrupted.journal.entries:
            clock = ResumedClock(clock, interrupted.journal.entries[-1].at)
        session = cls(interrupted.player(), clock, journals, speed)
        session.info = interrupted.info
        session._write_to(journal)
        session._note_interruption(interrupted)
        return session

    @property
    def routine(self) -> Routine:
        return self.player.timeline.routine

    def begin(self, info: SessionInfo) -> None:
        """Begin the journal; call it just before the command Start is sent."""
        self.info = info
        if self._journals is None:
            return
        gap_limit, timeline = self.player.gap_limit, self.player.timeline
        begin = partial(self._journals.begin, info, timeline.routine, timeline.first)
        try:
            self._write_to(begin(gap_limit, timeline.hold_wait))
        except HistoryError as error:
            self._warning = f"Your place cannot be saved ({error}); the session continues"

    def send(self, command: PlayerCommand) -> tuple[PlayerEvent, ...]:
        """Send the player a command, now."""
        now = self._clock.now()
        events = self.player.do(command, now)
        if self._writer:
            self._writer.on_command(command, now, events)
        return events

    def tick(self) -> tuple[PlayerEvent, ...]:
        """Everything that fell due since the last tick or command."""
        now = self._clock.now()
        was_running = self.player.is_running
        events = self.player.tick(now)
        if self._writer and was_running:
            self._writer.on_tick(now, events)
        return events

    def view(self) -> SessionView:
        """The session as it is now."""
        return self.player.view(self._clock.now())

    def seconds_until_due(self) -> float | None:
        """Seconds of the real clock until something falls due by itself; None if nothing will."""
        due = self.player.due
        return None if due is None else max(0.0, (due - self._clock.now().monotonic) / self.speed)

    def pop_warning(self) -> str:
        """A sentence for the user about the journal, returned once; else ""."""
        if self._journal and not self._warning:
            self._warning = self._journal.warning
            self._journal.warning = ""
        warning, self._warning = self._warning, ""
        return warning

    def record(self) -> SessionRecord | None:
        """The record of what was done so far; None if the session never began."""
        if self.info is None:
            return None
        return self.info.record_of_play(self.player)

    def suspend(self) -> SessionRecord | None:
        """Pause, and leave the journal on disk to resume from another time.

        Where the journal is not safe on disk, returns what was done, to be saved instead.
        """
        if self.player.is_running:
            self.send(Pause())
        if self._journal:
            self._journal.close()
        if self._journals is None or (self._journal and self._journal.is_whole):
            return None
        if not self.player.is_over:
            self.player.do(Leave(), self._clock.now())
        return self.record()

    def finish(self) -> None:
        """Remove the journal: what was done is in the history."""
        if self._journal:
            self._journal.finish()

    def _note_interruption(self, interrupted: InterruptedSession) -> None:
        """Write the pause of a session that was cut off: a replay finds only long gaps."""
        entries = interrupted.journal.entries
        was_paused = entries and isinstance(entries[-1].command, Pause)
        if self._writer and entries and not was_paused and not self.player.is_over:
            self._writer.on_command(Pause(), entries[-1].at, ())

    def _write_to(self, journal: Journal) -> None:
        self._journal = journal
        self._writer = JournalWriter(journal, self.player, self.speed)


class ResumedClock:
    """Clock that goes on from the last moment of the session it belongs to.

    Monotonic clocks begin anew with each start of the machine; the player's must not.
    """

    def __init__(self, clock: Clock, last: Instant) -> None:
        self._clock = clock
        self._offset = last.monotonic - clock.now().monotonic

    def now(self) -> Instant:
        now = self._clock.now()
        return Instant(now.monotonic + self._offset, now.wall)
