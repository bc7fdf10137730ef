"""The clock's side of a session: it goes, stands, counts in, and notices that nobody was there."""

from collections import deque
from collections.abc import Iterator
from enum import Enum, auto

from footcoach_tui.session.events import (
    Began,
    Counted,
    CountIn,
    Event,
    Paused,
    PauseReason,
    Resumed,
)
from footcoach_tui.session.instant import Instant
from footcoach_tui.session.run import Run

GAP_LIMIT = 2.0
"""Seconds without a look, or by which the wall clock ran ahead, that mean: nobody was there."""

COUNT_IN = 3
"""Seconds from the wish to go on to the clock going on."""


class Mode(Enum):
    """How the clock stands."""

    READY = auto()
    RUNNING = auto()
    COUNT_IN = auto()
    PAUSED = auto()


class Pacer:
    """Sets a run going and stops it. Times are monotonic seconds."""

    def __init__(self, run: Run, gap_limit: float) -> None:
        """Stand ready; `gap_limit` is in seconds of the clock that is looked at."""
        self.mode = Mode.READY
        self.seen = Instant(0.0, 0.0)
        self.pause: Paused | None = None
        self._run = run
        self._gap_limit = gap_limit
        self._counts: deque[tuple[float, Event]] = deque()

    @property
    def is_running(self) -> bool:
        """Whether time passes: the clock goes or is about to."""
        return self.mode in (Mode.RUNNING, Mode.COUNT_IN) and not self._run.over

    @property
    def due(self) -> float | None:
        """When the next event falls due by itself; None if none will."""
        return self._counts[0][0] if self._counts else self._run.due

    def count_in_left(self, time: float) -> float:
        """Seconds until the clock goes on, 0 if it is not counting in."""
        return max(0.0, self._counts[-1][0] - time) if self._counts else 0.0

    def look(self, now: Instant) -> Iterator[Event]:
        """All that fell due since the last look; a pause where the look comes too late."""
        since, self.seen = self.seen, now
        if not self.is_running:
            return
        gap = now.monotonic - since.monotonic
        ahead = now.wall - since.wall - gap
        if max(gap, ahead) > self._gap_limit:
            yield self.stand(since.monotonic, PauseReason.GAP, max(gap, ahead))
            return
        while self._counts and self._counts[0][0] <= now.monotonic:
            due, event = self._counts.popleft()
            if not self._counts:
                self.go(due)
            yield event
        yield from self._run.advance(now.monotonic)

    def begin(self, time: float) -> Iterator[Event]:
        """Start the session's time here."""
        self._run.origin = time
        self.go(time)
        yield Began(0.0, self._run.segment.index)
        yield from self._run.advance(time)

    def go(self, time: float) -> None:
        """Set the clock going at once."""
        self._counts.clear()
        self.pause = None
        self.mode = Mode.RUNNING
        self._run.go(time)

    def stand(self, time: float, reason: PauseReason, gap: float = 0.0) -> Paused:
        """Stop the clock."""
        if self.mode is Mode.RUNNING:
            self._run.stop(time)
        self._counts.clear()
        self.mode = Mode.PAUSED
        self.pause = Paused(time - self._run.origin, reason, gap)
        return self.pause

    def count_in(self, time: float) -> CountIn:
        """Set the clock going after a count-in."""
        self.mode = Mode.COUNT_IN
        at = time - self._run.origin
        for left in range(COUNT_IN, 0, -1):
            wait = COUNT_IN - left
            self._counts.append((time + wait, Counted(at + wait, left)))
        self._counts.append((time + COUNT_IN, Resumed(at + COUNT_IN)))
        return CountIn(at, COUNT_IN)
