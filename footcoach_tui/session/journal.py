"""Journal of a session: its entries, the writer of them, and the replay to the same state."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from footcoach_tui.session import commands
from footcoach_tui.session.clock import Instant
from footcoach_tui.session.commands import PlayerCommand
from footcoach_tui.session.events import Ended, Finished, LeftSession, Paused, PlayerEvent
from footcoach_tui.session.player import Player
from footcoach_tui.session.timeline import SegmentKind, Timeline

_HEARTBEAT_SECONDS = 0.4
"""Seconds of the real clock after which a tick is written again while time passes.

Plain output ticks every half second, so the position in the journal is at most 0.9 seconds old.
"""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """Tick of the player at a moment or, with a `command`, a command to it.

    `is_over`: the session had ended. A replay finds that out by itself; other readers of the
    journal need no replay to know it.
    """

    at: Instant
    command: PlayerCommand | None = None
    is_over: bool = False

    def replay_on(self, player: Player) -> None:
        if self.command:
            player.do(self.command, self.at)
        else:
            player.tick(self.at)


def replay(timeline: Timeline, entries: Sequence[JournalEntry], gap_limit: float) -> Player:
    """Return the player in the state of the last entry, paused.

    `gap_limit` is that of the player that was recorded. An ended session is over again.
    """
    player = Player(timeline, gap_limit=gap_limit)
    for entry in entries:
        entry.replay_on(player)
    if entries and player.is_running:
        player.do(commands.Pause(), entries[-1].at)
    return player


class _JournalSink(Protocol):
    def write(self, entry: JournalEntry, *, sync: bool = False) -> None:
        """Write an entry; with `sync` it outlives a power cut too. Never raises."""


class JournalWriter:
    """Writer of a session's journal: decides which ticks are written, and which are synced.

    Ticks between two entries are left out: a replay finds the events of that time again.
    """

    def __init__(self, sink: _JournalSink, player: Player, speed: float = 1.0) -> None:
        """`speed` is how many times faster than the real clock the session's is."""
        self._sink = sink
        self._player = player
        self._interval = _HEARTBEAT_SECONDS * speed
        self._last_tick: Instant | None = None
        self._last_write = float("-inf")

    def on_command(
        self, command: PlayerCommand, now: Instant, events: Collection[PlayerEvent]
    ) -> None:
        """Write a command; if it finished the session, also an entry that says so."""
        self._write_tick_before_gap(events)
        self._write(JournalEntry(now, command), sync=True)
        if _has_finished(events):
            self._write(JournalEntry(now, is_over=True), sync=True)

    def on_tick(self, now: Instant, events: tuple[PlayerEvent, ...]) -> None:
        """Write a tick where its events, or the time since the last entry, call for it."""
        self._write_tick_before_gap(events)
        sync = any(self._needs_sync(event) for event in events)
        if sync or now.monotonic - self._last_write >= self._interval:
            self._write(JournalEntry(now, is_over=_has_finished(events)), sync=sync)
        self._last_tick = now

    def _write_tick_before_gap(self, events: Iterable[PlayerEvent]) -> None:
        """After a gap write the tick before, at which the session is paused."""
        if self._last_tick and any(isinstance(event, Paused) and event.gap for event in events):
            self._write(JournalEntry(self._last_tick), sync=False)

    def _needs_sync(self, event: PlayerEvent) -> bool:
        """Whether the event ends a set, a hold before a wait, or the session, or pauses it."""
        if isinstance(event, Ended):
            timeline = self._player.timeline
            segment = timeline.segments[event.segment]
            following = timeline.segment_after(segment)
            return segment.kind.is_work and (
                following is None
                or following.set_key != segment.set_key
                or following.kind is SegmentKind.AFTER_HOLD
            )
        return isinstance(event, Finished | Paused | LeftSession)

    def _write(self, entry: JournalEntry, *, sync: bool) -> None:
        self._sink.write(entry, sync=sync)
        self._last_write = entry.at.monotonic
        self._last_tick = entry.at


def _has_finished(events: Iterable[PlayerEvent]) -> bool:
    return any(isinstance(event, Finished) for event in events)
