"""Pictures of a figure in pixels, encoded for the terminal and cached."""

from collections.abc import Iterator
from functools import lru_cache, reduce
from math import ceil
from typing import NamedTuple, Self

from footcoach_tui.figure.model import Figure, KeyPose, Part, PhaseMotion
from footcoach_tui.figure.motion import pose_at
from footcoach_tui.figure.pixel_encodings import Encoding, encode_pixels
from footcoach_tui.figure.pixels import PixelGrid, draw_pixels
from footcoach_tui.figure.render import visible_views
from footcoach_tui.figure.scene import scene, scene_box

_MAX_PIXELS = 200_000
"""Pixels of a picture, at most: more take longer than a tenth of a second to draw."""

_MAX_FRAMES = 48
"""Different frames of a phase, at most: a terminal stores those of a whole rep."""


class PixelFormat(NamedTuple):
    """Size of a picture in cells, the pixels of a cell, and the encoding."""

    columns: int
    rows: int
    cell_width: int
    cell_height: int
    encoding: Encoding

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.columns * self.cell_width, self.rows * self.cell_height

    def within_limit(self) -> Self | None:
        """The format with cells of fewer pixels, where there are too many.

        A terminal makes a PNG larger again, but not a sixel picture: then there is no format.
        """
        form = self
        while form.size[0] * form.size[1] > _MAX_PIXELS:
            if form.encoding is Encoding.SIXEL:
                return None
            half = form.cell_width // 2, form.cell_height // 2
            form = form._replace(cell_width=half[0], cell_height=half[1])
        return form if form.size > (0, 0) else None


def render_pixels(
    figure: Figure,
    motion: PhaseMotion,
    seconds: float,
    fps: float,
    form: PixelFormat,
    *,
    mirrored: bool = False,
) -> Iterator[bytes]:
    """The pixels of each frame of a phase, at the moments of `render_frames`, without colours.

    Of a long slow motion fewer frames are drawn, and each of them is repeated.
    """
    count = max(1, round(seconds * fps))
    moments = (seconds * (number / count) for number in range(1, count + 1))
    poses = [pose_at(figure, motion, seconds, moment) for moment in moments]
    repeats = ceil(len(set(poses)) / _MAX_FRAMES)
    for number in range(count):
        last = number - number % repeats + repeats - 1
        pose = poses[min(last, count - 1)]
        yield _render(figure, pose, motion.lit, form, mirrored=mirrored)


@lru_cache(maxsize=1024)
def _render(
    figure: Figure,
    pose: KeyPose,
    lit: frozenset[Part],
    form: PixelFormat,
    *,
    mirrored: bool,
) -> bytes:
    grids = []
    for view, columns in visible_views(figure, form.columns, form.rows):
        width, height = form._replace(columns=columns).size
        box = scene_box(figure, view)
        grid = draw_pixels(scene(figure, view, pose, lit), box, width, height)
        grids.append(grid.mirrored() if mirrored else grid)
    return encode_pixels(reduce(PixelGrid.beside, grids), form.encoding)
