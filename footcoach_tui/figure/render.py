"""Pictures of a phase: frames and key poses, cached."""

from functools import lru_cache, reduce

from footcoach_tui.figure.cells import PictureFormat, draw_cells
from footcoach_tui.figure.model import Figure, KeyPose, Part, PhaseMotion, View
from footcoach_tui.figure.motion import pose_at
from footcoach_tui.figure.picture import Picture
from footcoach_tui.figure.raster import Fit, rasterise
from footcoach_tui.figure.scene import scene, scene_box
from footcoach_tui.figure.shapes import Box

MIN_TWO_VIEW_COLUMNS = 44
"""Cells from which on the first two views are side by side."""
_CELL_ASPECT = 2.0


@lru_cache(maxsize=128)
def render_frames(
    figure: Figure,
    motion: PhaseMotion,
    seconds: float,
    fps: float,
    form: PictureFormat,
    *,
    mirrored: bool = False,
) -> tuple[Picture, ...]:
    """The pictures of a phase `seconds` long, `fps` a second, at least one.

    Each shows the end of its own time, so the last one is the phase's end pose. KeyError where
    the motion names a pose that the figure does not have.
    """
    count = max(1, round(seconds * fps))
    moments = (seconds * (number / count) for number in range(1, count + 1))
    return tuple(
        render_frame(figure, motion, seconds, moment, form, mirrored=mirrored) for moment in moments
    )


def render_frame(
    figure: Figure,
    motion: PhaseMotion,
    seconds: float,
    moment: float,
    form: PictureFormat,
    *,
    mirrored: bool = False,
) -> Picture:
    """The picture `moment` seconds into the phase."""
    pose = pose_at(figure, motion, seconds, moment)
    return _render(figure, pose, motion.lit, form, mirrored=mirrored)


def render_pose(
    figure: Figure,
    pose: str,
    lit: frozenset[Part],
    form: PictureFormat,
    *,
    mirrored: bool = False,
) -> Picture:
    """A key pose. KeyError where the figure has none of that name."""
    return _render(figure, figure.pose(pose), lit, form, mirrored=mirrored)


@lru_cache(maxsize=1024)
def _render(
    figure: Figure,
    pose: KeyPose,
    lit: frozenset[Part],
    form: PictureFormat,
    *,
    mirrored: bool,
) -> Picture:
    def picture(view: View, columns: int) -> Picture:
        part = form._replace(columns=columns)
        fit = Fit.from_box(scene_box(figure, view), *part.dots)
        grid = rasterise(scene(figure, view, pose, lit), fit)
        return draw_cells(grid, part, mirrored=mirrored)

    pictures = [picture(*each) for each in visible_views(figure, form.columns, form.rows)]
    return reduce(Picture.beside, pictures)


def visible_views(figure: Figure, columns: int, rows: int) -> tuple[tuple[View, int], ...]:
    """The views that are drawn in so many cells, from the left, and the columns of each."""
    if columns < MIN_TWO_VIEW_COLUMNS or len(figure.views) == 1:
        return ((figure.views[0], columns),)
    # The whole body left, the close-up right, whichever of them is the main view.
    left, right = sorted(figure.views[:2], key=tuple(View).index)
    width = _left_columns(scene_box(figure, left), scene_box(figure, right), columns, rows)
    return (left, width), (right, columns - width)


def _left_columns(left_box: Box, right_box: Box, columns: int, rows: int) -> int:
    """Columns of the left view: in proportion to the widths of both, a quarter at least."""
    left_width, right_width = (
        (right - left) / max(high - low, 1.0) * rows * _CELL_ASPECT + 2.0
        for left, low, right, high in (left_box, right_box)
    )
    quarter = columns // 4
    in_proportion = round(columns * left_width / (left_width + right_width))
    return min(columns - quarter, max(quarter, in_proportion))
