"""The pictures of a phase, one after the other; drawn once and remembered."""

from functools import lru_cache

from footcoach_tui.figure.cells import HIGH, WIDE, Glyphs, flipped, picture
from footcoach_tui.figure.fit import Box, fitted
from footcoach_tui.figure.model import Figure, KeyPose, Motion, Part, View
from footcoach_tui.figure.motion import pose_at
from footcoach_tui.figure.picture import Picture, beside
from footcoach_tui.figure.raster import raster
from footcoach_tui.figure.scene import box, scene

TWO_VIEWS = 44
"""Cells: from this width on, the first two views stand side by side."""


@lru_cache(maxsize=128)
def frames(
    figure: Figure,
    motion: Motion,
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
        *(frame(figure, motion, seconds, at, columns, rows, glyphs, mirrored) for at in moments),
        still(figure, motion.end, motion.lit, columns, rows, glyphs, mirrored),
    )


def frame(
    figure: Figure,
    motion: Motion,
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


def still(
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
    if columns < TWO_VIEWS or len(figure.views) == 1:
        return _view(figure, figure.views[0], pose, lit, columns, rows, glyphs, mirrored)
    # The whole body left, the close-up right, whichever of them is the main view.
    one, two = sorted(figure.views[:2], key=tuple(View).index)
    left = _share(box(figure, one), box(figure, two), columns, rows)
    return beside(
        _view(figure, one, pose, lit, left, rows, glyphs, mirrored),
        _view(figure, two, pose, lit, columns - left, rows, glyphs, mirrored),
    )


def _share(one: Box, two: Box, columns: int, rows: int) -> int:
    """How many columns the left one of two views gets: as each is wide, a quarter at least."""
    first, second = (
        (right - left) / max(high - low, 1.0) * rows * HIGH / WIDE + 2.0
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
    width = columns * WIDE
    grid = raster(scene(figure, view, pose, lit), fitted(box(figure, view), width, rows * HIGH))
    if mirrored:
        grid = flipped(grid, width)
    return picture(grid, columns, glyphs)
