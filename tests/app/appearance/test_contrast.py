"""Everything that is read can be read: 4.5 to 1 or more, on every screen, in each own theme.

The screens are walked once, in one theme. Each colour of a letter, or behind one, must be a
colour of its palette, unmixed: so what part it plays is known, and with that what stands there
in every other theme. A second look, at one screen in several of them, holds this to be so.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from app_driver import AppDriver
from app_fixture import AppFixture
from builders import three_step_routine
from contrast import TextCell, contrast_ratio, displayed_colour, text_cells
from past_sessions import add_session
from rich.color import ColorSystem

from footcoach_tui.app.app import FootcoachApp
from footcoach_tui.app.appearance.palettes import (
    _HIGH_CONTRAST,
    _LIGHT,
    _OKABE_ITO,
    DEFAULT_PALETTE,
    PALETTES,
    Palette,
)
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.widgets.distance_view import DistanceView
from footcoach_tui.app.widgets.step_pane import StepPane
from footcoach_tui.library.catalogue import Catalogue
from footcoach_tui.session.view import SessionState

pytestmark = pytest.mark.slow

ENOUGH, MUCH = 4.5, 7.0
Pairs = dict[tuple[str, str], TextCell]


async def stops(person: AppDriver) -> AsyncIterator[str]:
    """The main screens, one after the other."""
    yield "home"
    await person.press("1")
    yield "home, in the list"
    await person.press("slash", "x", "colon")
    yield "finding, with a mistake"
    await person.press("escape", "escape", "question_mark")
    yield "keys"
    await person.press("escape", "l", "slash")
    yield "library"
    await person.press("escape", "escape", "h")
    yield "history"
    await person.press("p", "j", "enter", "e")
    yield "editing a session"
    await person.press("escape", "escape", "t")
    yield "trends"
    await person.press("escape", "escape")
    routine = person.fixture.catalogue.routines["test-routine"]
    app = person.app
    assert isinstance(app, FootcoachApp)
    assert app.launch
    app.push_screen(PlayScreen(app.launch.app_context, routine))
    await person.settle()
    yield "ready"
    await person.press("space", "m", "space")
    for state in SessionState:  # paused, so that no look at the clock changes it
        person.screen.query_one(StepPane).set_state(state)
        await person.pilot.pause()
        yield f"a step: {state.name}"
    await person.press("f")
    for state in SessionState:
        person.screen.query_one(DistanceView).set_state(state)
        await person.pilot.pause()
        yield f"far: {state.name}"
    await person.press("f", "q")
    yield "leaving"
    await person.press("s")
    yield "summary"


def role(colour: Any, palette: Palette) -> str:
    """The part that a colour plays; Textual's own reckoning may be off by one."""
    parts = displayed_colour(colour)
    for name, value in palette._asdict().items():
        if str(value).startswith("#"):
            said = bytes.fromhex(value[1:])
            if all(abs(one - other) <= 1 for one, other in zip(parts, said, strict=True)):
                return name
    return f"mixed {colour.name}"


async def walk(folder: Path) -> tuple[Pairs, dict[str, Pairs]]:
    """What stands on what: on all screens in one theme, and on one screen in all of them."""
    made = three_step_routine()
    exercises = {step.exercise.id: step.exercise for step in made.steps}
    studio = AppFixture(folder, catalogue=Catalogue(exercises, {made.id: made}, {}))
    for day in (1, 4, 9):
        add_session(
            studio, at=datetime(2026, 3, day, 7, 0, tzinfo=UTC), pain=day, note="left arch, sore"
        )
    everywhere: Pairs = {}
    by_theme: dict[str, Pairs] = {}
    app = studio.app()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        person = AppDriver(pilot, studio)
        await person.settle()
        for palette in (_LIGHT, _OKABE_ITO, DEFAULT_PALETTE):  # each costs half a second
            app.theme = palette.name
            await person.settle()
            by_theme[palette.name] = noted(app.screen, palette, "home")
        async for stop in stops(person):
            everywhere = noted(app.screen, DEFAULT_PALETTE, stop) | everywhere
    return everywhere, by_theme


def noted(screen: Any, palette: Palette, stop: str) -> Pairs:
    """The pairs of parts on a screen, with a cell of each."""
    return {
        (role(cell.colour, palette), role(cell.ground, palette)): cell._replace(
            widget=f"{stop}: {cell.widget}"
        )
        for cell in text_cells(screen)
    }


@pytest.fixture(scope="module")
def walked() -> tuple[Pairs, dict[str, Pairs]]:
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(walk(Path(folder)))


def test_no_colour_of_letters_or_behind_them_is_mixed(walked: tuple[Pairs, Any]) -> None:
    assert [
        (pair, cell.text, cell.widget) for pair, cell in walked[0].items() if "mixed" in str(pair)
    ] == []
    assert len(walked[0]) > 25
    assert {ground for _, ground in walked[0]} >= {"rest", "chosen", "success", "accent", "warning"}


def test_the_same_stands_on_the_same_in_every_theme(walked: tuple[Any, dict[str, Pairs]]) -> None:
    told = {name: set(pairs) for name, pairs in walked[1].items()}
    assert len(told) > 1
    assert all(pairs == told[DEFAULT_PALETTE.name] for pairs in told.values())
    assert not any("mixed" in str(pairs) for pairs in told.values())


@pytest.mark.parametrize("system", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT], ids=str)
@pytest.mark.parametrize("palette", PALETTES, ids=lambda one: one.name)
def test_letters_stand_out(
    walked: tuple[Pairs, Any], palette: Palette, system: ColorSystem
) -> None:
    least = MUCH if palette is _HIGH_CONTRAST else ENOUGH
    colours = palette._asdict()
    contrasts = {
        f"{colour} on {ground}, {cell.text!r} in {cell.widget}": contrast_ratio(
            displayed_colour(colours[colour], system), displayed_colour(colours[ground], system)
        )
        for (colour, ground), cell in walked[0].items()
        if "mixed" not in colour + ground
    }
    assert {told: round(found, 2) for told, found in contrasts.items() if found < least} == {}
