"""The journals of sessions that were begun: kept while they last, found again after a cut."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.history.journals.begun import Begun
from footcoach_tui.history.journals.journal import Journal
from footcoach_tui.history.journals.unfinished import Unfinished, unfinished
from footcoach_tui.history.problem import problem
from footcoach_tui.library.snapshot import SnapshotError, from_snapshot, to_snapshot
from footcoach_tui.session.commands import Leave
from footcoach_tui.session.dose import Side
from footcoach_tui.session.player import Player
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.recording import Heading, played
from footcoach_tui.session.replay import replayed
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.session.words import minutes


@dataclass(frozen=True, slots=True)
class CutOff:
    """A session that was begun and not ended. `routine` is as it was when it began.

    `is_live`: another footcoach is playing it right now.
    """

    unfinished: Unfinished
    routine: Routine

    @property
    def is_live(self) -> bool:
        """Whether another footcoach is playing it right now."""
        return self.unfinished.is_live

    @property
    def last_seen(self) -> datetime:
        """When it was last written down, in local time."""
        return self.unfinished.last_seen

    @property
    def heading(self) -> Heading:
        """What it was called when it began."""
        return self.unfinished.begun.heading

    def player(self) -> Player:
        """The player at the place where it was cut off, its clock standing."""
        begun = self.unfinished.begun
        timeline = compile_timeline(self.routine, first=begun.first)
        return replayed(timeline, self.unfinished.entries, begun.gap_limit)

    @property
    def is_over(self) -> bool:
        """Whether it had come to its end, and only was not in the history yet."""
        return self.player().is_over

    def record(self) -> SessionRecord:
        """What was done of it, as the history keeps it; what was cut off is not done."""
        player = self.player()
        entries = self.unfinished.entries
        if entries and not player.is_over:
            player.do(Leave(), entries[-1].at)
        return played(player.timeline, player.ledger, player.seconds, self.heading)

    @property
    def place(self) -> str:
        """How far it got."""
        player = self.player()
        entries = self.unfinished.entries
        step = player.view(entries[-1].at).segment.step + 1 if entries else 1
        return f"step {step} of {len(self.routine.steps)}, {minutes(player.seconds)} into it"

    @property
    def sentence(self) -> str:
        """Which session, from when, and how far it got."""
        when = f"{self.last_seen:%A %d %B at %H:%M}"
        return f"{self.routine.title}, cut off on {when}, in {self.place}"


class Journals:
    """The journals in a data folder."""

    def __init__(self, data: Path) -> None:
        """Nothing is read or made yet."""
        self._data = data

    def begin(self, heading: Heading, routine: Routine, first: Side, gap_limit: float) -> Journal:
        """Begin one. Raises HistoryError."""
        return Journal.begin(self._data, Begun(heading, to_snapshot(routine), first, gap_limit))

    def go_on(self, cut_off: CutOff) -> Journal:
        """Go on with one. Raises HistoryError where another footcoach is at it."""
        return Journal.go_on(cut_off.unfinished)

    def discard(self, cut_off: CutOff) -> None:
        """Throw one away. Raises HistoryError as `go_on` does."""
        self.go_on(cut_off).finish()

    def cut_off(self) -> tuple[tuple[CutOff, ...], tuple[Problem, ...]]:
        """Sessions that were begun and not ended, latest first, and what could not be used."""
        found, problems = unfinished(self._data)
        usable: list[CutOff] = []
        unusable: list[Problem] = []
        for one in found:
            try:
                usable.append(CutOff(one, from_snapshot(one.begun.routine)))
            except SnapshotError as error:
                unusable.append(problem(one.path, f"cannot be taken up: {error}; move it away"))
        return tuple(usable), (*problems, *unusable)
