"""Frames of the figures in pixels, by clip and format."""

from collections.abc import Mapping

from footcoach_tui.app.exercise_view.clips import Clip, FrameCache, Moment
from footcoach_tui.figure.model import Figure
from footcoach_tui.figure.pixel_encodings import Encoding
from footcoach_tui.figure.pixel_render import PixelFormat, render_pixels

_SIXEL_FRAMES_PER_SECOND = 4.0
"""A sixel frame is sent anew each time, in some six kilobytes."""


class PixelFrames:
    """Rendered frames; `figures` are by exercise id."""

    def __init__(self, figures: Mapping[str, Figure]) -> None:
        self._figures = figures
        self._frames: dict[tuple[Clip, PixelFormat], tuple[bytes, ...]] = {}

    def pixels(self, moment: Moment, form: PixelFormat) -> bytes | None:
        """Rendered frame of a moment without its colours, or None."""
        frames = self._frames.get((moment.clip, form))
        return moment.frame(frames, _frame_rate(form)) if frames else None

    def prerender(self, clip: Clip, form: PixelFormat) -> None:
        """Render all frames of a clip: slow, so call it in a worker."""
        figure = self._figures.get(clip.exercise_id)
        if figure and (clip, form) not in self._frames:
            self._frames[clip, form] = tuple(
                render_pixels(
                    figure,
                    clip.motion,
                    clip.seconds,
                    _frame_rate(form),
                    form,
                    mirrored=clip.is_mirrored,
                )
            )


def _frame_rate(form: PixelFormat) -> float:
    is_sixel = form.encoding is Encoding.SIXEL
    return _SIXEL_FRAMES_PER_SECOND if is_sixel else FrameCache.FRAMES_PER_SECOND
