"""Frames of figures, drawn ahead off the screen's thread, and looked up when they are shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from footcoach_tui.figure.cells import Glyphs
from footcoach_tui.figure.frames import frame, frames
from footcoach_tui.figure.model import Figure, Kind, Motion, Part
from footcoach_tui.figure.picture import Picture
from footcoach_tui.session.dose import Motion as Moves
from footcoach_tui.session.dose import Side
from footcoach_tui.session.routine import Step
from footcoach_tui.session.timeline import Segment, SegmentKind

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
