"""One session under way: what it is told, when it is looked at, and what is written down of it."""

from collections.abc import Callable
from typing import Self

from footcoach_tui.history.journals.journal import Journal
from footcoach_tui.history.problem import HistoryError
from footcoach_tui.playing.clock import TakenUp
from footcoach_tui.playing.journals import CutOff, Journals
from footcoach_tui.session import commands as tell
from footcoach_tui.session.dose import Side
from footcoach_tui.session.events import Event
from footcoach_tui.session.instant import Clock
from footcoach_tui.session.pacing import GAP_LIMIT
from footcoach_tui.session.player import Player
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.recording import Heading, played
from footcoach_tui.session.replay import Scribe
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.session.view import View


class UnderWay:
    """A player with its clock and its journal. Waits told are seconds of the real clock."""

    def __init__(
        self, player: Player, clock: Clock, journals: Journals | None = None, speed: float = 1.0
    ) -> None:
        """Without `journals` nothing is written down. See also `new` and `taken_up`."""
        self.player = player
        self.heading: Heading | None = None
        self.speed = speed
        self._clock = clock
        self._journals = journals
        self._journal: Journal | None = None
        self._scribe: Scribe | None = None
        self._trouble = ""

    @classmethod
    def new(
        cls, routine: Routine, clock: Clock, journals: Journals, *, first: Side, speed: float = 1.0
    ) -> Self:
        """Be ready to play a routine; nothing has begun."""
        timeline = compile_timeline(routine, first=first)
        return cls(Player(timeline, gap_limit=GAP_LIMIT * max(1.0, speed)), clock, journals, speed)

    @classmethod
    def taken_up(
        cls, cut_off: CutOff, clock_at: Callable[[float], Clock], journals: Journals
    ) -> Self:
        """Stand where a session was cut off, its clock not going.

        `clock_at` makes a clock of a speed: a session keeps the one it began with. Raises
        HistoryError where another footcoach is playing it.
        """
        journal = journals.go_on(cut_off)
        speed = cut_off.heading.speed
        clock = clock_at(speed)
        last = cut_off.unfinished.entries[-1].at if cut_off.unfinished.entries else None
        made = cls(cut_off.player(), TakenUp(clock, last) if last else clock, journals, speed)
        made.heading = cut_off.heading
        made._write_in(journal)
        return made

    @property
    def routine(self) -> Routine:
        """What is played."""
        return self.player.timeline.routine

    def begin(self, heading: Heading) -> None:
        """Give the session its name and hour; call it when the player is told to start."""
        self.heading = heading
        if self._journals is None:
            return
        gap_limit, first = self.player.gap_limit, self.player.timeline.first
        try:
            self._write_in(self._journals.begin(heading, self.routine, first, gap_limit))
        except HistoryError as error:
            self._trouble = f"Your place cannot be kept ({error}); the session goes on"

    def tell(self, command: tell.Command) -> tuple[Event, ...]:
        """Tell the player a command, now."""
        now = self._clock.now()
        events = self.player.do(command, now)
        if self._scribe:
            self._scribe.told(command, now, events)
        return events

    def look(self) -> tuple[Event, ...]:
        """All that fell due since the last look."""
        now = self._clock.now()
        was_running = self.player.is_running
        events = self.player.tick(now)
        if self._scribe and was_running:
            self._scribe.looked(now, events)
        return events

    def view(self) -> View:
        """The session as it is now."""
        return self.player.view(self._clock.now())

    def wait(self) -> float | None:
        """Seconds until something falls due by itself; None if nothing will."""
        due = self.player.due
        return None if due is None else max(0.0, (due - self._clock.now().monotonic) / self.speed)

    def trouble(self) -> str:
        """What the person must be told of the journal, once; else ""."""
        if self._journal and not self._trouble:
            self._trouble = self._journal.trouble
            self._journal.trouble = ""
        told, self._trouble = self._trouble, ""
        return told

    def record(self) -> SessionRecord | None:
        """What was done; None if it never began."""
        if self.heading is None:
            return None
        return played(self.player.timeline, self.player.ledger, self.player.seconds, self.heading)

    def put_away(self) -> SessionRecord | None:
        """Stop the clock, and keep the place for another time.

        Where it could not be kept, whole and for sure, returns what was done: to be saved instead.
        """
        if self.player.is_running:
            self.tell(tell.Pause())
        if self._journal:
            self._journal.close()
        if self._journals is None or (self._journal and self._journal.is_whole):
            return None
        if not self.player.is_over:
            self.player.do(tell.Leave(), self._clock.now())
        return self.record()

    def finish(self) -> None:
        """What was done is in the history: the place need not be kept any more."""
        if self._journal:
            self._journal.finish()

    def _write_in(self, journal: Journal) -> None:
        self._journal = journal
        self._scribe = Scribe(journal, self.player.timeline, self.speed)
