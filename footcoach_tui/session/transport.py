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

    A pause lasts as long as it did on the wall, or on the monotonic clock where that is more: so
    time without footcoach counts, and a clock that was set back does not. While the session runs
    only the monotonic clock counts.

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
        self._paused = 0.0
        """Seconds in pauses that are over; a count-in belongs to the pause before it."""
        self._pause_began: float | None = None
        """Start of the present pause, in seconds on the wall from the start of the session."""
        self._stopped = Instant(0.0, 0.0)
        self._slept = 0.0
        """Moment at which the clock was stopped, and the cursor's `slept` then."""

    @property
    def is_running(self) -> bool:
        """Whether time passes, or will after the count-in."""
        return self.state in (ClockState.RUNNING, ClockState.COUNT_IN) and not self._cursor.is_over

    @property
    def due(self) -> float | None:
        """Time of the next event; None if none comes by itself."""
        return self._counts[0][0] if self._counts else self._cursor.due

    @property
    def wall_times(self) -> tuple[float, float]:
        """Seconds on the wall up to the last tick, or the end, and how many were paused."""
        cursor = self._cursor
        passed = cursor.end if cursor.is_over else cursor.wall_seconds(self.last_tick.monotonic)
        return passed, self._paused_until(passed)

    def _paused_until(self, end: float) -> float:
        """Return the seconds paused up to `end`, in seconds on the wall from the start."""
        began = end if self._pause_began is None else self._pause_began
        return self._paused + max(0.0, end - began)

    def count_in_left(self, time: float) -> float:
        """Return the seconds left of the count-in, 0 without one."""
        return max(0.0, self._counts[-1][0] - time) if self._counts else 0.0

    def poll(self, now: Instant) -> Iterator[PlayerEvent]:
        """Yield the events that fell due since the last tick; after a gap only the pause."""
        last, self.last_tick = self.last_tick, now
        if not self.is_running:
            self._follow_wall(now)
            return
        elapsed = now.monotonic - last.monotonic
        gap = max(elapsed, now.wall - last.wall - elapsed)
        if gap > self._gap_limit:
            yield self._pause_at(last, gap)
            self._follow_wall(now)
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
        self._paused = self._paused_until(self._cursor.wall_seconds(time))
        self._pause_began = None
        self._cursor.start(time)

    def pause(self) -> Paused:
        """Stop the clock at the last tick."""
        return self._pause_at(self.last_tick)

    def count_in(self, time: float) -> CountIn:
        """Run the clock after a count-in."""
        self.state = ClockState.COUNT_IN
        at = time - self._cursor.origin
        for passed in range(_COUNT_IN_SECONDS):
            event = Counted(at + passed, _COUNT_IN_SECONDS - passed)
            self._counts.append((time + passed, event))
        self._counts.append((time + _COUNT_IN_SECONDS, Resumed(at + _COUNT_IN_SECONDS)))
        return CountIn(at, _COUNT_IN_SECONDS)

    def _pause_at(self, moment: Instant, gap: float = 0.0) -> Paused:
        time = moment.monotonic
        if self.state is ClockState.RUNNING:
            self._cursor.stop(time)
        if self._pause_began is None:
            self._pause_began = self._cursor.wall_seconds(time)
        self._stopped, self._slept = moment, self._cursor.slept
        self._counts.clear()
        self.state = ClockState.PAUSED
        self.last_pause = Paused(time - self._cursor.origin, gap)
        return self.last_pause

    def _follow_wall(self, now: Instant) -> None:
        """Add to a pause what passed only on the wall: the machine slept, or footcoach was off."""
        if self.state is ClockState.PAUSED and not self._cursor.is_over:
            passed = now.monotonic - self._stopped.monotonic
            slept = now.wall - self._stopped.wall - passed
            self._cursor.slept = self._slept + max(0.0, slept)
