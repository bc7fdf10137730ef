"""The app comes to the terminal in two steps: a first picture, and then what goes into it."""

import asyncio
from collections.abc import Callable
from threading import Event

from app_fixture import AppFixture

from footcoach_tui.app.app import FootcoachApp
from footcoach_tui.app.launch import Launch
from footcoach_tui.app.screens.home import HomeScreen
from footcoach_tui.app.screens.loading import LoadingScreen
from footcoach_tui.app.screens.play import PlayScreen

Fetch = Callable[[], Launch | None]


class Slow:
    """A launch that is loaded when the test lets it."""

    def __init__(self, opening: Launch | None) -> None:
        self.let_go = Event()
        self._opening = opening

    def __call__(self) -> Launch | None:
        assert self.let_go.wait(30)
        return self._opening


async def test_the_panes_stand_before_there_is_anything_in_them(app_fixture: AppFixture) -> None:
    slow = Slow(Launch(app_fixture.context()))
    app = FootcoachApp(app_fixture.settings, app_fixture.appearance, slow)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, LoadingScreen)
        assert app.launch is None
        slow.let_go.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert [type(one) for one in app.screen_stack] == [LoadingScreen, HomeScreen]


async def test_a_routine_that_was_asked_for_is_opened_as_soon_as_it_is_known(
    app_fixture: AppFixture,
) -> None:
    slow = Slow(Launch(app_fixture.context(), app_fixture.catalogue.routines["test-routine"]))
    app = FootcoachApp(app_fixture.settings, app_fixture.appearance, slow)
    async with app.run_test() as pilot:
        slow.let_go.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)


async def test_with_nothing_to_open_it_ends(app_fixture: AppFixture) -> None:
    app = FootcoachApp(app_fixture.settings, app_fixture.appearance, lambda: None)
    await asyncio.wait_for(app.run_async(headless=True), 30)
    assert app.launch is None


async def test_one_can_leave_before_all_is_there(app_fixture: AppFixture) -> None:
    slow = Slow(Launch(app_fixture.context()))
    app = FootcoachApp(app_fixture.settings, app_fixture.appearance, slow)
    async with app.run_test() as pilot:
        await pilot.press("q")
        assert app._exit
        slow.let_go.set()
