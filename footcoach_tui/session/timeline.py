"""Timeline of a session: a routine compiled to a flat sequence of segments.

The lengths follow section "Durations" of docs/routine-format.md: a step is its prep and its sets,
a set is its rounds with the gaps between them, and nothing hidden is added between steps.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import ClassVar

from footcoach_tui.session.dose import (
    Breath,
    CountUp,
    Dose,
    Measurement,
    Motion,
    Phase,
    SelfPaced,
    SideOrder,
    Sides,
)
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.set_changes import NO_CHANGES, SetChanges, SetKey
from footcoach_tui.session.side import Side


class SegmentKind(StrEnum):
    """Kind of a segment.

    The kinds of work are those of the phases, `COUNT_UP` for a test against the timer, and `WAIT`
    for work at the person's own pace.
    """

    PREP = "prep"
    MOVE = "move"
    HOLD = "hold"
    RELAX = "relax"
    GAP = "gap"
    REST = "rest"
    SWITCH = "switch"
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

_MAX_STEPS = 256
"""Steps whose segments are remembered."""

_SECONDS_PER_MINUTE = 60.0
_BEAT_TOLERANCE = 1e-6
"""Part of a rep by which a sum of floats may fall short of it."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Segment of a session: a phase of work, or a wait.

    `start` and `seconds` are seconds; a `WAIT` has no length, it ends when the person is done.
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
    def ends_by_key(self) -> bool:
        """Whether the person ends this work: the timer does not, or only at its limit."""
        return self.kind in (SegmentKind.WAIT, SegmentKind.COUNT_UP)

    def reps_after(self, seconds: float) -> int:
        """Return the reps done to the beat after so many seconds: two beats are a rep."""
        return int(seconds / (2 * self.beat) + _BEAT_TOLERANCE) if self.beat else 0

    @property
    def set_key(self) -> SetKey:
        return (self.step, self.set_no, self.side)


_unplaced = attrgetter(*[each.name for each in fields(Segment)[2:]])
"""All values of a segment but its index and start."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Routine and its segments, in order, each beginning where the one before ends.

    `first` is the side that begins wherever the sides take turns.
    """

    routine: Routine
    segments: tuple[Segment, ...]
    first: Side = Side.LEFT
    changes: SetChanges = NO_CHANGES

    @property
    def total(self) -> float:
        """Seconds from the first prep to the end of the last segment."""
        return self.segments[-1].end

    def first_segment_of(self, step: int) -> Segment:
        return next(segment for segment in self.segments if segment.step == step)

    def segment_after(self, segment: Segment) -> Segment | None:
        """Return the next segment; None after the last."""
        after = segment.index + 1
        return self.segments[after] if after < len(self.segments) else None

    def seconds_of(self, step: int) -> float:
        """Return the length of a step, its prep included."""
        return sum(segment.seconds for segment in self.segments if segment.step == step)


def compile_timeline(
    routine: Routine, *, first: Side = Side.LEFT, changes: SetChanges = NO_CHANGES
) -> Timeline:
    segments: list[Segment] = []
    start = 0.0
    for place, step in enumerate(routine.steps):
        for segment in _step_segments(place, step.dose, first, changes.of_step(place)):
            segments.append(Segment(len(segments), start, *_unplaced(segment)))
            start += segment.seconds
    return Timeline(routine, tuple(segments), first, changes)


@lru_cache(maxsize=_MAX_STEPS)
def _step_segments(place: int, dose: Dose, first: Side, changes: SetChanges) -> tuple[Segment, ...]:
    """Return the segments of a step, with index and start still 0.

    Those of the other steps are found again when reps are added to one.
    """
    return tuple(_made_segments(place, dose, first, changes))


def _made_segments(place: int, dose: Dose, first: Side, changes: SetChanges) -> Iterator[Segment]:
    blank = _blank_segment(place, dose, 1, Side.BOTH if dose.sides is Sides.BOTH else first)
    yield replace(blank, kind=SegmentKind.PREP, seconds=dose.prep)
    wait: tuple[SegmentKind, float] | None = None
    for set_no, side in dose.sets_in_order(first):
        played = replace(dose, work=changes.work((place, set_no, side), dose.work))
        blank = _blank_segment(place, played, set_no, side)
        if wait:
            yield replace(blank, kind=wait[0], seconds=wait[1])
        yield from _set_segments(blank, played)
        wait = _wait_after_set(dose, set_no, side, first)


def _wait_after_set(
    dose: Dose, set_no: int, side: Side, first: Side
) -> tuple[SegmentKind, float] | None:
    """Return the kind and seconds of the wait between this set and the next one of the step."""
    is_last_on_side = set_no == dose.sets if dose.order is SideOrder.SIDE_FIRST else side is first
    if dose.sides is Sides.EACH and is_last_on_side:
        wait = (SegmentKind.SWITCH, dose.switch)
    else:
        wait = (SegmentKind.REST, dose.rest)
    return wait if wait[1] > 0 else None


def _set_segments(blank: Segment, dose: Dose) -> Iterator[Segment]:
    """Yield the work of one set on one side, or on both in turn."""
    sides = (blank.side, blank.side.other) if dose.sides is Sides.ALTERNATING else (blank.side,)
    rounds = dose.work.rounds or ((),)  # self-paced work: one round without phases
    turns = [(rep, side, phases) for rep, phases in enumerate(rounds, 1) for side in sides]
    kind, seconds = (
        (SegmentKind.SWITCH, dose.switch)
        if dose.sides is Sides.ALTERNATING
        else (SegmentKind.GAP, dose.work.gap)
    )
    for turn, (rep, side, phases) in enumerate(turns):
        blank_turn = replace(blank, rep=rep, side=side)
        if turn and seconds:
            yield replace(blank_turn, kind=kind, seconds=seconds)
        yield from _round_segments(blank_turn, phases, dose)


def _round_segments(blank: Segment, phases: tuple[Phase, ...], dose: Dose) -> Iterator[Segment]:
    """Yield the phases of one rep, hold, part or bout; without phases a wait for the person."""
    work = dose.work
    if not phases:
        motion = work.motion if isinstance(work, Measurement) else Motion()
        yield replace(blank, kind=SegmentKind.WAIT, ends_rep=True, motion=motion)
    if isinstance(work, CountUp):
        beat = _SECONDS_PER_MINUTE / work.beat if work.beat else 0.0
        blank = replace(blank, beat=beat)
    for number, phase in enumerate(phases, 1):
        kind = SegmentKind.COUNT_UP if isinstance(work, CountUp) else SegmentKind(phase.kind)
        yield replace(
            blank,
            kind=kind,
            seconds=phase.seconds,
            phase=phase.name,
            cue=phase.cue,
            breath=phase.breath,
            motion=phase.motion,
            ends_rep=number == len(phases),
        )


def _blank_segment(place: int, dose: Dose, set_no: int, side: Side) -> Segment:
    """Return a segment with only its step, set and side filled in."""
    return Segment(
        index=0,
        start=0.0,
        seconds=0.0,
        kind=SegmentKind.WAIT,
        step=place,
        side=side,
        set_no=set_no,
        sets=dose.sets,
        rep=1,
        reps=dose.work.reps if isinstance(dose.work, SelfPaced) else len(dose.work.rounds) or 1,
    )
