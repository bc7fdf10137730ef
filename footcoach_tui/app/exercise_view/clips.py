"""Moving figures: the clip for a moment of a session, and a cache of its frames."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from footcoach_tui.figure.cells import Glyphs
from footcoach_tui.figure.model import Figure, MotionKind, Part, PhaseMotion
from footcoach_tui.figure.picture import Picture
from footcoach_tui.figure.render import render_frame, render_frames
from footcoach_tui.session.dose import Motion as Moves
from footcoach_tui.session.dose import Side
from footcoach_tui.session.routine import Step
from footcoach_tui.session.timeline import Segment, SegmentKind, Timeline
from footcoach_tui.session.view import SessionView

_MIN_LARGE_CELLS, _LARGE_FRAMES_PER_SECOND = 1200, 8.0
"""Cells from which on a figure is large, and the frames a second of one: more cells change in each,
and large movements are no less even for it."""
_KIND = {SegmentKind.HOLD: MotionKind.HOLD, SegmentKind.RELAX: MotionKind.RELAX}


@dataclass(frozen=True, slots=True)
class Clip:
    """One phase to be drawn: the exercise, its motion, seconds and side."""

    exercise_id: str
    motion: PhaseMotion
    seconds: float
    is_mirrored: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """Moment of a clip, in seconds from its beginning."""

    clip: Clip
    seconds: float

    @classmethod
    def at_end(cls, clips: tuple[Clip, ...]) -> Self | None:
        """End of the first clip; None without clips."""
        return cls(clips[0], clips[0].seconds) if clips else None

    @classmethod
    def in_loop(cls, clips: tuple[Clip, ...], seconds: float) -> Self | None:
        """Moment at a time of clips played in a loop; None without clips."""
        if not clips:
            return None
        left = seconds % sum(clip.seconds for clip in clips)
        for clip in clips:
            if left < clip.seconds:
                return cls(clip, left)
            left -= clip.seconds
        return cls(clips[-1], clips[-1].seconds)


class FrameCache:
    """Rendered frames of the figures, by clip and size; `figures` are by exercise id."""

    FRAMES_PER_SECOND = 10.0

    def __init__(self, figures: Mapping[str, Figure], glyphs: Glyphs = Glyphs.BRAILLE) -> None:
        self.figures = figures
        self._glyphs = glyphs
        self._frames: dict[tuple[Clip, int, int], tuple[Picture, ...]] = {}

    def picture(self, shown: Moment, columns: int, rows: int) -> Picture | None:
        """Cached frame of a moment, or None."""
        reel = self._frames.get((shown.clip, columns, rows))
        if not reel:
            return None
        if shown.seconds >= shown.clip.seconds:
            return reel[-1]
        return reel[min(int(shown.seconds * _frame_rate(columns, rows)), len(reel) - 1)]

    def render(self, shown: Moment, columns: int, rows: int) -> Picture | None:
        """Frame of a moment, rendered if it is not cached; None without a figure."""
        take = shown.clip
        figure = self.figures.get(take.exercise_id)
        found = self.picture(shown, columns, rows)
        if found or figure is None:
            return found
        return render_frame(
            figure,
            take.motion,
            take.seconds,
            min(shown.seconds, take.seconds),
            columns,
            rows,
            self._glyphs,
            mirrored=take.is_mirrored,
        )

    def prerender(self, takes: Iterable[Clip], columns: int, rows: int) -> None:
        """Render all frames of clips: slow, so call it in a worker."""
        for take in takes:
            key = (take, columns, rows)
            figure = self.figures.get(take.exercise_id)
            if figure and key not in self._frames:
                self._frames[key] = render_frames(
                    figure,
                    take.motion,
                    take.seconds,
                    _frame_rate(columns, rows),
                    columns,
                    rows,
                    self._glyphs,
                    mirrored=take.is_mirrored,
                )


def _frame_rate(columns: int, rows: int) -> float:
    return (
        _LARGE_FRAMES_PER_SECOND
        if columns * rows >= _MIN_LARGE_CELLS
        else FrameCache.FRAMES_PER_SECOND
    )


def _segment_clip(segment: Segment, step: Step) -> Clip | None:
    """Clip of a segment of work; None if its phase names no pose."""
    if not segment.motion.poses:
        return None
    kind = _KIND.get(segment.kind, MotionKind.MOVE)
    return Clip(
        step.exercise.id,
        _motion(segment.motion, kind),
        segment.seconds,
        is_mirrored=segment.side is Side.LEFT,
    )


def _motion(moves: Moves, kind: MotionKind) -> PhaseMotion:
    return PhaseMotion(
        poses=moves.poses,
        kind=kind,
        every=moves.every,
        linear=moves.linear,
        lit=frozenset(Part(part) for part in moves.lit),
    )


class Animation:
    """Clips along one timeline."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self._previews: dict[int, tuple[Clip, ...]] = {}

    def moment(self, view: SessionView, *, still: bool = False) -> Moment | None:
        """Moment to draw: of the current phase, or in a wait of the work to come, in a loop.

        The end of a phase is the end of its clip, also if the phase was made longer. A `still` is
        the end pose of the phase, or of the first phase after a wait.
        """
        segment = view.segment
        if segment.kind.is_work and segment.kind is not SegmentKind.WAIT:
            take = _segment_clip(segment, view.step)
            moment = 1.0 if still else view.fraction
            return Moment(take, moment * take.seconds) if take else None
        takes = self.preview(segment)
        return Moment.at_end(takes) if still else Moment.in_loop(takes, view.elapsed)

    def step_clips(self, step: int) -> tuple[Clip, ...]:
        """All clips of a step, each once; empty for an unknown step."""
        work = (one for one in self.timeline.segments if one.step == step and one.kind.is_work)
        return tuple(dict.fromkeys(take for one in work for take in self._clip(one)))

    def preview(self, waiting: Segment) -> tuple[Clip, ...]:
        """Clips of the first rep after a wait, in the same step."""
        if waiting.index not in self._previews:
            takes = (take for one in self._next_round(waiting) for take in self._clip(one))
            self._previews[waiting.index] = tuple(takes)
        return self._previews[waiting.index]

    def _next_round(self, waiting: Segment) -> Iterator[Segment]:
        for segment in self.timeline.segments[waiting.index :]:
            if segment.step != waiting.step:
                return
            if segment.kind.is_work:
                yield segment
                if segment.ends_rep:
                    return

    def _clip(self, segment: Segment) -> Iterator[Clip]:
        take = _segment_clip(segment, self.timeline.routine.steps[segment.step])
        if take:
            yield take
