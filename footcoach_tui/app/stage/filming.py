"""Moving figures: the clip for a moment of a session, and a cache of its frames."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from footcoach_tui.figure.cells import Glyphs
from footcoach_tui.figure.frames import frame, frames
from footcoach_tui.figure.model import Figure, Kind, Motion, Part
from footcoach_tui.figure.picture import Picture
from footcoach_tui.session.dose import Motion as Moves
from footcoach_tui.session.dose import Side
from footcoach_tui.session.routine import Step
from footcoach_tui.session.timeline import Segment, SegmentKind, Timeline
from footcoach_tui.session.view import View

FRAMES_A_SECOND = 10.0
LARGE, OF_LARGE = 1200, 8.0
"""Cells from which on a figure is large, and the frames a second of one: more cells change in each,
and large movements are no less even for it."""
_KIND = {SegmentKind.HOLD: Kind.HOLD, SegmentKind.RELAX: Kind.RELAX}


@dataclass(frozen=True, slots=True)
class Take:
    """One phase to be drawn: whose figure, how it moves, for how many seconds, on which side."""

    exercise: str
    motion: Motion
    seconds: float
    mirrored: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A moment of a take, in seconds from its beginning."""

    take: Take
    moment: float


class Reels:
    """All frames that were drawn so far, for one set of figures."""

    def __init__(self, figures: Mapping[str, Figure], glyphs: Glyphs = Glyphs.BRAILLE) -> None:
        """`figures` are by the id of their exercise."""
        self.figures = figures
        self._glyphs = glyphs
        self._drawn: dict[tuple[Take, int, int], tuple[Picture, ...]] = {}

    def picture(self, shown: Shown, columns: int, rows: int) -> Picture | None:
        """The frame of a moment; None while it is not drawn. A look-up."""
        reel = self._drawn.get((shown.take, columns, rows))
        if not reel:
            return None
        if shown.moment >= shown.take.seconds:
            return reel[-1]
        return reel[min(int(shown.moment * rate(columns, rows)), len(reel) - 1)]

    def at_once(self, shown: Shown, columns: int, rows: int) -> Picture | None:
        """The frame of a moment, drawn now if need be; None where there is no such figure."""
        take = shown.take
        figure = self.figures.get(take.exercise)
        found = self.picture(shown, columns, rows)
        if found or figure is None:
            return found
        return frame(
            figure,
            take.motion,
            take.seconds,
            min(shown.moment, take.seconds),
            columns,
            rows,
            self._glyphs,
            mirrored=take.mirrored,
        )

    def draw(self, takes: Iterable[Take], columns: int, rows: int) -> None:
        """Draw what is not drawn yet; takes time, so call it from a worker."""
        for take in takes:
            key = (take, columns, rows)
            figure = self.figures.get(take.exercise)
            if figure and key not in self._drawn:
                self._drawn[key] = frames(
                    figure,
                    take.motion,
                    take.seconds,
                    rate(columns, rows),
                    columns,
                    rows,
                    self._glyphs,
                    mirrored=take.mirrored,
                )


def rate(columns: int, rows: int) -> float:
    """Frames a second of a figure of so many cells."""
    return OF_LARGE if columns * rows >= LARGE else FRAMES_A_SECOND


def take_of(segment: Segment, step: Step) -> Take | None:
    """What is drawn in a segment of work; None where its phase names no pose."""
    if not segment.motion.poses:
        return None
    kind = _KIND.get(segment.kind, Kind.MOVE)
    return Take(
        step.exercise.id,
        _motion(segment.motion, kind),
        segment.seconds,
        mirrored=segment.side is Side.LEFT,
    )


def _motion(moves: Moves, kind: Kind) -> Motion:
    return Motion(
        poses=moves.poses,
        kind=kind,
        every=moves.every,
        linear=moves.linear,
        lit=frozenset(Part(part) for part in moves.lit),
    )


class Film:
    """What is drawn along one timeline."""

    def __init__(self, timeline: Timeline) -> None:
        """Nothing is worked out before it is asked for."""
        self.timeline = timeline
        self._rehearsals: dict[int, tuple[Take, ...]] = {}

    def shown(self, view: View, *, still: bool = False) -> Shown | None:
        """What is drawn now: the phase under way, or, in a wait, what comes after it, in a loop.

        At the end of a phase it is the end of its take, also where the phase was made longer.
        A `still` is the pose that the phase, or the first one after a wait, is to reach.
        """
        segment = view.segment
        if segment.kind.is_work and segment.kind is not SegmentKind.WAIT:
            take = take_of(segment, view.step)
            moment = 1.0 if still else view.fraction
            return Shown(take, moment * take.seconds) if take else None
        takes = self.rehearsal(segment)
        return still_of(takes) if still else moment_of(takes, view.elapsed)

    def takes_of(self, step: int) -> tuple[Take, ...]:
        """All that is drawn in one step, each take once; none for a step that is not there."""
        work = (one for one in self.timeline.segments if one.step == step and one.kind.is_work)
        return tuple(dict.fromkeys(take for one in work for take in self._take(one)))

    def rehearsal(self, waiting: Segment) -> tuple[Take, ...]:
        """The first round of work after a wait, in the same step."""
        if waiting.index not in self._rehearsals:
            takes = (take for one in self._next_round(waiting) for take in self._take(one))
            self._rehearsals[waiting.index] = tuple(takes)
        return self._rehearsals[waiting.index]

    def _next_round(self, waiting: Segment) -> Iterator[Segment]:
        for segment in self.timeline.segments[waiting.index :]:
            if segment.step != waiting.step:
                return
            if segment.kind.is_work:
                yield segment
                if segment.ends_rep:
                    return

    def _take(self, segment: Segment) -> Iterator[Take]:
        take = take_of(segment, self.timeline.routine.steps[segment.step])
        if take:
            yield take


def still_of(takes: tuple[Take, ...]) -> Shown | None:
    """The pose that the first of takes reaches; None where there are none."""
    return Shown(takes[0], takes[0].seconds) if takes else None


def moment_of(takes: tuple[Take, ...], seconds: float) -> Shown | None:
    """A moment of takes that follow each other again and again; None where there are none."""
    if not takes:
        return None
    left = seconds % sum(take.seconds for take in takes)
    for take in takes:
        if left < take.seconds:
            return Shown(take, left)
        left -= take.seconds
    return Shown(takes[-1], takes[-1].seconds)
