"""Timeline of a session: a routine compiled to a flat sequence of segments.

The lengths follow section "Durations" of docs/routine-format.md: a step is its prep and its sets,
a set is its rounds with the gaps between them, and nothing hidden is added between steps.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from operator import attrgetter

from footcoach_tui.session.dose import (
    Breath,
    CountUp,
    Dose,
    Hold,
    Measurement,
    Motion,
    Phase,
    SelfPaced,
    SideOrder,
    Sides,
)
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.segment import Segment, SegmentKind
from footcoach_tui.session.set_changes import NO_CHANGES, SetChanges
from footcoach_tui.session.side import Side

__all__ = ["Segment", "SegmentKind", "Timeline", "compile_timeline"]


_MAX_STEPS = 256
"""Steps whose segments are remembered."""

_SECONDS_PER_MINUTE = 60.0

_unplaced = attrgetter(*[each.name for each in fields(Segment)[2:]])
"""All values of a segment but its index and start."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Routine and its segments, in order, each beginning where the one before ends.

    `first` is the side that begins wherever the sides take turns. `hold_wait` are the seconds to
    wait after each hold, 0 for a wait that the person ends; None without such waits.
    """

    routine: Routine
    segments: tuple[Segment, ...]
    first: Side = Side.LEFT
    changes: SetChanges = NO_CHANGES
    hold_wait: float | None = None

    def with_changes(self, changes: SetChanges) -> "Timeline":
        """Return the timeline compiled anew, with other changes of its sets."""
        return compile_timeline(
            self.routine, first=self.first, changes=changes, hold_wait=self.hold_wait
        )

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
    routine: Routine,
    *,
    first: Side = Side.LEFT,
    changes: SetChanges = NO_CHANGES,
    hold_wait: float | None = None,
) -> Timeline:
    segments: list[Segment] = []
    start = 0.0
    for place, step in enumerate(routine.steps):
        own = changes.of_step(place)
        for segment in _step_segments(place, step.dose, first, own, hold_wait):
            segments.append(Segment(len(segments), start, *_unplaced(segment)))
            start += segment.seconds
    if segments and segments[-1].kind is SegmentKind.AFTER_HOLD:
        segments.pop()  # nothing follows that could wait
    return Timeline(routine, tuple(segments), first, changes, hold_wait)


@lru_cache(maxsize=_MAX_STEPS)
def _step_segments(
    place: int, dose: Dose, first: Side, changes: SetChanges, hold_wait: float | None
) -> tuple[Segment, ...]:
    """Return the segments of a step, with index and start still 0.

    Those of the other steps are found again when reps are added to one.
    """
    segments = _made_segments(place, dose, first, changes)
    if hold_wait is None or not isinstance(dose.work, Hold):
        return tuple(segments)
    return tuple(_with_waits(segments, hold_wait))


def _with_waits(segments: Iterable[Segment], seconds: float) -> Iterator[Segment]:
    """Yield segments, with a wait after each hold: it has the set and rep of that hold."""
    for segment in segments:
        yield segment
        if segment.ends_rep:
            blank = replace(segment, phase="", cue="", breath=Breath.FREE, motion=Motion())
            yield replace(blank, kind=SegmentKind.AFTER_HOLD, seconds=seconds, ends_rep=False)


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
