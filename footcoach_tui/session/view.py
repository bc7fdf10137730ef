"""All that a screen needs to know of one moment."""

from dataclasses import dataclass
from enum import StrEnum

from footcoach_tui.session.events import Paused
from footcoach_tui.session.ledger import Ledger
from footcoach_tui.session.pacing import Mode
from footcoach_tui.session.routine import Step
from footcoach_tui.session.run import Run
from footcoach_tui.session.timeline import Segment, SegmentKind, Timeline


class State(StrEnum):
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


STATE_OF = {
    SegmentKind.PREP: State.GET_READY,
    SegmentKind.MOVE: State.WORK,
    SegmentKind.RELAX: State.WORK,
    SegmentKind.HOLD: State.HOLD,
    SegmentKind.GAP: State.REST,
    SegmentKind.REST: State.REST,
    SegmentKind.SWITCH: State.CHANGE_SIDE,
    SegmentKind.WAIT: State.WAITING,
}


class StepMark(StrEnum):
    """How a step of the list stands."""

    TO_COME = "to come"
    CURRENT = "now"
    DONE = "done"
    PART = "partly done"
    SKIPPED = "skipped"


def state_of(mode: Mode, run: Run, *, was_left: bool) -> State:
    """The state a person is told."""
    if run.over:
        return State.LEFT if was_left else State.FINISHED
    of_mode = {
        Mode.READY: State.READY,
        Mode.COUNT_IN: State.COUNT_IN,
        Mode.PAUSED: State.PAUSED,
    }
    return of_mode.get(mode) or STATE_OF[run.segment.kind]


@dataclass(frozen=True, slots=True)
class View:
    """The player at one moment. Lengths in seconds.

    `remaining` counts the segment down, `elapsed` counts it up (a step that waits has only that);
    `count_in` is what is left before the clock goes on; `session_left` leaves out steps that wait.
    """

    state: State
    segment: Segment
    step: Step
    elapsed: float
    remaining: float
    length: float
    session_left: float
    session_total: float
    marks: tuple[StepMark, ...]
    then: Segment | None
    count_in: float = 0.0
    pause: Paused | None = None

    @property
    def fraction(self) -> float:
        """How much of the segment is over, 0 to 1; 0 for a step that waits."""
        return min(1.0, self.elapsed / self.length) if self.length > 0 else 0.0


def step_marks(timeline: Timeline, ledger: Ledger, current: int | None) -> tuple[StepMark, ...]:
    """How each step stands; `current` is under way, -1 before the start, None after the end."""
    passed = len(timeline.routine.steps) if current is None else current
    return tuple(
        _mark(ledger, place, is_current=place == current, passed=place < passed)
        for place in range(len(timeline.routine.steps))
    )


def _mark(ledger: Ledger, place: int, *, is_current: bool, passed: bool) -> StepMark:
    """How one step stands."""
    if is_current:
        return StepMark.CURRENT
    keys = ledger.sets_of(place)
    if all(ledger.is_full(key) for key in keys):
        return StepMark.DONE
    if any(ledger.done(key).seconds > 0 or ledger.done(key).reps for key in keys):
        return StepMark.PART
    return StepMark.SKIPPED if passed else StepMark.TO_COME
