"""Transport: runs and pauses the cursor, counts in, and pauses by itself after a gap."""

from collections import deque
from collections.abc import Iterator
from enum import Enum, auto

from footcoach_tui.session.clock import Instant
from footcoach_tui.session.cursor import Cursor
from footcoach_tui.session.events import Began, Counted, CountIn, Paused, PlayerEvent, Resumed

_COUNT_IN_SECONDS = 3


class ClockState(Enum):
    """State of the session's clock."""

    READY = auto()
    RUNNING = auto()
    COUNT_IN = auto()
    PAUSED = auto()


class Transport:
    """Clock of a session, which starts and stops the cursor. Times are monotonic seconds.

    More than `gap_limit` seconds between two ticks are a gap, and so is a wall clock that runs
    ahead by as much (the machine slept): the session is then paused at the tick before.
    """

    def __init__(self, cursor: Cursor, gap_limit: float) -> None:
        self.state = ClockState.READY
        self.last_tick = Instant(0.0, 0.0)
        self.last_pause: Paused | None = None
        self._cursor = cursor
        self._gap_limit = gap_limit
        self._counts: deque[tuple[float, PlayerEvent]] = deque()

    @property
    def is_running(self) -> bool:
        """Whether time passes, or will after the count-in."""
        return self.state in (ClockState.RUNNING, ClockState.COUNT_IN) and not self._cursor.is_over

    @property
    def due(self) -> float | None:
        """Time of the next event; None if none comes by itself."""
        return self._counts[0][0] if self._counts else self._cursor.due

    def count_in_left(self, time: float) -> float:
        """Return the seconds left of the count-in, 0 without one."""
        return max(0.0, self._counts[-1][0] - time) if self._counts else 0.0

    def poll(self, now: Instant) -> Iterator[PlayerEvent]:
        """Yield the events that fell due since the last tick; after a gap only the pause."""
        last, self.last_tick = self.last_tick, now
        if not self.is_running:
            return
        elapsed = now.monotonic - last.monotonic
        gap = max(elapsed, now.wall - last.wall - elapsed)
        if gap > self._gap_limit:
            yield self.pause(last.monotonic, gap)
            return
        while self._counts and self._counts[0][0] <= now.monotonic:
            due, event = self._counts.popleft()
            if not self._counts:
                self.run(due)
            yield event
        yield from self._cursor.advance(now.monotonic)

    def start(self, time: float) -> Iterator[PlayerEvent]:
        self._cursor.origin = time
        self.run(time)
        yield Began(0.0, self._cursor.segment.index)
        yield from self._cursor.advance(time)

    def run(self, time: float) -> None:
        """Run the clock, without a count-in."""
        self._counts.clear()
        self.last_pause = None
        self.state = ClockState.RUNNING
        self._cursor.start(time)

    def pause(self, time: float, gap: float = 0.0) -> Paused:
        if self.state is ClockState.RUNNING:
            self._cursor.stop(time)
        self._counts.clear()
        self.state = ClockState.PAUSED
        self.last_pause = Paused(time - self._cursor.origin, gap)
        return self.last_pause

    def count_in(self, time: float) -> CountIn:
        """Run the clock after a count-in."""
        self.state = ClockState.COUNT_IN
        at = time - self._cursor.origin
        for passed in range(_COUNT_IN_SECONDS):
            event = Counted(at + passed, _COUNT_IN_SECONDS - passed)
            self._counts.append((time + passed, event))
        self._counts.append((time + _COUNT_IN_SECONDS, Resumed(at + _COUNT_IN_SECONDS)))
        return CountIn(at, _COUNT_IN_SECONDS)
