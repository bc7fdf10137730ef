"""Dots become cells: every dot in its place, every cell in one tone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.figure.cells import PictureFormat, draw_cells
from footcoach_tui.figure.glyphs import Glyphs
from footcoach_tui.figure.picture import Ink, Picture, Tone

COLUMNS, ROWS = 3, 2
WIDTH, HEIGHT = 2 * COLUMNS, 4 * ROWS
FORMAT = PictureFormat(COLUMNS, ROWS)
# Position of each bit of a braille sign: column, row from the top.
BITS = {0: (0, 0), 1: (0, 1), 2: (0, 2), 3: (1, 0), 4: (1, 1), 5: (1, 2), 6: (0, 3), 7: (1, 3)}
grids = st.lists(
    st.sampled_from([tone.bit for tone in Tone if tone is not Tone.SEAM]),
    min_size=WIDTH * HEIGHT,
    max_size=WIDTH * HEIGHT,
).map(bytes)


def dots_of(picture: Picture) -> set[tuple[int, int]]:
    return {
        (2 * column + BITS[bit][0], 4 * row + BITS[bit][1])
        for row, line in enumerate(picture.lines)
        for column, sign in enumerate(line)
        for bit in BITS
        if sign != " " and (ord(sign) - 0x2800) >> bit & 1
    }


@given(grids)
def test_every_dot_is_in_its_place(grid: bytes) -> None:
    expected = {(at % WIDTH, at // WIDTH) for at, value in enumerate(grid) if value}
    assert dots_of(draw_cells(grid, FORMAT)) == expected


@given(grids, st.sampled_from((Glyphs.BRAILLE, Glyphs.ASCII)))
def test_every_row_has_as_many_cells_as_asked(grid: bytes, glyphs: Glyphs) -> None:
    picture = draw_cells(grid, PictureFormat(COLUMNS, ROWS, glyphs))
    assert [len(line) for line in picture.lines] == [COLUMNS] * ROWS
    assert glyphs is Glyphs.BRAILLE or all(line.isascii() for line in picture.lines)


@given(grids, st.sampled_from((Glyphs.BRAILLE, Glyphs.ASCII)))
def test_a_cell_is_blank_only_where_no_dot_is(grid: bytes, glyphs: Glyphs) -> None:
    for row, runs in enumerate(draw_cells(grid, PictureFormat(COLUMNS, ROWS, glyphs)).rows):
        column = 0
        for text, ink in runs:
            for sign in text:
                dots = [
                    grid[(4 * row + y) * WIDTH + 2 * column + x] for x in (0, 1) for y in range(4)
                ]
                assert (sign == " ") == (ink.tone is Tone.BLANK) == (not any(dots))
                assert ink.tone.bit == max(dots)
                column += 1


@given(grids)
def test_neighbouring_runs_differ(grid: bytes) -> None:
    for row in draw_cells(grid, FORMAT).rows:
        tones = [ink.tone for _, ink in row]
        assert all(left is not right for left, right in pairwise(tones))


@given(grids)
def test_a_mirrored_picture_has_left_and_right_swapped(grid: bytes) -> None:
    picture = draw_cells(grid, FORMAT)
    mirrored = draw_cells(grid, FORMAT, mirrored=True)
    assert dots_of(mirrored) == {(WIDTH - 1 - x, y) for x, y in dots_of(picture)}


@pytest.mark.parametrize(
    ("rows", "sign"),
    [
        (("..", "..", "..", "##"), "_"),
        (("##", "..", "..", ".."), '"'),
        (("#.", "#.", "#.", "#."), "|"),
        (("..", ".#", "#.", "#."), "/"),
        (("##", "##", "##", "##"), "#"),
    ],
)
def test_an_ascii_cell_takes_the_form_of_its_dots(rows: tuple[str, ...], sign: str) -> None:
    grid = bytes(Tone.NEAR.bit if dot == "#" else 0 for row in rows for dot in row)
    assert draw_cells(grid, PictureFormat(1, 1, Glyphs.ASCII)).lines == (sign,)


def test_pictures_are_put_side_by_side() -> None:
    left = draw_cells(bytes([Tone.NEAR.bit]) * 8, PictureFormat(1, 1, Glyphs.ASCII))
    right = draw_cells(bytes([Tone.FAR.bit]) * 16, PictureFormat(2, 1, Glyphs.ASCII))
    assert left.beside(right) == Picture(3, ((("#", Ink(Tone.NEAR)), ("::", Ink(Tone.FAR))),))
