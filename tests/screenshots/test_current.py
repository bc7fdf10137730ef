import os

import make
import pytest
import sheet

from footcoach_tui.boundary.folders import bundled_routines
from footcoach_tui.library.catalogue import load_catalogue


def in_turn() -> list[str]:
    """One size of each state, another one for each; all of them when that is asked for."""
    if os.environ.get("FOOTCOACH_EVERY_SIZE"):
        return list(make.names())
    of_states: dict[str, list[str]] = {}
    for name, (state, _) in make.names().items():
        of_states.setdefault(state, []).append(name)
    return [names[turn % len(names)] for turn, names in enumerate(of_states.values())]


@pytest.mark.parametrize("name", in_turn())
async def test_pictures_show_footcoach_as_it_is(name: str) -> None:
    committed = (make.HERE / name).read_text(encoding="utf-8")
    assert await make.draw(name) == committed, "run make screenshots, and look at them"


def test_no_picture_is_left_over() -> None:
    assert {path.name for path in make.HERE.glob("*.svg")} == {*make.names(), sheet.OUT.name}


def test_the_sheet_shows_the_figures_as_they_are() -> None:
    drawn = sheet.sheet(load_catalogue(bundled_routines()))
    assert sheet.OUT.read_text(encoding="utf-8") == drawn, "run make screenshots"
