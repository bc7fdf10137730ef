"""Segments of a session: phases of work, and the waits around them."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from footcoach_tui.session.dose import Breath, Motion
from footcoach_tui.session.set_changes import SetKey
from footcoach_tui.session.side import Side

_BEAT_TOLERANCE = 1e-6
"""Part of a rep by which a sum of floats may fall short of it."""


class SegmentKind(StrEnum):
    """Kind of a segment.

    The kinds of work are those of the phases, `COUNT_UP` for a test against the timer, and `WAIT`
    for work at the person's own pace. `AFTER_HOLD` is a wait for who needs time between holds.
    """

    PREP = "prep"
    MOVE = "move"
    HOLD = "hold"
    RELAX = "relax"
    GAP = "gap"
    REST = "rest"
    SWITCH = "switch"
    AFTER_HOLD = "after hold"
    COUNT_UP = "count up"
    WAIT = "wait"

    @property
    def is_work(self) -> bool:
        """Whether the person exercises, by the clock or at their own pace."""
        return self in _WORK


_WORK = frozenset(
    {
        SegmentKind.MOVE,
        SegmentKind.HOLD,
        SegmentKind.RELAX,
        SegmentKind.COUNT_UP,
        SegmentKind.WAIT,
    }
)


@dataclass(frozen=True, slots=True)
class Segment:
    """Segment of a session: a phase of work, or a wait.

    `start` and `seconds` are seconds; a `WAIT` has no length, it ends when the person is done, and
    so does an `AFTER_HOLD` of 0 seconds.
    A `COUNT_UP` may end before its length; `beat` is the seconds between its beats, 0 for none.
    `step` counts from 0; set and rep numbers count from 1. In a prep, rest or switch they are
    those of the work that follows.
    """

    COUNTED_SECONDS: ClassVar[tuple[int, ...]] = (3, 2, 1)
    """Seconds left at which the end of a segment is counted."""

    MIN_COUNTED_SECONDS: ClassVar[float] = 5.0
    """Length from which work is counted; shorter phases are their own rhythm."""

    index: int
    start: float
    seconds: float
    kind: SegmentKind
    step: int
    side: Side
    set_no: int
    sets: int
    rep: int
    reps: int
    phase: str = ""
    cue: str = ""
    breath: Breath = Breath.FREE
    motion: Motion = field(default_factory=Motion)
    ends_rep: bool = False
    beat: float = 0.0

    @property
    def end(self) -> float:
        """Seconds from the start of the routine."""
        return self.start + self.seconds

    @property
    def waits(self) -> bool:
        """Whether it has no length: it ends only when the person is done."""
        is_open = self.kind is SegmentKind.AFTER_HOLD and not self.seconds
        return self.kind is SegmentKind.WAIT or is_open

    @property
    def ends_by_key(self) -> bool:
        """Whether the person ends this: the timer does not, or only at its limit."""
        return self.waits or self.kind is SegmentKind.COUNT_UP

    def reps_after(self, seconds: float) -> int:
        """Return the reps done to the beat after so many seconds: two beats are a rep."""
        return int(seconds / (2 * self.beat) + _BEAT_TOLERANCE) if self.beat else 0

    @property
    def set_key(self) -> SetKey:
        return (self.step, self.set_no, self.side)
