"""A layout tells and paints what it changes, also where a place was asked for before it came."""

from collections.abc import Iterator

import pytest
from textual._compositor import Compositor
from textual.app import App, ComposeResult
from textual.geometry import Region, Size
from textual.widget import Widget

from footcoach_tui.app.paint.placing import place_by_layouts, restore


class Kept(Widget):
    """Keeps each size it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Size] = []

    def on_resize(self) -> None:
        self.told.append(self.outer_size)


class Stack(App[None]):
    """One widget above another, and one that is not shown."""

    CSS = "Kept { width: 20; height: 4; } #below { height: 3; } #hidden { display: none; }"

    def compose(self) -> ComposeResult:
        yield Kept()
        yield Widget(id="below")
        yield Widget(id="hidden")

    def ask_too_early(self) -> Kept:
        """Make the first lower, and ask for its place as painting does, before the layout."""
        first = self.query_one(Kept)
        first.styles.height = 2
        self.screen._compositor.update_widgets({self.query_one("#hidden")})
        assert first.region.height == 2
        return first


@pytest.fixture(autouse=True)
def stock() -> Iterator[None]:
    yield
    restore()


async def told() -> list[Size]:
    app = Stack()
    async with app.run_test() as pilot:
        first = app.ask_too_early()
        await pilot.pause()
        return first.told


async def test_a_widget_is_told_of_its_size() -> None:
    assert place_by_layouts()
    assert await told() == [Size(20, 4), Size(20, 2)]


async def test_stock_textual_does_not_tell() -> None:
    """If this fails, Textual has mended it, and what is done about it here can go."""
    assert await told() == [Size(20, 4)]


async def test_what_a_widget_has_left_is_painted() -> None:
    assert place_by_layouts()
    app = Stack()
    async with app.run_test():
        app.ask_too_early()
        app.screen._compositor._dirty_regions.clear()
        app.screen._compositor.reflow(app.screen, app.screen.size)
        assert {Region(0, 4, 80, 3), Region(0, 2, 80, 3)} <= app.screen._compositor._dirty_regions
        assert app.query_one("#below").region == Region(0, 2, 80, 3)


async def test_nothing_is_told_twice() -> None:
    assert place_by_layouts()
    app = Stack()
    async with app.run_test() as pilot:
        first = app.ask_too_early()
        await pilot.pause()
        first.refresh(layout=True)
        await pilot.pause()
        assert len(first.told) == 2


def test_it_steps_aside_for_another_textual() -> None:
    before = vars(Compositor)["full_map"], Compositor.reflow
    assert not place_by_layouts("another")
    assert (vars(Compositor)["full_map"], Compositor.reflow) == before
    assert place_by_layouts()
    restore()
    assert (vars(Compositor)["full_map"], Compositor.reflow) == before
