import pytest

from footcoach_tui.app.exercise_view.site_picture import nearest_site, site_letters, site_picture
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.figure.cells import PictureFormat
from footcoach_tui.figure.picture import Tone

ARROWS = ((1, 0), (-1, 0), (0, 1), (0, -1))


def lit_cells(site: Site | None) -> set[tuple[int, int]]:
    found = set()
    for y, row in enumerate(site_picture(site, PictureFormat(30, 15)).rows):
        x = 0
        for text, tone in row:
            found |= {(x + place, y) for place in range(len(text)) if tone.tone is Tone.LIT}
            x += len(text)
    return found


@pytest.mark.parametrize("site", Site)
def test_each_site_has_a_place_of_its_own_on_the_leg(site: Site) -> None:
    others = [lit_cells(other) for other in Site if other is not site]
    assert lit_cells(site)
    assert lit_cells(site) not in others


def test_without_a_site_nothing_is_lit() -> None:
    assert not lit_cells(None)


@pytest.mark.parametrize(("columns", "rows"), [(30, 15), (26, 13), (12, 6)])
def test_letters_stand_inside_the_picture_and_apart(columns: int, rows: int) -> None:
    letters = site_letters(columns, rows)
    assert {letter.site for letter in letters} == set(Site)
    assert all(0 <= letter.column < columns and 0 <= letter.row < rows for letter in letters)
    if rows > 12:
        assert len({(letter.column, letter.row) for letter in letters}) == len(Site)


@pytest.mark.parametrize("start", Site)
def test_arrows_reach_every_site(start: Site) -> None:
    reached = {start}
    for _ in Site:
        reached |= {nearest_site(site, *arrow) for site in reached for arrow in ARROWS}
    assert reached == set(Site)
