"""Shapes are filled without holes and never beyond the grid."""

from math import hypot

from cells import pieces
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.raster import Fit, rasterise
from footcoach_tui.figure.shapes import (
    Capsule,
    Layer,
    Polygon,
    Scene,
    disc,
)

WIDTH, HEIGHT = 80, 56
FIT = Fit(WIDTH, HEIGHT, 1.0, 0.0, float(HEIGHT))
within = st.tuples(st.floats(12, WIDTH - 12), st.floats(12, HEIGHT - 12))
anywhere = st.tuples(st.floats(-200, 300), st.floats(-200, 300))
radii = st.floats(0, 10)
capsules = st.builds(Capsule, within, within, radii, radii)
wild = st.one_of(
    st.builds(Capsule, anywhere, anywhere, radii, radii),
    st.builds(Polygon, st.lists(anywhere, min_size=3, max_size=8).map(tuple)),
)


def dots(scene: Scene, fit: Fit = FIT) -> set[tuple[int, int]]:
    grid = rasterise(scene, fit)
    return {(at % fit.width, at // fit.width) for at, value in enumerate(grid) if value}


def shape_dots(shape: Capsule | Polygon) -> set[tuple[int, int]]:
    return dots(Scene((Layer(((shape, Tone.NEAR),)),)))


@given(capsules)
def test_a_limb_is_one_piece_without_holes(limb: Capsule) -> None:
    covered = shape_dots(limb)
    assert pieces(covered) == 1
    for row in {y for _, y in covered}:
        columns = sorted(x for x, y in covered if y == row)
        assert columns == list(range(columns[0], columns[-1] + 1))


@given(capsules)
def test_a_limb_covers_what_is_well_inside_it_and_nothing_well_outside(limb: Capsule) -> None:
    covered = shape_dots(limb)
    (ax, ay), (bx, by) = limb.a, limb.b
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    thick, thin = max(limb.ra, limb.rb, 0.75), min(limb.ra, limb.rb)
    for x in range(WIDTH):
        for y in range(HEIGHT):
            px, py = x + 0.5, HEIGHT - y - 0.5
            along = ((px - ax) * dx + (py - ay) * dy) / length if length else 0.0
            along = min(1.0, max(0.0, along))
            off = hypot(px - ax - along * dx, py - ay - along * dy)
            if off < thin - 0.01:
                assert (x, y) in covered
            if off > thick + 0.01:
                assert (x, y) not in covered


@given(wild)
def test_nothing_is_drawn_outside_the_grid_or_the_shape(shape: Capsule | Polygon) -> None:
    scene = Scene((Layer(((shape, Tone.NEAR),), (shape,)),), ground=0.0)
    assert len(rasterise(scene, FIT)) == WIDTH * HEIGHT
    left, low, right, high = shape.bounds
    for x, y in shape_dots(shape):
        assert left - 1 <= x + 0.5 <= right + 1
        assert low - 1 <= HEIGHT - y - 0.5 <= high + 1


def test_a_block_is_drawn_to_the_dot() -> None:
    assert shape_dots(Polygon.rectangle(10, 20, 14, 23)) == {
        (x, y) for x in range(10, 14) for y in (33, 34, 35)
    }


def test_a_curve_goes_through_its_points() -> None:
    corners = ((10.0, 10.0), (40.0, 12.0), (42.0, 40.0), (8.0, 38.0))
    assert set(corners) <= set(Polygon.smooth(corners).points)


def test_the_front_covers_the_back_and_a_seam_parts_them() -> None:
    back = Layer(((Polygon.rectangle(10, 10, 50, 40), Tone.FAR),))
    limb = Capsule((30, 5), (30, 45), 4, 4)
    grid = rasterise(Scene((back, Layer(((limb, Tone.NEAR),), (limb,)))), FIT)
    row = grid[30 * WIDTH : 31 * WIDTH]
    assert row[20:25] == bytes([Tone.FAR.bit]) * 5
    assert row[25] == row[34] == Tone.SEAM.bit
    assert row[26:34] == bytes([Tone.NEAR.bit]) * 8


def test_a_seam_is_left_out_where_dots_are_few() -> None:
    limb = disc((30, 30), 4)
    back = Layer(((Polygon.rectangle(10, 10, 50, 50), Tone.FAR),))
    scene = Scene((back, Layer(((limb, Tone.NEAR),), (limb,), min_scale=1.5)))
    assert len(dots(scene)) == 40 * 40


def test_the_floor_is_one_row_and_hides_what_is_under_it() -> None:
    scene = Scene((Layer(((Polygon.rectangle(10, -20, 20, 20), Tone.NEAR),)),), ground=6.0)
    covered = dots(scene)
    assert {x for x, y in covered if y == HEIGHT - 6} == set(range(WIDTH))
    assert max(y for _, y in covered) == HEIGHT - 6


@given(
    st.tuples(st.floats(-100, 0), st.floats(-100, 0), st.floats(1, 200), st.floats(1, 200)),
    st.integers(8, 200),
    st.integers(8, 200),
)
def test_a_fitted_box_lies_within_the_dots(
    box: tuple[float, float, float, float], width: int, height: int
) -> None:
    fit = Fit.from_box(box, width, height)
    left, top = fit.to_dots((box[0], box[3]))
    right, bottom = fit.to_dots((box[2], box[1]))
    assert left >= 0.99
    assert top >= 0.99
    assert right <= width - 0.99
    assert bottom <= height - 0.99
