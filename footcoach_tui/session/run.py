"""A walk through a timeline: where it is, and what happens as time passes.

A run knows no commands and no pauses; it is set going at a time and stopped at a time, in seconds
of the monotonic clock.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from footcoach_tui.session.events import Began, Counted, Ended, Event, Finished, HalfWay
from footcoach_tui.session.ledger import Ledger
from footcoach_tui.session.marks import Mark, marks
from footcoach_tui.session.timeline import Segment, SegmentKind, Timeline


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in the timeline. Seconds: `elapsed` and `extra` of the segment, `spent` of the run.

    `told` is the offset of the last mark that was told; below 0 none was.
    """

    index: int = 0
    elapsed: float = 0.0
    extra: float = 0.0
    told: float = -1.0
    spent: float = 0.0


class Run:
    """Goes through the segments, tells what falls due and keeps the ledger."""

    def __init__(self, timeline: Timeline) -> None:
        """Stand at the beginning, not yet going."""
        self.timeline = timeline
        self.ledger = Ledger(timeline)
        self.origin = 0.0
        self.over = False
        self._place = Place()
        self._began: float | None = None

    @property
    def segment(self) -> Segment:
        """The segment it is in."""
        return self.timeline.segments[self._place.index]

    @property
    def then(self) -> Segment | None:
        """The segment after this one; None after the last."""
        after = self._place.index + 1
        return self.timeline.segments[after] if after < len(self.timeline.segments) else None

    @property
    def length(self) -> float:
        """The segment's length with what the person added or took away."""
        return self.segment.seconds + self._place.extra

    @property
    def waits(self) -> bool:
        """Whether it stands until the person says done."""
        return self.segment.kind is SegmentKind.WAIT

    @property
    def due(self) -> float | None:
        """When the next event falls due; None when it stands or waits for the person."""
        if self._began is None or self.over or self.waits:
            return None
        mark = self._next_mark()
        return self._began + (self.length if mark is None else mark.offset)

    def elapsed(self, time: float) -> float:
        """Seconds of the present segment that are over at `time`."""
        return self._place.elapsed if self._began is None else time - self._began

    def spent(self, time: float) -> float:
        """Seconds gone through so far, skipped ones not counted."""
        return self._place.spent + self.elapsed(time)

    def go(self, time: float) -> None:
        """Set the clock going at `time`, from where it stood."""
        self._began = time - self._place.elapsed

    def stop(self, time: float) -> None:
        """Let the clock stand; `time` is never earlier than it was set going."""
        self._place = replace(self._place, elapsed=max(self._place.elapsed, self.elapsed(time)))
        self._began = None

    def advance(self, time: float) -> Iterator[Event]:
        """All that fell due up to `time`, each at its own moment."""
        while (due := self.due) is not None and due <= time:
            mark = self._next_mark()
            if mark is None:
                yield from self.see_through(due)
            else:
                self._place = replace(self._place, told=mark.offset)
                at = due - self.origin
                yield HalfWay(at) if mark.left is None else Counted(at, mark.left)

    def see_through(self, time: float) -> Iterator[Event]:
        """End the present segment at `time` as one that was done, and begin the next."""
        yield Ended(time - self.origin, self.segment.index)
        then = self.then
        if then is None:
            yield from self.finish(time, seen_through=True)
        else:
            yield from self.enter(then, time, seen_through=True)

    def enter(
        self, segment: Segment, time: float, *, seen_through: bool = False
    ) -> Iterator[Event]:
        """Go to the beginning of a segment at `time`, and stay going or standing as before."""
        self._leave(time, seen_through=seen_through)
        self._place = Place(segment.index, spent=self._place.spent)
        if self._began is not None:
            self._began = time
        yield Began(time - self.origin, segment.index)

    def finish(self, time: float, *, seen_through: bool = False) -> Iterator[Event]:
        """Be over at `time`."""
        self.close(time, seen_through=seen_through)
        yield Finished(time - self.origin)

    def close(self, time: float, *, seen_through: bool = False) -> None:
        """Write down what was done of the present segment and be over, without a word."""
        self._leave(time, seen_through=seen_through)
        self._place = replace(self._place, elapsed=0.0)
        self._began = None
        self.over = True

    def lengthen(self, seconds: float, time: float) -> float:
        """Add seconds to the segment, or take away up to what is left. Returns what was added."""
        elapsed = self.elapsed(time)
        added = max(elapsed - self.length, seconds)
        told = max(self._place.told, elapsed)
        self._place = replace(self._place, extra=self._place.extra + added, told=told)
        return added

    def snapshot(self, time: float) -> tuple[Place, Ledger]:
        """The place and the ledger as they are at `time`, to come back to."""
        return replace(self._place, elapsed=self.elapsed(time)), self.ledger.copy()

    def restore(self, snapshot: tuple[Place, Ledger]) -> None:
        """Stand, clock stopped, where a snapshot was taken."""
        self._place, self.ledger = snapshot
        self._began = None

    def _leave(self, time: float, *, seen_through: bool) -> None:
        elapsed = self.elapsed(time)
        self.ledger.credit(self.segment, elapsed, seen_through=seen_through)
        self._place = replace(self._place, spent=self._place.spent + elapsed)

    def _next_mark(self) -> Mark | None:
        later = (
            mark for mark in marks(self.segment, self.length) if mark.offset > self._place.told
        )
        return next(later, None)
