"""Moving figures: the clip for a moment of a session, and a cache of its frames."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self, TypeVar

from footcoach_tui.figure.cells import PictureFormat
from footcoach_tui.figure.model import Figure, MotionKind, Part, PhaseMotion
from footcoach_tui.figure.picture import Picture
from footcoach_tui.figure.render import render_frame, render_frames
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import Segment, SegmentKind, Timeline
from footcoach_tui.session.view import SessionView

_Frame = TypeVar("_Frame")
_WAIT_SECONDS = 6.0
"""Length of the clip of a test that is measured, which has none of its own."""
_MOTION_KINDS = {SegmentKind.HOLD: MotionKind.HOLD, SegmentKind.RELAX: MotionKind.RELAX}


@dataclass(frozen=True, slots=True)
class Clip:
    """A phase to be drawn: the exercise, its motion, seconds and side."""

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

    def frame(self, frames: Sequence[_Frame], rate: float) -> _Frame:
        """Return the frame among those of the clip, `rate` a second."""
        is_over = self.seconds >= self.clip.seconds
        return frames[-1 if is_over else min(int(self.seconds * rate), len(frames) - 1)]


class FrameCache:
    """Rendered frames of the figures, by clip and format; `figures` are by exercise id."""

    FRAMES_PER_SECOND = 8.0
    """Enough for movements of some seconds; the whole screen of a session follows it."""

    def __init__(self, figures: Mapping[str, Figure]) -> None:
        self.figures = figures
        self._frames: dict[tuple[Clip, PictureFormat], tuple[Picture, ...]] = {}

    def picture(self, moment: Moment, form: PictureFormat) -> Picture | None:
        """Cached frame of a moment, or None."""
        frames = self._frames.get((moment.clip, form))
        return moment.frame(frames, self.FRAMES_PER_SECOND) if frames else None

    def render(self, moment: Moment, form: PictureFormat) -> Picture | None:
        """Frame of a moment, rendered if it is not cached; None without a figure."""
        clip = moment.clip
        figure = self.figures.get(clip.exercise_id)
        frame = self.picture(moment, form)
        if frame or figure is None:
            return frame
        return render_frame(
            figure,
            clip.motion,
            clip.seconds,
            min(moment.seconds, clip.seconds),
            form,
            mirrored=clip.is_mirrored,
        )

    def prerender(self, clips: Iterable[Clip], form: PictureFormat) -> None:
        """Render all frames of clips: slow, so call it in a worker."""
        for clip in clips:
            key = (clip, form)
            figure = self.figures.get(clip.exercise_id)
            if figure and key not in self._frames:
                self._frames[key] = render_frames(
                    figure,
                    clip.motion,
                    clip.seconds,
                    self.FRAMES_PER_SECOND,
                    form,
                    mirrored=clip.is_mirrored,
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
            clip = self._clip(segment)
            fraction = 1.0 if still else view.fraction
            return Moment(clip, fraction * clip.seconds) if clip else None
        clips = self.preview(segment)
        return Moment.at_end(clips) if still else Moment.in_loop(clips, view.elapsed)

    def step_clips(self, step: int) -> tuple[Clip, ...]:
        """All clips of a step, each once; empty for an unknown step."""
        segments = (segment for segment in self.timeline.segments if segment.step == step)
        clips = (self._clip(segment) for segment in segments if segment.kind.is_work)
        return tuple(dict.fromkeys(filter(None, clips)))

    def preview(self, wait: Segment) -> tuple[Clip, ...]:
        """Clips of the first rep after a wait, in the same step."""
        if wait.index not in self._previews:
            clips = map(self._clip, self._next_rep(wait))
            self._previews[wait.index] = tuple(filter(None, clips))
        return self._previews[wait.index]

    def poses(self, wait: Segment) -> tuple[tuple[str, Clip], ...]:
        """Phases of the first rep after a wait, as `preview`, with their names."""
        named = ((each.phase, self._clip(each)) for each in self._next_rep(wait))
        return tuple((phase, clip) for phase, clip in named if clip)

    def _next_rep(self, wait: Segment) -> Iterator[Segment]:
        for segment in self.timeline.segments[wait.index :]:
            if segment.step != wait.step and wait.kind is SegmentKind.AFTER_HOLD:
                yield self.timeline.segments[wait.index - 1]  # the last hold of the step
            if segment.step != wait.step:
                return
            if segment.kind.is_work:
                yield segment
                if segment.ends_rep:
                    return

    def _clip(self, segment: Segment) -> Clip | None:
        """Clip of a segment of work; None if its phase names no pose."""
        motion = segment.motion
        if not motion.poses:
            return None
        return Clip(
            self.timeline.routine.steps[segment.step].exercise.id,
            PhaseMotion(
                poses=motion.poses,
                kind=_MOTION_KINDS.get(segment.kind, MotionKind.MOVE),
                every=motion.every,
                linear=motion.linear,
                lit=frozenset(Part(part) for part in motion.lit),
            ),
            segment.seconds or motion.every or _WAIT_SECONDS,
            is_mirrored=segment.side is Side.LEFT,
        )
