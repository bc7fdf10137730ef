"""A routine compiled to a flat row of segments; everything later only looks a moment up in it.

The lengths follow section "Durations" of docs/routine-format.md: a step is its prep and its sets,
a set is its rounds with the gaps between them, and nothing hidden is added between steps.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from footcoach_tui.session.dose import (
    NO_MOTION,
    Breath,
    Dose,
    Motion,
    Phase,
    PhaseKind,
    SelfPaced,
    SideOrder,
    Sides,
)
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.side import Side


class SegmentKind(StrEnum):
    """What a stretch of time is for."""

    PREP = "prep"
    MOVE = "move"
    HOLD = "hold"
    RELAX = "relax"
    GAP = "gap"
    REST = "rest"
    SWITCH = "switch"
    WAIT = "wait"

    @property
    def is_work(self) -> bool:
        """Whether the person is exercising, by the clock or at their own pace."""
        return self in _WORK


_WORK = frozenset({SegmentKind.MOVE, SegmentKind.HOLD, SegmentKind.RELAX, SegmentKind.WAIT})
_KIND = {
    PhaseKind.MOVE: SegmentKind.MOVE,
    PhaseKind.HOLD: SegmentKind.HOLD,
    PhaseKind.RELAX: SegmentKind.RELAX,
}

SetKey = tuple[int, int, Side]
"""Which set of a session: (step, set number from 1, side)."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of a session.

    `start` and `seconds` are seconds; a `WAIT` has no length, it ends when the person says so.
    `step` counts from 0; set and rep numbers count from 1. In a prep, rest or switch they name
    what comes after it.
    """

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
    motion: Motion = NO_MOTION
    ends_rep: bool = False

    @property
    def end(self) -> float:
        """When it is over, in seconds from the start of the routine."""
        return self.start + self.seconds

    @property
    def set_key(self) -> SetKey:
        """The set it belongs to."""
        return (self.step, self.set_no, self.side)


@dataclass(frozen=True, slots=True)
class Timeline:
    """A routine and its segments, in order, each beginning where the one before ends.

    `first` is the side that begins wherever the sides take turns.
    """

    routine: Routine
    segments: tuple[Segment, ...]
    first: Side = Side.LEFT

    @property
    def total(self) -> float:
        """Seconds from the first prep to the end of the last segment."""
        return self.segments[-1].end

    def first_segment_of(self, step: int) -> Segment:
        """The segment a step begins with."""
        return next(segment for segment in self.segments if segment.step == step)

    def seconds_of(self, step: int) -> float:
        """The length of one step, its prep included."""
        return sum(segment.seconds for segment in self.segments if segment.step == step)

    def at(self, position: float) -> Segment:
        """The segment at a position in seconds; beyond either end the nearest."""
        place = bisect_right(self.segments, position, key=lambda segment: segment.start) - 1
        return self.segments[max(0, place)]


def compile_timeline(routine: Routine, *, first: Side = Side.LEFT) -> Timeline:
    """Compile a routine. `first` is the side that begins wherever the sides take turns."""
    segments: list[Segment] = []
    start = 0.0
    for place, step in enumerate(routine.steps):
        for segment in _step(place, step.dose, first):
            segments.append(replace(segment, index=len(segments), start=start))
            start += segment.seconds
    return Timeline(routine, tuple(segments), first)


def _step(place: int, dose: Dose, first: Side) -> Iterator[Segment]:
    """The segments of one step, with index and start still open."""
    opening = _blank(place, dose, 1, Side.BOTH if dose.sides is Sides.BOTH else first)
    yield replace(opening, kind=SegmentKind.PREP, seconds=dose.prep)
    waiting: tuple[SegmentKind, float] | None = None
    for set_no, side in _sets(dose, first):
        blank = _blank(place, dose, set_no, side)
        if waiting:
            yield replace(blank, kind=waiting[0], seconds=waiting[1])
        yield from _set(blank, dose)
        waiting = _after(dose, set_no, side, first)


def _sets(dose: Dose, first: Side) -> Iterator[tuple[int, Side]]:
    """The sets in the order they are done; an alternating set is one, begun on the first side."""
    numbers = range(1, dose.sets + 1)
    if dose.sides is Sides.BOTH:
        yield from ((number, Side.BOTH) for number in numbers)
    elif dose.sides is Sides.ALTERNATING:
        yield from ((number, first) for number in numbers)
    elif dose.order is SideOrder.SIDE_FIRST:
        yield from ((number, side) for side in (first, first.other) for number in numbers)
    else:
        yield from ((number, side) for number in numbers for side in (first, first.other))


def _after(dose: Dose, set_no: int, side: Side, first: Side) -> tuple[SegmentKind, float] | None:
    """What stands between this set and the next one of the same step."""
    rest = (SegmentKind.REST, dose.rest)
    switch = (SegmentKind.SWITCH, dose.switch)
    last_set = set_no == dose.sets
    if dose.sides is not Sides.EACH:
        kind = rest
    elif dose.order is SideOrder.SIDE_FIRST:
        kind = switch if last_set else rest
    else:
        kind = switch if side is first else rest
    return kind if kind[1] > 0 else None


def _set(blank: Segment, dose: Dose) -> Iterator[Segment]:
    """The work of one set on one side, or on both in turn."""
    sides = (blank.side, blank.side.other) if dose.sides is Sides.ALTERNATING else (blank.side,)
    if isinstance(dose.work, SelfPaced):
        for turn, side in enumerate(sides):
            if turn and dose.switch:
                yield replace(blank, kind=SegmentKind.SWITCH, seconds=dose.switch, side=side)
            yield replace(blank, kind=SegmentKind.WAIT, side=side, ends_rep=True)
        return
    turns = [
        (rep, side, phases) for rep, phases in enumerate(dose.work.rounds, 1) for side in sides
    ]
    between = (
        (SegmentKind.SWITCH, dose.switch)
        if dose.sides is Sides.ALTERNATING
        else (SegmentKind.GAP, dose.work.gap)
    )
    for number, (rep, side, phases) in enumerate(turns):
        here = replace(blank, rep=rep, side=side)
        if number and between[1]:
            yield replace(here, kind=between[0], seconds=between[1])
        yield from _round(here, phases)


def _round(here: Segment, phases: tuple[Phase, ...]) -> Iterator[Segment]:
    """One rep, hold, part or bout."""
    for place, phase in enumerate(phases, 1):
        yield replace(
            here,
            kind=_KIND[phase.kind],
            seconds=phase.seconds,
            phase=phase.name,
            cue=phase.cue,
            breath=phase.breath,
            motion=phase.motion,
            ends_rep=place == len(phases),
        )


def _blank(place: int, dose: Dose, set_no: int, side: Side) -> Segment:
    """A segment that knows its step, set and side, and nothing else yet."""
    reps = dose.work.reps if isinstance(dose.work, SelfPaced) else len(dose.work.rounds)
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
        reps=reps,
    )
