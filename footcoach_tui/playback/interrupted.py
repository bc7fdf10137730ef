"""The journals of sessions that were begun: kept while they last, found again after a cut."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.history.errors import history_problem
from footcoach_tui.library.snapshot import SnapshotError, from_snapshot, to_snapshot
from footcoach_tui.playback.journal import Journal
from footcoach_tui.playback.journal_format import JournalHeader
from footcoach_tui.playback.open_journals import OpenJournal, find_open_journals
from footcoach_tui.session.commands import Leave
from footcoach_tui.session.journal import replay
from footcoach_tui.session.player import Player
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.text.durations import format_minutes


@dataclass(frozen=True, slots=True)
class InterruptedSession:
    """A session that was begun and not ended. `routine` is as it was when it began.

    `is_live`: another footcoach is playing it right now.
    """

    journal: OpenJournal
    routine: Routine

    @property
    def is_live(self) -> bool:
        """Whether another footcoach is playing it right now."""
        return self.journal.is_live

    @property
    def last_seen(self) -> datetime:
        """When it was last written down, in local time."""
        return self.journal.last_seen

    @property
    def info(self) -> SessionInfo:
        """What it was called when it began."""
        return self.journal.header.info

    def player(self) -> Player:
        """The player at the place where it was cut off, its clock standing."""
        begun = self.journal.header
        timeline = compile_timeline(self.routine, first=begun.first)
        return replay(timeline, self.journal.entries, begun.gap_limit)

    @property
    def is_over(self) -> bool:
        """Whether it had come to its end, and only was not in the history yet."""
        return self.player().is_over

    def record(self) -> SessionRecord:
        """What was done of it, as the history keeps it; what was cut off is not done."""
        player = self.player()
        entries = self.journal.entries
        if entries and not player.is_over:
            player.do(Leave(), entries[-1].at)
        return self.info.record_of_play(player)

    @property
    def progress_text(self) -> str:
        """How far it got."""
        player = self.player()
        entries = self.journal.entries
        step = player.view(entries[-1].at).segment.step + 1 if entries else 1
        return f"step {step} of {len(self.routine.steps)}, {format_minutes(player.seconds)} into it"

    @property
    def sentence(self) -> str:
        """Which session, from when, and how far it got."""
        when = f"{self.last_seen:%A %d %B at %H:%M}"
        return f"{self.routine.title}, cut off on {when}, in {self.progress_text}"


class SessionJournals:
    """The journals in a data folder."""

    def __init__(self, data: Path) -> None:
        """Nothing is read or made yet."""
        self._data = data

    def begin(
        self, heading: SessionInfo, routine: Routine, first: Side, gap_limit: float
    ) -> Journal:
        """Begin one. Raises HistoryError."""
        return Journal.begin(
            self._data, JournalHeader(heading, to_snapshot(routine), first, gap_limit)
        )

    def resume(self, cut_off: InterruptedSession) -> Journal:
        """Go on with one. Raises HistoryError where another footcoach is at it."""
        return Journal.resume(cut_off.journal)

    def discard(self, cut_off: InterruptedSession) -> None:
        """Throw one away. Raises HistoryError as `go_on` does."""
        self.resume(cut_off).finish()

    def find_interrupted(self) -> tuple[tuple[InterruptedSession, ...], tuple[Problem, ...]]:
        """Sessions that were begun and not ended, latest first, and what could not be used."""
        found, problems = find_open_journals(self._data)
        usable: list[InterruptedSession] = []
        unusable: list[Problem] = []
        for one in found:
            try:
                usable.append(InterruptedSession(one, from_snapshot(one.header.routine)))
            except SnapshotError as error:
                unusable.append(
                    history_problem(one.path, f"cannot be taken up: {error}; move it away")
                )
        return tuple(usable), (*problems, *unusable)
