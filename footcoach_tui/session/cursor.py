"""A walk through a timeline: where it is, and what happens as time passes.

A run knows no commands and no pauses; it is set going at a time and stopped at a time, in seconds
of the monotonic clock.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from footcoach_tui.session.callouts import Callout, callouts
from footcoach_tui.session.events import Began, Counted, Ended, Finished, HalfWay, PlayerEvent
from footcoach_tui.session.progress import SetProgress
from footcoach_tui.session.timeline import Segment, SegmentKind, Timeline


@dataclass(frozen=True, slots=True)
class CursorState:
    """A spot in the timeline. Seconds: `elapsed` and `extra` of the segment, `spent` of the run.

    `told` is the offset of the last mark that was told; below 0 none was.
    """

    index: int = 0
    elapsed: float = 0.0
    extra: float = 0.0
    last_callout: float = -1.0
    spent: float = 0.0


class Cursor:
    """Goes through the segments, tells what falls due and keeps the ledger."""

    def __init__(self, timeline: Timeline) -> None:
        """Stand at the beginning, not yet going."""
        self.timeline = timeline
        self.progress = SetProgress(timeline)
        self.origin = 0.0
        self.is_over = False
        self._state = CursorState()
        self._began: float | None = None

    @property
    def segment(self) -> Segment:
        """The segment it is in."""
        return self.timeline.segments[self._state.index]

    @property
    def next_segment(self) -> Segment | None:
        """The segment after this one; None after the last."""
        after = self._state.index + 1
        return self.timeline.segments[after] if after < len(self.timeline.segments) else None

    @property
    def segment_seconds(self) -> float:
        """The segment's length with what the person added or took away."""
        return self.segment.seconds + self._state.extra

    @property
    def is_waiting(self) -> bool:
        """Whether it stands until the person says done."""
        return self.segment.kind is SegmentKind.WAIT

    @property
    def due(self) -> float | None:
        """When the next event falls due; None when it stands or waits for the person."""
        if self._began is None or self.is_over or self.is_waiting:
            return None
        mark = self._next_callout()
        return self._began + (self.segment_seconds if mark is None else mark.offset)

    def elapsed(self, time: float) -> float:
        """Seconds of the present segment that are over at `time`."""
        return self._state.elapsed if self._began is None else time - self._began

    def spent(self, time: float) -> float:
        """Seconds gone through so far, skipped ones not counted."""
        return self._state.spent + self.elapsed(time)

    def start(self, time: float) -> None:
        """Set the clock going at `time`, from where it stood."""
        self._began = time - self._state.elapsed

    def stop(self, time: float) -> None:
        """Let the clock stand; `time` is never earlier than it was set going."""
        self._state = replace(self._state, elapsed=max(self._state.elapsed, self.elapsed(time)))
        self._began = None

    def advance(self, time: float) -> Iterator[PlayerEvent]:
        """All that fell due up to `time`, each at its own moment."""
        while (due := self.due) is not None and due <= time:
            mark = self._next_callout()
            if mark is None:
                yield from self.complete_segment(due)
            else:
                self._state = replace(self._state, last_callout=mark.offset)
                at = due - self.origin
                yield HalfWay(at) if mark.left is None else Counted(at, mark.left)

    def complete_segment(self, time: float) -> Iterator[PlayerEvent]:
        """End the present segment at `time` as one that was done, and begin the next."""
        yield Ended(time - self.origin, self.segment.index)
        then = self.next_segment
        if then is None:
            yield from self.finish(time, seen_through=True)
        else:
            yield from self.enter_segment(then, time, seen_through=True)

    def enter_segment(
        self, segment: Segment, time: float, *, seen_through: bool = False
    ) -> Iterator[PlayerEvent]:
        """Go to the beginning of a segment at `time`, and stay going or standing as before."""
        self._leave(time, seen_through=seen_through)
        self._state = CursorState(segment.index, spent=self._state.spent)
        if self._began is not None:
            self._began = time
        yield Began(time - self.origin, segment.index)

    def finish(self, time: float, *, seen_through: bool = False) -> Iterator[PlayerEvent]:
        """Be over at `time`."""
        self.close(time, seen_through=seen_through)
        yield Finished(time - self.origin)

    def close(self, time: float, *, seen_through: bool = False) -> None:
        """Write down what was done of the present segment and be over, without a word."""
        self._leave(time, seen_through=seen_through)
        self._state = replace(self._state, elapsed=0.0)
        self._began = None
        self.is_over = True

    def extend(self, seconds: float, time: float) -> float:
        """Add seconds to the segment, or take away up to what is left. Returns what was added."""
        elapsed = self.elapsed(time)
        added = max(elapsed - self.segment_seconds, seconds)
        told = max(self._state.last_callout, elapsed)
        self._state = replace(self._state, extra=self._state.extra + added, last_callout=told)
        return added

    def snapshot(self, time: float) -> tuple[CursorState, SetProgress]:
        """The place and the ledger as they are at `time`, to come back to."""
        return replace(self._state, elapsed=self.elapsed(time)), self.progress.copy()

    def restore(self, snapshot: tuple[CursorState, SetProgress]) -> None:
        """Stand, clock stopped, where a snapshot was taken."""
        self._state, self.progress = snapshot
        self._began = None

    def _leave(self, time: float, *, seen_through: bool) -> None:
        elapsed = self.elapsed(time)
        self.progress.add(self.segment, elapsed, seen_through=seen_through)
        self._state = replace(self._state, spent=self._state.spent + elapsed)

    def _next_callout(self) -> Callout | None:
        later = (
            mark
            for mark in callouts(self.segment, self.segment_seconds)
            if mark.offset > self._state.last_callout
        )
        return next(later, None)
