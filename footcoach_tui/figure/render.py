"""The pictures of a phase, one after the other; drawn once and remembered."""

from functools import lru_cache

from footcoach_tui.figure.cells import CELL_HEIGHT, CELL_WIDTH, Glyphs, draw_cells, mirror
from footcoach_tui.figure.fit import Box, fit_box
from footcoach_tui.figure.model import Figure, KeyPose, Part, PhaseMotion, View
from footcoach_tui.figure.motion import pose_at
from footcoach_tui.figure.picture import Picture, side_by_side
from footcoach_tui.figure.raster import rasterise
from footcoach_tui.figure.scene import scene, scene_box

MIN_TWO_VIEW_COLUMNS = 44
"""Cells: from this width on, the first two views stand side by side."""


@lru_cache(maxsize=128)
def render_frames(
    figure: Figure,
    motion: PhaseMotion,
    seconds: float,
    fps: float,
    columns: int,
    rows: int,
    glyphs: Glyphs = Glyphs.BRAILLE,
    mirrored: bool = False,  # noqa: FBT001, FBT002 - lru_cache and its callers pass it by name
) -> tuple[Picture, ...]:
    """The pictures of a phase `seconds` long, `fps` a second, at least one.

    Each shows the end of its own time, so the last one is the phase's end pose. KeyError where
    the motion names a pose that the figure does not have.
    """
    count = max(1, round(seconds * fps))
    moments = (seconds * place / count for place in range(1, count))
    return (
        *(
            render_frame(figure, motion, seconds, at, columns, rows, glyphs, mirrored)
            for at in moments
        ),
        render_pose(figure, motion.end, motion.lit, columns, rows, glyphs, mirrored),
    )


def render_frame(
    figure: Figure,
    motion: PhaseMotion,
    seconds: float,
    moment: float,
    columns: int,
    rows: int,
    glyphs: Glyphs = Glyphs.BRAILLE,
    mirrored: bool = False,  # noqa: FBT001, FBT002 - the same
) -> Picture:
    """One picture, `moment` seconds into the phase."""
    pose = pose_at(figure, motion, seconds, moment)
    return _drawn(figure, pose, motion.lit, columns, rows, glyphs, mirrored)


def render_pose(
    figure: Figure,
    pose: str,
    lit: frozenset[Part],
    columns: int,
    rows: int,
    glyphs: Glyphs = Glyphs.BRAILLE,
    mirrored: bool = False,  # noqa: FBT001, FBT002 - the same
) -> Picture:
    """A key pose, unmoved. KeyError where the figure has none of that name."""
    return _drawn(figure, figure.pose(pose), lit, columns, rows, glyphs, mirrored)


@lru_cache(maxsize=1024)
def _drawn(
    figure: Figure,
    pose: KeyPose,
    lit: frozenset[Part],
    columns: int,
    rows: int,
    glyphs: Glyphs,
    mirrored: bool,  # noqa: FBT001 - the same
) -> Picture:
    if columns < MIN_TWO_VIEW_COLUMNS or len(figure.views) == 1:
        return _view(figure, figure.views[0], pose, lit, columns, rows, glyphs, mirrored)
    # The whole body left, the close-up right, whichever of them is the main view.
    one, two = sorted(figure.views[:2], key=tuple(View).index)
    left = _share(scene_box(figure, one), scene_box(figure, two), columns, rows)
    return side_by_side(
        _view(figure, one, pose, lit, left, rows, glyphs, mirrored),
        _view(figure, two, pose, lit, columns - left, rows, glyphs, mirrored),
    )


def _share(one: Box, two: Box, columns: int, rows: int) -> int:
    """How many columns the left one of two views gets: as each is wide, a quarter at least."""
    first, second = (
        (right - left) / max(high - low, 1.0) * rows * CELL_HEIGHT / CELL_WIDTH + 2.0
        for left, low, right, high in (one, two)
    )
    quarter = columns // 4
    return min(columns - quarter, max(quarter, round(columns * first / (first + second))))


def _view(
    figure: Figure,
    view: View,
    pose: KeyPose,
    lit: frozenset[Part],
    columns: int,
    rows: int,
    glyphs: Glyphs,
    mirrored: bool,  # noqa: FBT001 - the same
) -> Picture:
    width = columns * CELL_WIDTH
    grid = rasterise(
        scene(figure, view, pose, lit), fit_box(scene_box(figure, view), width, rows * CELL_HEIGHT)
    )
    if mirrored:
        grid = mirror(grid, width)
    return draw_cells(grid, columns, glyphs)
