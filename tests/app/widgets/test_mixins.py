"""Widgets get every Resize, also if Textual has placed them before the layout."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from app_driver import AppDriver
from app_fixture import AppFixture
from bundled import CATALOGUE
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.widget import Widget

from footcoach_tui.app import widgets
from footcoach_tui.app.widgets.figure_view import FigureView
from footcoach_tui.app.widgets.mixins import ResizeAware


class Recorder(ResizeAware):
    """Widget that records its sizes."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: list[Size] = []

    def on_resize(self) -> None:
        self.sizes.append(self.outer_size)


class Two(App[None]):
    """App of a recorder and a hidden widget."""

    CSS = "Recorder { width: 20; height: 4; } #hidden { display: none; }"

    def compose(self) -> ComposeResult:
        yield Recorder()
        yield Widget(id="hidden")


def ask_too_early(widget: Widget, width: int, hidden: Widget) -> None:
    """Read the size while a layout is due and a hidden widget has changed, as painting does."""
    for ancestor in widget.ancestors:
        if isinstance(ancestor, Widget):
            ancestor._clear_arrangement_cache()  # as the message does that asks for the layout
    widget.screen._compositor.update_widgets({hidden})
    assert widget.region.width == width


async def test_it_hears_of_a_size_that_somebody_asked_for_too_early() -> None:
    app = Two()
    async with app.run_test() as pilot:
        recorder = app.query_one(Recorder)
        recorder.styles.width = 11
        ask_too_early(recorder, 11, app.query_one("#hidden"))
        await pilot.pause()
        assert recorder.sizes == [Size(20, 4), Size(11, 4)]


async def test_it_hears_of_each_size_once() -> None:
    app = Two()
    async with app.run_test() as pilot:
        recorder = app.query_one(Recorder)
        for width in (30, 30, 10):
            recorder.styles.width = width
            await pilot.pause()
        recorder.refresh(layout=True)
        await pilot.pause()
        assert recorder.sizes == [Size(20, 4), Size(30, 4), Size(10, 4)]


async def test_a_figure_is_drawn_for_the_room_it_has(tmp_path: Path) -> None:
    fixture = AppFixture(tmp_path, catalogue=CATALOGUE)
    async with fixture.app("rw-essential-three").run_test(size=(120, 36)) as pilot:
        driver = AppDriver(pilot, fixture)
        await driver.settle()
        await driver.press("space")
        await driver.settle()
        figure = driver.screen.query_one("#figure", FigureView)
        assert width_of(figure) == figure.size.width != 31
        figure.styles.width = 31
        ask_too_early(figure, 31, driver.screen.query_one("#how"))
        await driver.settle()
        assert width_of(figure) == figure.size.width == 31


def width_of(figure: FigureView) -> int:
    assert figure._picture is not None
    (width,) = {sum(len(text) for text, _ in row) for row in figure._picture.rows}
    return width


def resizing_widgets() -> Iterator[type[Widget]]:
    for module in pkgutil.walk_packages(widgets.__path__, f"{widgets.__name__}."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, Widget) and "on_resize" in vars(value):
                yield value


@pytest.mark.parametrize("widget", sorted(set(resizing_widgets()), key=str))
def test_whoever_waits_for_a_size_hears_of_all(widget: type[Widget]) -> None:
    assert issubclass(widget, ResizeAware)
