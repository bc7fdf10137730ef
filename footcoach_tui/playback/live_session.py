"""One session under way: what it is told, when it is looked at, and what is written down of it."""

from collections.abc import Callable
from typing import Self

from footcoach_tui.history.errors import HistoryError
from footcoach_tui.playback.interrupted import InterruptedSession, SessionJournals
from footcoach_tui.playback.journal import Journal
from footcoach_tui.playback.resumed_clock import ResumedClock
from footcoach_tui.session import commands
from footcoach_tui.session.clock import Clock
from footcoach_tui.session.commands import PlayerCommand
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
    """A player with its clock and its journal. Waits told are seconds of the real clock."""

    def __init__(
        self,
        player: Player,
        clock: Clock,
        journals: SessionJournals | None = None,
        speed: float = 1.0,
    ) -> None:
        """Without `journals` nothing is written down. See also `new` and `taken_up`."""
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
    ) -> Self:
        """Be ready to play a routine; nothing has begun."""
        timeline = compile_timeline(routine, first=first)
        return cls(
            Player(timeline, gap_limit=Player.GAP_LIMIT * max(1.0, speed)), clock, journals, speed
        )

    @classmethod
    def resume(
        cls,
        cut_off: InterruptedSession,
        clock_at: Callable[[float], Clock],
        journals: SessionJournals,
    ) -> Self:
        """Stand where a session was cut off, its clock not going.

        `clock_at` makes a clock of a speed: a session keeps the one it began with. Raises
        HistoryError where another footcoach is playing it.
        """
        journal = journals.resume(cut_off)
        speed = cut_off.info.speed
        clock = clock_at(speed)
        last = cut_off.journal.entries[-1].at if cut_off.journal.entries else None
        made = cls(cut_off.player(), ResumedClock(clock, last) if last else clock, journals, speed)
        made.info = cut_off.info
        made._write_in(journal)
        return made

    @property
    def routine(self) -> Routine:
        """What is played."""
        return self.player.timeline.routine

    def begin(self, heading: SessionInfo) -> None:
        """Give the session its name and hour; call it when the player is told to start."""
        self.info = heading
        if self._journals is None:
            return
        gap_limit, first = self.player.gap_limit, self.player.timeline.first
        try:
            self._write_in(self._journals.begin(heading, self.routine, first, gap_limit))
        except HistoryError as error:
            self._warning = f"Your place cannot be kept ({error}); the session goes on"

    def send(self, command: PlayerCommand) -> tuple[PlayerEvent, ...]:
        """Tell the player a command, now."""
        now = self._clock.now()
        events = self.player.do(command, now)
        if self._writer:
            self._writer.on_command(command, now, events)
        return events

    def tick(self) -> tuple[PlayerEvent, ...]:
        """All that fell due since the last look."""
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
        """Seconds until something falls due by itself; None if nothing will."""
        due = self.player.due
        return None if due is None else max(0.0, (due - self._clock.now().monotonic) / self.speed)

    def pop_warning(self) -> str:
        """What the person must be told of the journal, once; else ""."""
        if self._journal and not self._warning:
            self._warning = self._journal.warning
            self._journal.warning = ""
        told, self._warning = self._warning, ""
        return told

    def record(self) -> SessionRecord | None:
        """What was done; None if it never began."""
        if self.info is None:
            return None
        return self.info.record_of_play(self.player)

    def suspend(self) -> SessionRecord | None:
        """Stop the clock, and keep the place for another time.

        Where it could not be kept, whole and for sure, returns what was done: to be saved instead.
        """
        if self.player.is_running:
            self.send(commands.Pause())
        if self._journal:
            self._journal.close()
        if self._journals is None or (self._journal and self._journal.is_whole):
            return None
        if not self.player.is_over:
            self.player.do(commands.Leave(), self._clock.now())
        return self.record()

    def finish(self) -> None:
        """What was done is in the history: the place need not be kept any more."""
        if self._journal:
            self._journal.finish()

    def _write_in(self, journal: Journal) -> None:
        self._journal = journal
        self._writer = JournalWriter(journal, self.player.timeline, self.speed)
