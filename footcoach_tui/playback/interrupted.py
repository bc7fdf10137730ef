"""Interrupted sessions: found by their journals, with what was done of them."""

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
from footcoach_tui.session.timeline import Timeline, compile_timeline
from footcoach_tui.text.durations import format_minutes


@dataclass(frozen=True, slots=True)
class InterruptedSession:
    """Session that was begun and not ended. `routine` is as it was when the session began."""

    journal: OpenJournal
    routine: Routine

    @property
    def is_live(self) -> bool:
        """Whether another footcoach is playing it right now."""
        return self.journal.is_live

    @property
    def last_seen(self) -> datetime:
        """Time of the latest entry, in local time."""
        return self.journal.last_seen

    @property
    def info(self) -> SessionInfo:
        return self.journal.header.info

    @property
    def timeline(self) -> Timeline:
        header = self.journal.header
        return compile_timeline(self.routine, first=header.first, hold_wait=header.hold_wait)

    def player(self) -> Player:
        """The player at the place where the session was interrupted, paused."""
        return replay(self.timeline, self.journal.entries, self.journal.header.gap_limit)

    @property
    def is_over(self) -> bool:
        """Whether the session had ended, and only was not saved."""
        return self.player().is_over

    def record(self) -> SessionRecord:
        """The record for the history; the set that was cut off is not done."""
        player = self.player()
        entries = self.journal.entries
        if entries and not player.is_over:
            player.do(Leave(), entries[-1].at)
        return self.info.record_of_play(player)

    @property
    def progress_text(self) -> str:
        """How far the session got, as in "step 2 of 5, after 3:20"."""
        player = self.player()
        entries = self.journal.entries
        step = player.view(entries[-1].at).segment.step + 1 if entries else 1
        return f"step {step} of {len(self.routine.steps)}, after {format_minutes(player.seconds)}"

    @property
    def sentence(self) -> str:
        """Which session, from when, and how far it got."""
        when = f"{self.last_seen:%A %d %B at %H:%M}"
        return f"{self.routine.title}, interrupted on {when}, in {self.progress_text}"


class SessionJournals:
    """Journals in a state folder; nothing is read or made before it is asked for."""

    def __init__(self, state: Path) -> None:
        self._state = state

    def begin(
        self,
        info: SessionInfo,
        routine: Routine,
        first: Side,
        gap_limit: float,
        hold_wait: float | None = None,
    ) -> Journal:
        """Begin the journal of a session. Raises HistoryError."""
        header = JournalHeader(info, to_snapshot(routine), first, gap_limit, hold_wait)
        return Journal.begin(self._state, header)

    def resume(self, interrupted: InterruptedSession) -> Journal:
        """Go on with a journal. Raises HistoryError where another footcoach writes it."""
        return Journal.resume(interrupted.journal)

    def discard(self, interrupted: InterruptedSession) -> None:
        """Remove a journal. Raises HistoryError where another footcoach writes it."""
        self.resume(interrupted).finish()

    def find_interrupted(self) -> tuple[tuple[InterruptedSession, ...], tuple[Problem, ...]]:
        """Sessions that were begun and not ended, latest first, and what could not be used."""
        journals, problems = find_open_journals(self._state)
        sessions: list[InterruptedSession] = []
        unusable: list[Problem] = []
        for journal in journals:
            try:
                routine = from_snapshot(journal.header.routine)
                sessions.append(InterruptedSession(journal, routine))
            except SnapshotError as error:
                unusable.append(
                    history_problem(journal.path, f"cannot be resumed: {error}; move it away")
                )
        return tuple(sessions), (*problems, *unusable)
