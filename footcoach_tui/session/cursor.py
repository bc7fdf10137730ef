"""Cursor in a timeline: its position, and the events that fall due as time passes.

A cursor knows no commands and no pauses; it is started and stopped at times given in seconds of
the monotonic clock.
"""

import math
from collections import deque
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from footcoach_tui.session.commands import PlayerCommand
from footcoach_tui.session.events import (
    Beat,
    Began,
    Counted,
    Ended,
    Finished,
    HalfWay,
    PlayerEvent,
)
from footcoach_tui.session.halved_sets import with_next_sets_halved
from footcoach_tui.session.progress import SetProgress, StepHurt
from footcoach_tui.session.timeline import Segment, Timeline

_UNDO_LEVELS = 20

_BEAT_TOLERANCE = 1e-6
"""Part of a beat by which a sum of floats may fall short of it."""

_MIN_HALF_WAY_SECONDS = 20.0
"""Length from which work gets a half-way callout."""


class _Callout(NamedTuple):
    """Event that falls due within a segment, `offset` seconds into it."""

    offset: float
    event: Callable[[float], PlayerEvent]


@dataclass(frozen=True, slots=True)
class _State:
    """Position in the timeline, in seconds.

    `elapsed` and `extra` (added by the person) are of the segment, `spent` of the segments before.
    `last_callout` is the offset of the latest callout; below 0 before the first. `value` is the
    result of the segment, if it is a test that was measured. `at` is when the segment began, in
    seconds on the wall from the start of the session.
    """

    index: int = 0
    elapsed: float = 0.0
    extra: float = 0.0
    last_callout: float = -1.0
    spent: float = 0.0
    value: float | None = None
    at: float = 0.0


class Cursor:
    """Position in a timeline, with the progress made. Stopped at first.

    `origin` is the monotonic time of the session's start, infinite before it. `slept` is in seconds
    that passed on the wall and not on the monotonic clock. `end` is in seconds on the wall.
    """

    def __init__(self, timeline: Timeline) -> None:
        self.progress = SetProgress(timeline)
        self.origin = math.inf
        self.slept = 0.0
        self.end = 0.0
        self.is_over = False
        self._state = _State()
        self._began: float | None = None
        self._undo: deque[tuple[_State, SetProgress, PlayerCommand]] = deque(maxlen=_UNDO_LEVELS)

    @property
    def timeline(self) -> Timeline:
        """Timeline, with what was halved; an undo may bring back another one."""
        return self.progress.timeline

    @property
    def segment(self) -> Segment:
        return self.timeline.segments[self._state.index]

    @property
    def segment_seconds(self) -> float:
        """Length of the segment, with the seconds that the person added or took away."""
        return self.segment.seconds + self._state.extra

    @property
    def is_waiting(self) -> bool:
        """Whether the segment ends only when the person is done."""
        return self.segment.waits

    @property
    def due(self) -> float | None:
        """Time of the next event; None while stopped or waiting for the person."""
        if self._began is None or self.is_over or self.is_waiting:
            return None
        callout = self._next_callout()
        return self._began + (self.segment_seconds if callout is None else callout.offset)

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    def elapsed(self, time: float) -> float:
        """Return the seconds of the present segment that are over at `time`."""
        return self._state.elapsed if self._began is None else time - self._began

    def spent(self, time: float) -> float:
        """Return the seconds gone through so far, skipped ones not counted."""
        return self._state.spent + self.elapsed(time)

    def wall_seconds(self, time: float) -> float:
        """Return the seconds on the wall from the start of the session to `time`, 0 before it."""
        return max(0.0, time - self.origin + self.slept)

    def start(self, time: float) -> None:
        if not self._state.elapsed:  # only now the segment begins
            self._state = replace(self._state, at=self.wall_seconds(time))
        self._began = time - self._state.elapsed

    def stop(self, time: float) -> None:
        """Stop the clock; `time` is never before the start."""
        self._state = replace(self._state, elapsed=max(self._state.elapsed, self.elapsed(time)))
        self._began = None

    def advance(self, time: float) -> Iterator[PlayerEvent]:
        """Yield the events that fell due up to `time`."""
        while (due := self.due) is not None and due <= time:
            callout = self._next_callout()
            if callout is None:
                yield from self.complete_segment(due)
            else:
                self._state = replace(self._state, last_callout=callout.offset)
                yield callout.event(due - self.origin)

    def complete_segment(self, time: float, *, value: float | None = None) -> Iterator[PlayerEvent]:
        """End the present segment as done, and enter the next. `value` is a test's result."""
        self._state = replace(self._state, value=value)
        yield Ended(time - self.origin, self.segment.index)
        following = self.timeline.segment_after(self.segment)
        if following is None:
            yield from self.finish(time, is_done=True)
        else:
            yield from self.enter_segment(following, time, is_done=True)

    def enter_segment(
        self, segment: Segment, time: float, *, is_done: bool = False
    ) -> Iterator[PlayerEvent]:
        """Go to the beginning of a segment. `is_done`: the one before was done to its end."""
        self._credit_segment(time, is_done=is_done)
        self._state = _State(segment.index, spent=self._state.spent, at=self.wall_seconds(time))
        if self._began is not None:
            self._began = time
        yield Began(time - self.origin, segment.index)

    def finish(self, time: float, *, is_done: bool = False) -> Iterator[PlayerEvent]:
        self.close(time, is_done=is_done)
        yield Finished(time - self.origin)

    def close(self, time: float, *, is_done: bool = False) -> None:
        """End the session without an event."""
        self._credit_segment(time, is_done=is_done)
        self._state = replace(self._state, elapsed=0.0)
        self._began = None
        self.end = self.wall_seconds(time)
        self.is_over = True

    def extend(self, seconds: float, time: float) -> float:
        """Add seconds to the segment, or take away up to what is left. Return the seconds added."""
        elapsed = self.elapsed(time)
        added = max(elapsed - self.segment_seconds, seconds)
        last_callout = max(self._state.last_callout, elapsed)
        self._state = replace(
            self._state, extra=self._state.extra + added, last_callout=last_callout
        )
        return added

    def add_hurt(self, score: int, *, is_end: bool, is_sharp: bool) -> None:
        """Note that the present step hurts; `is_end`: it ends with that."""
        self.progress.hurts += (StepHurt(self.segment.step, score, is_end, is_sharp),)

    def halve_next_sets(self) -> None:
        self.progress.plan(with_next_sets_halved(self.timeline, self.segment))

    def save_for_undo(self, command: PlayerCommand, time: float) -> None:
        """Save position and progress, as a command is about to change them."""
        state = replace(self._state, elapsed=self.elapsed(time))
        self._undo.append((state, copy(self.progress), command))

    def undo(self) -> PlayerCommand:
        """Go back to what was saved last, and return the command; the clock is stopped."""
        self._state, self.progress, command = self._undo.pop()
        self._began = None
        return command

    def _credit_segment(self, time: float, *, is_done: bool) -> None:
        elapsed, state = self.elapsed(time), self._state
        self.progress.add(self.segment, elapsed, at=state.at, is_done=is_done, value=state.value)
        self._state = replace(self._state, spent=self._state.spent + elapsed)

    def _next_callout(self) -> _Callout | None:
        if self.segment.beat:
            return _next_beat(self.segment, self.segment_seconds, self._state.last_callout)
        for callout in _callouts(self.segment, self.segment_seconds):
            if callout.offset > self._state.last_callout:
                return callout
        return None


def _next_beat(segment: Segment, length: float, last: float) -> _Callout | None:
    """Return the first beat after the offset `last`; None at the end of the segment."""
    number = max(0, math.floor(last / segment.beat + _BEAT_TOLERANCE)) + 1
    offset = number * segment.beat
    return _Callout(offset, Beat) if offset < length - _BEAT_TOLERANCE else None


def _callouts(segment: Segment, length: float) -> Iterator[_Callout]:
    """Yield the callouts of a segment that is `length` seconds long, in order."""
    if segment.waits:
        return
    if segment.kind.is_work and length >= _MIN_HALF_WAY_SECONDS and not segment.ends_by_key:
        yield _Callout(length / 2, HalfWay)
    if not segment.kind.is_work or length >= Segment.MIN_COUNTED_SECONDS:
        for left in Segment.COUNTED_SECONDS:
            if length >= left:
                yield _Callout(length - left, partial(Counted, left=left))
