"""A session led again from what was written down of it: the same commands at the same moments."""

from collections.abc import Iterable
from dataclasses import dataclass

from footcoach_tui.session import commands as tell
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
