"""The app comes to the terminal in two steps: a first picture, and then what goes into it."""

import asyncio
from collections.abc import Callable
from threading import Event

from studio import Studio

from footcoach_tui.app.app import FootcoachApp
from footcoach_tui.app.opening import Opening
from footcoach_tui.app.screens.home import HomeScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.screens.waiting import WaitingScreen

Fetch = Callable[[], Opening | None]


class Slow:
    """What is fetched comes when it is let go."""

    def __init__(self, opening: Opening | None) -> None:
        self.let_go = Event()
        self._opening = opening

    def __call__(self) -> Opening | None:
        assert self.let_go.wait(30)
        return self._opening


async def test_the_panes_stand_before_there_is_anything_in_them(studio: Studio) -> None:
    slow = Slow(Opening(studio.parts()))
    app = FootcoachApp(studio.settings, studio.wears, slow)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, WaitingScreen)
        assert app.opening is None
        slow.let_go.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert [type(one) for one in app.screen_stack] == [WaitingScreen, HomeScreen]


async def test_a_routine_that_was_asked_for_is_opened_as_soon_as_it_is_known(
    studio: Studio,
) -> None:
    slow = Slow(Opening(studio.parts(), studio.catalogue.routines["test-routine"]))
    app = FootcoachApp(studio.settings, studio.wears, slow)
    async with app.run_test() as pilot:
        slow.let_go.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)


async def test_with_nothing_to_open_it_ends(studio: Studio) -> None:
    app = FootcoachApp(studio.settings, studio.wears, lambda: None)
    await asyncio.wait_for(app.run_async(headless=True), 30)
    assert app.opening is None


async def test_one_can_leave_before_all_is_there(studio: Studio) -> None:
    slow = Slow(Opening(studio.parts()))
    app = FootcoachApp(studio.settings, studio.wears, slow)
    async with app.run_test() as pilot:
        await pilot.press("q")
        assert app._exit
        slow.let_go.set()
