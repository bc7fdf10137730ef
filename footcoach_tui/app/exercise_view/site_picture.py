"""Picture of a lower leg and foot with one sore site lit, and where the letter of each site stands.

Coordinates are those of `FootPose`: 1/100 of the foot length, seen from the inner side.
"""

from functools import lru_cache
from typing import NamedTuple

from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.figure.cells import CELL_HEIGHT, CELL_WIDTH, PictureFormat, draw_cells
from footcoach_tui.figure.foot import FootBones, foot_layers
from footcoach_tui.figure.geometry import Point
from footcoach_tui.figure.model import Part
from footcoach_tui.figure.picture import Picture, Tone
from footcoach_tui.figure.poses import FootPose
from footcoach_tui.figure.raster import Fit, rasterise
from footcoach_tui.figure.shapes import Box, Capsule, Layer, Polygon, Scene, Shape, disc

_PARTS = {Site.BIG_TOE: Part.BIG_TOE, Site.ARCH: Part.ARCH, Site.ANKLE: Part.ANKLE}
"""Sites that the figure of a foot can light itself."""

_LEG: tuple[Point, ...] = (
    (12.0, 44.0),
    (10.5, 56.0),
    (8.0, 68.0),
    (2.0, 82.0),
    (-3.0, 96.0),
    (-3.5, 108.0),
    (1.0, 122.0),
    (5.0, 130.0),
    (41.0, 130.0),
    (41.0, 116.0),
    (40.0, 98.0),
    (38.0, 78.0),
    (37.0, 58.0),
    (39.0, 44.0),
)
"""Leg from the ankle to below the knee: up the back, down the front."""

_LIT: dict[Site, tuple[Shape, ...]] = {
    Site.HEEL: (disc((12.5, 8.0), 8.5),),
    Site.FOREFOOT: (Capsule((64.0, 6.5), (78.0, 6.0), 6.5, 6.5),),
    Site.ACHILLES_CORD: (Capsule((14.5, 44.0), (11.0, 68.0), 4.5, 5.0),),
    Site.ACHILLES_BONE: (disc((7.0, 25.0), 7.0),),
    Site.CALF: (Capsule((11.0, 82.0), (11.0, 112.0), 8.0, 11.0),),
    Site.SHIN: (Capsule((34.0, 62.0), (36.5, 122.0), 4.0, 4.5),),
    Site.ANKLE: (Capsule((20.0, 38.0), (34.0, 38.0), 7.5, 7.5),),
}

_ANCHORS: dict[Site, Point] = {
    Site.HEEL: (12.0, -9.0),
    Site.ARCH: (40.0, -9.0),
    Site.BIG_TOE: (97.0, 16.0),
    Site.FOREFOOT: (71.0, -9.0),
    Site.ACHILLES_CORD: (-4.0, 58.0),
    Site.ACHILLES_BONE: (-8.0, 25.0),
    Site.ANKLE: (50.0, 47.0),
    Site.CALF: (-15.0, 100.0),
    Site.SHIN: (51.0, 92.0),
}
"""Where letters stand, beside what they name."""

_BOX: Box = (-18.0, -12.0, 104.0, 130.0)
"""Box around the leg and the letters."""


class Letter(NamedTuple):
    """Letter of a site, at a cell of the picture."""

    site: Site
    column: int
    row: int


@lru_cache(maxsize=64)
def site_picture(site: Site | None, form: PictureFormat) -> Picture:
    """Draw the leg, with a site lit."""
    bones = FootBones.from_pose(FootPose())
    part = _PARTS.get(site) if site else None
    leg = Layer.in_tone(Tone.NEAR, (Polygon.smooth(_LEG),))
    layers = (leg, *foot_layers(bones, frozenset((part,)) if part else frozenset()))
    if site in _LIT:
        layers = (*layers, Layer.in_tone(Tone.LIT, _LIT[site]))
    return draw_cells(rasterise(Scene(layers), Fit.from_box(_BOX, *form.dots)), form)


@lru_cache(maxsize=64)
def site_letters(columns: int, rows: int) -> tuple[Letter, ...]:
    """Return the cells of the letters."""
    fit = Fit.from_box(_BOX, columns * CELL_WIDTH, rows * CELL_HEIGHT)
    letters = []
    for site, anchor in _ANCHORS.items():
        x, y = fit.to_dots(anchor)
        column, row = int(x // CELL_WIDTH), int(y // CELL_HEIGHT)
        letters.append(Letter(site, min(max(column, 0), columns - 1), min(max(row, 0), rows - 1)))
    return tuple(letters)


def nearest_site(site: Site, dx: int, dy: int) -> Site:
    """Return the nearest site in a direction of the picture, or the same one if there is none."""
    x, y = _ANCHORS[site]
    best, least = site, float("inf")
    for other, (ox, oy) in _ANCHORS.items():
        ahead = (ox - x) * dx + (oy - y) * dy
        aside = abs((ox - x) * dy) + abs((oy - y) * dx)
        if ahead > 0 and ahead + 2.0 * aside < least:
            best, least = other, ahead + 2.0 * aside
    return best
