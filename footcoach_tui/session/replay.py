"""Journal of a session: its entries, the writer of them, and the player they lead to again."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Protocol

from footcoach_tui.session import commands as tell
from footcoach_tui.session.commands import Command
from footcoach_tui.session.events import Ended, Event, Finished, Paused, PauseReason, WentAway
from footcoach_tui.session.instant import Instant
from footcoach_tui.session.player import Player
from footcoach_tui.session.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Entry:
    """A moment at which the clock was looked at or, with a `command`, the player was told one.

    `over`: the session had come to its end. A replay finds that out; nobody else need lead one.
    """

    at: Instant
    command: tell.Command | None = None
    over: bool = False


def replayed(timeline: Timeline, entries: Iterable[Entry], gap_limit: float) -> Player:
    """The player as it was at the last entry, its clock standing.

    `gap_limit` is the one it was played with. A session that had ended is over again.
    """
    player = Player(timeline, gap_limit=gap_limit)
    last = follow(player, entries)
    if last and player.is_running:
        player.do(tell.Pause(), last)
    return player


def follow(player: Player, entries: Iterable[Entry]) -> Instant | None:
    """Lead a player along what was written down; the moment of the last entry, None without any."""
    last: Instant | None = None
    for entry in entries:
        last = entry.at
        if entry.command:
            player.do(entry.command, last)
        else:
            player.tick(last)
    return last


HEARTBEAT = 0.4
"""Seconds of the real clock after which the place is written again while time passes.

Plain lines look every half second, so that the place is never older than 0.9 seconds.
"""


class Notebook(Protocol):
    """What is written into."""

    def write(self, entry: Entry, *, sync: bool = False) -> None:
        """Write an entry; with `sync` it shall outlive a power cut too. Never raises."""
        ...


class Scribe:
    """Decides what of a session is written down, and what of it must be safe at once.

    Between two entries the player is only looked at, so what falls due there is found again.
    """

    def __init__(self, notebook: Notebook, timeline: Timeline, speed: float = 1.0) -> None:
        """`speed` is how many times faster than the real clock the session's is."""
        self._notebook = notebook
        self._timeline = timeline
        self._pace = HEARTBEAT * speed
        self._seen: Instant | None = None
        self._written = float("-inf")

    def told(self, command: Command, now: Instant, events: Collection[Event]) -> None:
        """The player was told a command, and this is what happened."""
        self._before_gap(events)
        self._write(Entry(now, command), sync=True)
        if _has_finished(events):
            self._write(Entry(now, over=True), sync=True)

    def looked(self, now: Instant, events: tuple[Event, ...]) -> None:
        """The player was looked at while time passes, and this is what happened."""
        gap = self._before_gap(events)
        sync = gap or any(self._is_worth_it(event) for event in events)
        if sync or now.monotonic - self._written >= self._pace:
            self._write(Entry(now, over=_has_finished(events)), sync=sync)
        self._seen = now

    def _before_gap(self, events: Iterable[Event]) -> bool:
        """After a gap the session stands where it was last looked at: that look counts now."""
        gap = any(isinstance(one, Paused) and one.reason is PauseReason.GAP for one in events)
        if gap and self._seen:
            self._write(Entry(self._seen), sync=False)
        return gap

    def _is_worth_it(self, event: Event) -> bool:
        """Whether it ends a set or the session."""
        if isinstance(event, Ended):
            segments = self._timeline.segments
            here = segments[event.segment]
            then = segments[event.segment + 1] if event.segment + 1 < len(segments) else None
            return here.kind.is_work and (then is None or then.set_key != here.set_key)
        return isinstance(event, Finished | Paused | WentAway)

    def _write(self, entry: Entry, *, sync: bool) -> None:
        self._notebook.write(entry, sync=sync)
        self._written = entry.at.monotonic
        self._seen = entry.at


def _has_finished(events: Iterable[Event]) -> bool:
    return any(isinstance(one, Finished) for one in events)
