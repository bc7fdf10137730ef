"""Solid cells: the block and the two tones that come nearest to the dots."""

from unicodedata import name, unidata_version

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.figure.blocks import BLOCKS
from footcoach_tui.figure.cells import PictureFormat, draw_cells
from footcoach_tui.figure.glyphs import Glyphs, dot_grid
from footcoach_tui.figure.picture import Ink, Tone

LETTERS = {".": Tone.BLANK, "n": Tone.NEAR, "f": Tone.FAR, "s": Tone.SEAM, "_": Tone.FLOOR}
UNICODE_WITH_OCTANTS = 16


def cell(dots: str, glyphs: Glyphs, *, is_coloured: bool = True) -> tuple[str, Ink]:
    grid = bytes(LETTERS[letter].bit for letter in dots.replace(" ", ""))
    picture = draw_cells(grid, PictureFormat(1, 1, glyphs, is_coloured))
    return picture.rows[0][0]


def dots_of(covered: int, glyphs: Glyphs) -> set[int]:
    """Dots of a set of covered parts."""
    parts = enumerate(BLOCKS[glyphs].parts)
    return {dot for at, part in parts if covered >> at & 1 for dot in part}


@pytest.mark.parametrize("glyphs", [Glyphs.OCTANTS, Glyphs.SEXTANTS])
def test_each_set_of_dots_has_a_character_of_its_own(glyphs: Glyphs) -> None:
    characters = BLOCKS[glyphs].characters
    grid = dot_grid(glyphs)
    assert len(set(characters.values())) == len(characters) == 2 ** (grid.columns * grid.rows)


@pytest.mark.skipif(
    int(unidata_version.split(".")[0]) < UNICODE_WITH_OCTANTS, reason="Python knows no octants"
)
def test_octants_are_those_of_unicode() -> None:
    check_names("BLOCK OCTANT-", BLOCKS[Glyphs.OCTANTS].characters)


def test_sextants_are_those_of_unicode() -> None:
    check_names("BLOCK SEXTANT-", BLOCKS[Glyphs.SEXTANTS].characters)


def check_names(prefix: str, characters: dict[int, str]) -> None:
    """Check the covered parts against the numbers in the names of Unicode."""
    named = {
        covered: name(char).removeprefix(prefix)
        for covered, char in characters.items()
        if name(char, "").startswith(prefix)
    }
    assert len(named) > len(characters) // 2
    for covered, numbers in named.items():
        assert covered == sum(1 << int(number) - 1 for number in numbers)


def test_the_first_and_the_last_octant_are_those_of_the_chart() -> None:
    characters = BLOCKS[Glyphs.OCTANTS].characters
    assert (characters[0b100], characters[0b110]) == ("\U0001cd00", "\U0001cd01")
    assert characters[0b11111110] == "\U0001cde5"


@given(st.lists(st.booleans(), min_size=8, max_size=8), st.sampled_from(sorted(BLOCKS)))
def test_one_tone_on_blank_is_drawn_as_it_is_or_by_the_nearest_block(
    wanted: list[bool], glyphs: Glyphs
) -> None:
    count = dot_grid(glyphs).columns * dot_grid(glyphs).rows
    dots = {dot for dot in range(count) if wanted[dot]}
    character, ink = cell("".join("n" if dot in dots else "." for dot in range(count)), glyphs)
    assert ink in (Ink(Tone.NEAR), Ink(Tone.BLANK))
    wrong = {
        char: len(dots_of(covered, glyphs) ^ dots)
        for covered, char in BLOCKS[glyphs].characters.items()
    }
    assert wrong[character] == min(wrong.values())


def test_two_tones_have_two_colours() -> None:
    assert cell("nf nf nf nf", Glyphs.OCTANTS) == ("▌", Ink(Tone.NEAR, Tone.FAR))
    assert cell("ff ff nn nn", Glyphs.HALVES) == ("▄", Ink(Tone.NEAR, Tone.FAR))


def test_the_outline_counts_for_more_than_what_is_within() -> None:
    character, ink = cell("nn nf .. ..", Glyphs.OCTANTS)
    assert (character, ink) == ("▀", Ink(Tone.NEAR))


def test_a_seam_is_seen_between_two_limbs() -> None:
    assert cell("nn nn ss nn", Glyphs.OCTANTS)[1] == Ink(Tone.NEAR, Tone.SEAM)


def test_the_floor_is_a_line() -> None:
    assert cell(".. .. .. __", Glyphs.BLOCKS) == ("▁", Ink(Tone.FLOOR))
    assert cell(".. .. .. __", Glyphs.HALVES) == ("_", Ink(Tone.FLOOR))


def test_without_colours_full_cells_are_hatched_and_no_cell_has_a_ground() -> None:
    assert cell("ff ff ff ff", Glyphs.BLOCKS, is_coloured=False) == ("░", Ink(Tone.FAR))
    assert cell("nn nn nn nn", Glyphs.BLOCKS, is_coloured=False) == ("█", Ink(Tone.NEAR))
    assert cell("nf nf nf nf", Glyphs.BLOCKS, is_coloured=False)[1].ground is Tone.BLANK
    assert cell("n. ns n. n.", Glyphs.BLOCKS, is_coloured=False) == ("▌", Ink(Tone.NEAR))


@given(
    st.lists(st.sampled_from(list(Tone)), min_size=32, max_size=32), st.sampled_from(sorted(BLOCKS))
)
def test_a_mirrored_picture_is_as_wide(tones: list[Tone], glyphs: Glyphs) -> None:
    form = PictureFormat(4, 1, glyphs)
    width, height, _ = form.dots
    grid = bytes(tone.bit for tone in tones[: width * height])
    for mirrored in (False, True):
        (line,) = draw_cells(grid, form, mirrored=mirrored).lines
        assert len(line) == 4
