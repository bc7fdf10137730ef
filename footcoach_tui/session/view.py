"""All that a screen needs to know of one moment."""

from dataclasses import dataclass
from enum import StrEnum

from footcoach_tui.session.cursor import Cursor
from footcoach_tui.session.events import Paused
from footcoach_tui.session.progress import SetProgress
from footcoach_tui.session.routine import Step
from footcoach_tui.session.timeline import Segment, SegmentKind, Timeline
from footcoach_tui.session.transport import ClockState


class SessionState(StrEnum):
    """What is going on."""

    READY = "ready"
    GET_READY = "get ready"
    WORK = "work"
    HOLD = "hold"
    REST = "rest"
    CHANGE_SIDE = "change side"
    WAITING = "waiting for you"
    COUNT_IN = "going on"
    PAUSED = "paused"
    FINISHED = "finished"
    LEFT = "left"


_STATE_OF_SEGMENT = {
    SegmentKind.PREP: SessionState.GET_READY,
    SegmentKind.MOVE: SessionState.WORK,
    SegmentKind.RELAX: SessionState.WORK,
    SegmentKind.HOLD: SessionState.HOLD,
    SegmentKind.GAP: SessionState.REST,
    SegmentKind.REST: SessionState.REST,
    SegmentKind.SWITCH: SessionState.CHANGE_SIDE,
    SegmentKind.WAIT: SessionState.WAITING,
}


class StepStatus(StrEnum):
    """How a step of the list stands."""

    TO_COME = "to come"
    CURRENT = "now"
    DONE = "done"
    PART = "partly done"
    SKIPPED = "skipped"


def session_state(mode: ClockState, run: Cursor, *, was_left: bool) -> SessionState:
    """The state a person is told."""
    if run.is_over:
        return SessionState.LEFT if was_left else SessionState.FINISHED
    of_mode = {
        ClockState.READY: SessionState.READY,
        ClockState.COUNT_IN: SessionState.COUNT_IN,
        ClockState.PAUSED: SessionState.PAUSED,
    }
    return of_mode.get(mode) or _STATE_OF_SEGMENT[run.segment.kind]


@dataclass(frozen=True, slots=True)
class SessionView:
    """The player at one moment. Lengths in seconds.

    `remaining` counts the segment down, `elapsed` counts it up (a step that waits has only that);
    `count_in` is what is left before the clock goes on; `session_left` leaves out steps that wait.
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
        """How much of the segment is over, 0 to 1; 0 for a step that waits."""
        return min(1.0, self.elapsed / self.length) if self.length > 0 else 0.0


def step_statuses(
    timeline: Timeline, ledger: SetProgress, current: int | None
) -> tuple[StepStatus, ...]:
    """How each step stands; `current` is under way, -1 before the start, None after the end."""
    passed = len(timeline.routine.steps) if current is None else current
    return tuple(
        _mark(ledger, place, is_current=place == current, passed=place < passed)
        for place in range(len(timeline.routine.steps))
    )


def _mark(ledger: SetProgress, place: int, *, is_current: bool, passed: bool) -> StepStatus:
    """How one step stands."""
    if is_current:
        return StepStatus.CURRENT
    keys = ledger.sets_of(place)
    if all(ledger.is_complete(key) for key in keys):
        return StepStatus.DONE
    if any(ledger.best_attempt(key).seconds > 0 or ledger.best_attempt(key).reps for key in keys):
        return StepStatus.PART
    return StepStatus.SKIPPED if passed else StepStatus.TO_COME
