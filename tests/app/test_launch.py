"""The app comes to the terminal in two steps: a first picture, and then what goes into it."""

import asyncio
from collections.abc import Callable
from threading import Event

import pytest
from app_fixture import AppFixture
from textual.app import ComposeResult
from textual.widgets import Label

from footcoach_tui.app.app import FootcoachApp
from footcoach_tui.app.launch import Launch
from footcoach_tui.app.screens.base import CommandScreen
from footcoach_tui.app.screens.home import HomeScreen
from footcoach_tui.app.screens.loading import LoadingScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.session_lists.latest import read_latest
from footcoach_tui.app.widgets.history_pane import HistoryPane
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.history.store import History
from footcoach_tui.session.timeline import compile_timeline

Fetch = Callable[[], Launch | None]


class Noted(CommandScreen):
    """A screen of one label, with the classes that it had before it was styled."""

    def compose(self) -> ComposeResult:
        self.first_classes = {*self.classes}
        yield Label(id="label")


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


async def test_the_lists_are_filled_from_what_was_read_before(
    app_fixture: AppFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = app_fixture.context()
    timeline = compile_timeline(app_fixture.catalogue.routines["test-routine"])
    app_fixture.history.add(context.new_session_info("").record_of_plan(timeline))
    latest = read_latest(context.history, context.today(), 3)
    for question in ("days", "find", "last"):
        monkeypatch.setattr(History, question, lambda *_: pytest.fail("read again"))
    app = FootcoachApp(app_fixture.settings, app_fixture.appearance, Launch(context, latest=latest))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        pane = app.screen.query_one(HistoryPane)
        assert pane.query_one(PaneList).option_count == len(latest.sessions) == 1
        assert "this week" in str(pane.query_one("#progress", TextLabel).content)


async def test_a_screen_has_the_classes_of_its_size_before_its_first_layout(
    app_fixture: AppFixture,
) -> None:
    """Otherwise all of it is styled and laid out once more."""
    app = FootcoachApp(app_fixture.settings, app_fixture.appearance, Launch(app_fixture.context()))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = Noted()
        await app.push_screen(screen)
        await pilot.pause()
        assert {"-ample", "-high"} <= screen.first_classes
        assert screen.first_classes == {*screen.classes}


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


async def test_the_start_screen_comes_after_the_routine_that_was_asked_for(
    app_fixture: AppFixture,
) -> None:
    """Below it there is nothing to lay out, and nothing that draws."""
    routine = app_fixture.catalogue.routines["test-routine"]
    launch = Launch(app_fixture.context(), routine)
    app = FootcoachApp(app_fixture.settings, app_fixture.appearance, launch)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert [type(one) for one in app.screen_stack] == [LoadingScreen, PlayScreen]
        await pilot.press("q")
        await pilot.pause()
        assert [type(one) for one in app.screen_stack] == [LoadingScreen, HomeScreen]


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
