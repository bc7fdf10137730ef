"""View of a session at one moment: all that a screen needs to know of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from footcoach_tui.session.cursor import Cursor
from footcoach_tui.session.events import Paused
from footcoach_tui.session.progress import Attempt
from footcoach_tui.session.routine import Step
from footcoach_tui.session.timeline import Segment, SegmentKind
from footcoach_tui.session.transport import ClockState, Transport


class SessionState(StrEnum):
    """State of a session, as shown on screen."""

    READY = "ready"
    GET_READY = "get ready"
    WORK = "work"
    HOLD = "hold"
    REST = "rest"
    CHANGE_SIDE = "change side"
    COUNTING = "counting up"
    WAITING = "waiting for you"
    COUNT_IN = "resuming"
    PAUSED = "paused"
    FINISHED = "finished"
    LEFT = "left"


_STATE_OF_CLOCK = {
    ClockState.READY: SessionState.READY,
    ClockState.COUNT_IN: SessionState.COUNT_IN,
    ClockState.PAUSED: SessionState.PAUSED,
}
_STATE_OF_SEGMENT = {
    SegmentKind.PREP: SessionState.GET_READY,
    SegmentKind.MOVE: SessionState.WORK,
    SegmentKind.RELAX: SessionState.WORK,
    SegmentKind.HOLD: SessionState.HOLD,
    SegmentKind.GAP: SessionState.REST,
    SegmentKind.REST: SessionState.REST,
    SegmentKind.SWITCH: SessionState.CHANGE_SIDE,
    SegmentKind.AFTER_HOLD: SessionState.REST,
    SegmentKind.COUNT_UP: SessionState.COUNTING,
}


class StepStatus(StrEnum):
    """Status of a step in the list of steps."""

    TO_COME = "to come"
    CURRENT = "now"
    DONE = "done"
    PART = "partly done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class SessionView:
    """State of the player at one moment. Lengths in seconds.

    `remaining` counts the segment down, `elapsed` counts it up (self-paced work has only that);
    `count_in` is what is left of the count-in; `session_left` leaves out self-paced work.
    """

    state: SessionState
    segment: Segment
    step: Step
    elapsed: float
    remaining: float
    length: float
    session_left: float
    session_total: float
    step_statuses: tuple[StepStatus, ...]
    next_segment: Segment | None
    count_in: float = 0.0
    pause: Paused | None = None

    @property
    def fraction(self) -> float:
        """Part of the segment that is over, 0 to 1; 0 for what waits for the person."""
        return min(1.0, self.elapsed / self.length) if self.length > 0 else 0.0

    @classmethod
    def at(cls, time: float, cursor: Cursor, transport: Transport, *, was_left: bool) -> Self:
        """View of a session at `time`, in monotonic seconds, not before the last tick."""
        timeline, segment = cursor.timeline, cursor.segment
        elapsed = cursor.elapsed(time)
        is_timed = not (cursor.is_waiting or cursor.is_over)
        remaining = max(0.0, cursor.segment_seconds - elapsed) if is_timed else 0.0
        later = 0.0 if cursor.is_over else timeline.total - segment.end
        return cls(
            state=_state(cursor, transport, was_left=was_left),
            segment=segment,
            step=timeline.routine.steps[segment.step],
            elapsed=elapsed,
            remaining=remaining,
            length=cursor.segment_seconds,
            session_left=remaining + later,
            session_total=timeline.total,
            step_statuses=tuple(
                _step_status(place, cursor, transport)
                for place in range(len(timeline.routine.steps))
            ),
            next_segment=timeline.segment_after(segment),
            count_in=transport.count_in_left(time),
            pause=transport.last_pause,
        )


def _state(cursor: Cursor, transport: Transport, *, was_left: bool) -> SessionState:
    if cursor.is_over:
        return SessionState.LEFT if was_left else SessionState.FINISHED
    state = _STATE_OF_CLOCK.get(transport.state)
    if state is None and cursor.is_waiting:
        return SessionState.WAITING
    return state or _STATE_OF_SEGMENT[cursor.segment.kind]


def _step_status(place: int, cursor: Cursor, transport: Transport) -> StepStatus:
    has_begun = transport.state is not ClockState.READY
    current = cursor.segment.step
    if has_begun and not cursor.is_over and place == current:
        return StepStatus.CURRENT
    progress = cursor.progress
    keys = progress.sets_of(place)
    if all(progress.is_complete(key) for key in keys):
        return StepStatus.DONE
    if any(progress.best_attempt(key) > Attempt() for key in keys):
        return StepStatus.PART
    is_past = cursor.is_over or (has_begun and place < current)
    return StepStatus.SKIPPED if is_past else StepStatus.TO_COME
