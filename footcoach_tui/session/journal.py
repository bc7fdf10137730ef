"""Journal of a session: its entries, the writer of them, and the player they lead to again."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Protocol

from footcoach_tui.session import commands
from footcoach_tui.session.clock import Instant
from footcoach_tui.session.commands import PlayerCommand
from footcoach_tui.session.events import (
    Ended,
    Finished,
    LeftSession,
    Paused,
    PauseReason,
    PlayerEvent,
)
from footcoach_tui.session.player import Player
from footcoach_tui.session.timeline import Timeline


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """A moment at which the clock was looked at or, with a `command`, the player was told one.

    `over`: the session had come to its end. A replay finds that out; nobody else need lead one.
    """

    at: Instant
    command: PlayerCommand | None = None
    is_over: bool = False


def replay(timeline: Timeline, entries: Iterable[JournalEntry], gap_limit: float) -> Player:
    """The player as it was at the last entry, its clock standing.

    `gap_limit` is the one it was played with. A session that had ended is over again.
    """
    player = Player(timeline, gap_limit=gap_limit)
    last = replay_into(player, entries)
    if last and player.is_running:
        player.do(commands.Pause(), last)
    return player


def replay_into(player: Player, entries: Iterable[JournalEntry]) -> Instant | None:
    """Lead a player along what was written down; the moment of the last entry, None without any."""
    last: Instant | None = None
    for entry in entries:
        last = entry.at
        if entry.command:
            player.do(entry.command, last)
        else:
            player.tick(last)
    return last


_HEARTBEAT_SECONDS = 0.4
"""Seconds of the real clock after which the place is written again while time passes.

Plain lines look every half second, so that the place is never older than 0.9 seconds.
"""


class JournalSink(Protocol):
    """What is written into."""

    def write(self, entry: JournalEntry, *, sync: bool = False) -> None:
        """Write an entry; with `sync` it shall outlive a power cut too. Never raises."""
        ...


class JournalWriter:
    """Decides what of a session is written down, and what of it must be safe at once.

    Between two entries the player is only looked at, so what falls due there is found again.
    """

    def __init__(self, notebook: JournalSink, timeline: Timeline, speed: float = 1.0) -> None:
        """`speed` is how many times faster than the real clock the session's is."""
        self._sink = notebook
        self._timeline = timeline
        self._interval = _HEARTBEAT_SECONDS * speed
        self._last_tick: Instant | None = None
        self._written = float("-inf")

    def on_command(
        self, command: PlayerCommand, now: Instant, events: Collection[PlayerEvent]
    ) -> None:
        """The player was told a command, and this is what happened."""
        self._before_gap(events)
        self._write(JournalEntry(now, command), sync=True)
        if _has_finished(events):
            self._write(JournalEntry(now, is_over=True), sync=True)

    def on_tick(self, now: Instant, events: tuple[PlayerEvent, ...]) -> None:
        """The player was looked at while time passes, and this is what happened."""
        gap = self._before_gap(events)
        sync = gap or any(self._needs_sync(event) for event in events)
        if sync or now.monotonic - self._written >= self._interval:
            self._write(JournalEntry(now, is_over=_has_finished(events)), sync=sync)
        self._last_tick = now

    def _before_gap(self, events: Iterable[PlayerEvent]) -> bool:
        """After a gap the session stands where it was last looked at: that look counts now."""
        gap = any(isinstance(one, Paused) and one.reason is PauseReason.GAP for one in events)
        if gap and self._last_tick:
            self._write(JournalEntry(self._last_tick), sync=False)
        return gap

    def _needs_sync(self, event: PlayerEvent) -> bool:
        """Whether it ends a set or the session."""
        if isinstance(event, Ended):
            segments = self._timeline.segments
            here = segments[event.segment]
            then = segments[event.segment + 1] if event.segment + 1 < len(segments) else None
            return here.kind.is_work and (then is None or then.set_key != here.set_key)
        return isinstance(event, Finished | Paused | LeftSession)

    def _write(self, entry: JournalEntry, *, sync: bool) -> None:
        self._sink.write(entry, sync=sync)
        self._written = entry.at.monotonic
        self._last_tick = entry.at


def _has_finished(events: Iterable[PlayerEvent]) -> bool:
    return any(isinstance(one, Finished) for one in events)
