"""The palette: commands with their keys, routines, exercises and themes."""

from dataclasses import replace

import pytest
from app_driver import AppDriver, OpenApp
from app_fixture import AppFixture
from bundled import CATALOGUE
from layout import layout_faults

from footcoach_tui.app.appearance.choose import Appearance
from footcoach_tui.app.screens.home import HomeScreen
from footcoach_tui.app.screens.library import LibraryScreen
from footcoach_tui.app.screens.palette import PaletteDialog, PaletteEntry, matching
from footcoach_tui.app.screens.play import PlayScreen


@pytest.fixture(autouse=True)
def _bundled(app_fixture: AppFixture) -> None:
    app_fixture.catalogue = CATALOGUE


def rows(person: AppDriver) -> list[str]:
    return [row.strip() for row in person.text("#palette-entries").splitlines() if row.strip()]


def entry(name: str, text: str = "") -> PaletteEntry:
    return PaletteEntry(name, lambda: None, text)


def test_all_words_must_match_and_names_come_before_help() -> None:
    entries = entry("Find", "Search the history."), entry("Trends"), entry("History")
    assert [each.name for each in matching(entries, "hist")] == ["History", "Find"]
    assert [each.name for each in matching(entries, "search HIST")] == ["Find"]
    assert [each.name for each in matching(entries, "")] == ["Find", "Trends", "History"]
    assert matching(entries, "hops") == ()


async def test_a_command_has_its_key_at_the_right_and_is_run(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await person.press("ctrl+p", *"library")
        assert isinstance(person.screen, PaletteDialog)
        first = rows(person)[0]
        assert first.startswith("Library ")
        assert first.endswith(" l")
        await person.press("enter")
        assert isinstance(person.screen, LibraryScreen)


@pytest.mark.parametrize("size", [(120, 36), (60, 20), (40, 12)])
async def test_no_key_is_cut_beside_the_scrollbar(
    launch_app: OpenApp, size: tuple[int, int]
) -> None:
    async with launch_app("", size) as person:
        await person.press("ctrl+p")
        keys = [row.rstrip(" ▁▂▃▄▅▆▇█").rpartition(" ")[2] for row in rows(person)[:8]]
        assert keys == ["space", "i", "/", "*", "J", "K", "X", "1"]


async def test_a_key_that_does_something_else_here_is_not_shown(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        entries = person.app.palette_entries(person.screen)  # type: ignore[attr-defined] # ours
        keys = {entry.name: entry.key for entry in entries}
        assert keys["Change"] == "E"
        assert keys["Edit file"] == ""


async def test_it_is_80_wide(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await person.press("ctrl+p")
        assert person.screen.query_one("#palette").outer_size.width == 80


async def test_a_routine_is_played_from_it(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await person.press("ctrl+p", *"play essential", "enter")
        assert isinstance(person.screen, PlayScreen)
        assert person.screen.live_session.routine.id == "rw-essential-three"


async def test_an_exercise_is_shown_in_the_library(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await person.press("ctrl+p", *"ball roll", "enter")
        assert isinstance(person.screen, LibraryScreen)
        assert person.text("#exercise-card").startswith("Ball roll")


async def test_a_theme_is_set(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await person.press("ctrl+p", *"theme footcoach-light", "enter")
        assert isinstance(person.screen, HomeScreen)
        assert person.app.theme == "footcoach-light"


async def test_nothing_that_matches_is_said(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await person.press("ctrl+p", *"zzz", "enter")
        assert person.text("#palette-nothing") == "No command or routine matches."
        assert isinstance(person.screen, PaletteDialog)
        await person.press("escape")
        assert isinstance(person.screen, HomeScreen)


async def test_in_ascii_it_has_no_other_sign(launch_app: OpenApp, app_fixture: AppFixture) -> None:
    app_fixture.appearance = Appearance(is_ascii=True)
    async with launch_app() as person:
        await person.press("ctrl+p")
        strips = person.screen._compositor.render_strips()
        assert all(strip.text.isascii() for strip in strips)


async def test_markup_in_a_title_is_text(launch_app: OpenApp, app_fixture: AppFixture) -> None:
    made = replace(CATALOGUE.routines["desk-break-3min"], title="[/b] [@click=app.quit]x[/]")
    app_fixture.catalogue = replace(CATALOGUE, routines={made.id: made})
    async with launch_app() as person:
        await person.press("ctrl+p", *"play")
        assert "Play: [/b] [@click=app.quit]x[/]" in rows(person)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12), (20, 5)])
async def test_it_fits_every_screen(launch_app: OpenApp, size: tuple[int, int]) -> None:
    async with launch_app("", size) as person:
        await person.press("ctrl+p")
        assert layout_faults(person.screen) == []
