"""The clock's side of a session: it goes, stands, counts in, and notices that nobody was there."""

from collections import deque
from collections.abc import Iterator
from enum import Enum, auto

from footcoach_tui.session.clock import Instant
from footcoach_tui.session.cursor import Cursor
from footcoach_tui.session.events import (
    Began,
    Counted,
    CountIn,
    Paused,
    PauseReason,
    PlayerEvent,
    Resumed,
)

DEFAULT_GAP_LIMIT = 2.0
"""Seconds without a look, or by which the wall clock ran ahead, that mean: nobody was there."""

_COUNT_IN_SECONDS = 3
"""Seconds from the wish to go on to the clock going on."""


class ClockState(Enum):
    """How the clock stands."""

    READY = auto()
    RUNNING = auto()
    COUNT_IN = auto()
    PAUSED = auto()


class Transport:
    """Sets a run going and stops it. Times are monotonic seconds."""

    def __init__(self, run: Cursor, gap_limit: float) -> None:
        """Stand ready; `gap_limit` is in seconds of the clock that is looked at."""
        self.state = ClockState.READY
        self.last_tick = Instant(0.0, 0.0)
        self.last_pause: Paused | None = None
        self._cursor = run
        self._gap_limit = gap_limit
        self._counts: deque[tuple[float, PlayerEvent]] = deque()

    @property
    def is_running(self) -> bool:
        """Whether time passes: the clock goes or is about to."""
        return self.state in (ClockState.RUNNING, ClockState.COUNT_IN) and not self._cursor.is_over

    @property
    def due(self) -> float | None:
        """When the next event falls due by itself; None if none will."""
        return self._counts[0][0] if self._counts else self._cursor.due

    def count_in_left(self, time: float) -> float:
        """Seconds until the clock goes on, 0 if it is not counting in."""
        return max(0.0, self._counts[-1][0] - time) if self._counts else 0.0

    def poll(self, now: Instant) -> Iterator[PlayerEvent]:
        """All that fell due since the last look; a pause where the look comes too late."""
        since, self.last_tick = self.last_tick, now
        if not self.is_running:
            return
        gap = now.monotonic - since.monotonic
        ahead = now.wall - since.wall - gap
        if max(gap, ahead) > self._gap_limit:
            yield self.pause(since.monotonic, PauseReason.GAP, max(gap, ahead))
            return
        while self._counts and self._counts[0][0] <= now.monotonic:
            due, event = self._counts.popleft()
            if not self._counts:
                self.run(due)
            yield event
        yield from self._cursor.advance(now.monotonic)

    def start(self, time: float) -> Iterator[PlayerEvent]:
        """Start the session's time here."""
        self._cursor.origin = time
        self.run(time)
        yield Began(0.0, self._cursor.segment.index)
        yield from self._cursor.advance(time)

    def run(self, time: float) -> None:
        """Set the clock going at once."""
        self._counts.clear()
        self.last_pause = None
        self.state = ClockState.RUNNING
        self._cursor.start(time)

    def pause(self, time: float, reason: PauseReason, gap: float = 0.0) -> Paused:
        """Stop the clock."""
        if self.state is ClockState.RUNNING:
            self._cursor.stop(time)
        self._counts.clear()
        self.state = ClockState.PAUSED
        self.last_pause = Paused(time - self._cursor.origin, reason, gap)
        return self.last_pause

    def count_in(self, time: float) -> CountIn:
        """Set the clock going after a count-in."""
        self.state = ClockState.COUNT_IN
        at = time - self._cursor.origin
        for left in range(_COUNT_IN_SECONDS, 0, -1):
            wait = _COUNT_IN_SECONDS - left
            self._counts.append((time + wait, Counted(at + wait, left)))
        self._counts.append((time + _COUNT_IN_SECONDS, Resumed(at + _COUNT_IN_SECONDS)))
        return CountIn(at, _COUNT_IN_SECONDS)
