"""A widget hears of its size, also where Textual worked out the places before the layout."""

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


class Kept(ResizeAware):
    """Keeps each size it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Size] = []

    def on_resize(self) -> None:
        self.told.append(self.outer_size)


class Two(App[None]):
    """Beside it there is a widget that is not shown."""

    CSS = "Kept { width: 20; height: 4; } #hidden { display: none; }"

    def compose(self) -> ComposeResult:
        yield Kept()
        yield Widget(id="hidden")


def ask_too_early(widget: Widget, width: int, hidden: Widget) -> None:
    """What a picture does that is drawn while a layout is due and a hidden widget has changed."""
    for around in widget.ancestors:
        if isinstance(around, Widget):
            around._clear_arrangement_cache()  # as the message does that asks for the layout
    widget.screen._compositor.update_widgets({hidden})
    assert widget.region.width == width


async def test_it_hears_of_a_size_that_somebody_asked_for_too_early() -> None:
    app = Two()
    async with app.run_test() as pilot:
        kept = app.query_one(Kept)
        kept.styles.width = 11
        ask_too_early(kept, 11, app.query_one("#hidden"))
        await pilot.pause()
        assert kept.told == [Size(20, 4), Size(11, 4)]


async def test_it_hears_of_each_size_once() -> None:
    app = Two()
    async with app.run_test() as pilot:
        kept = app.query_one(Kept)
        for width in (30, 30, 10):
            kept.styles.width = width
            await pilot.pause()
        kept.refresh(layout=True)
        await pilot.pause()
        assert kept.told == [Size(20, 4), Size(30, 4), Size(10, 4)]


async def test_a_figure_is_drawn_for_the_room_it_has(tmp_path: Path) -> None:
    studio = AppFixture(tmp_path, catalogue=CATALOGUE)
    async with studio.app("rw-essential-three").run_test(size=(120, 36)) as pilot:
        person = AppDriver(pilot, studio)
        await person.settle()
        await person.press("space")
        await person.settle()
        figure = person.screen.query_one(FigureView)
        assert width_of(figure) == figure.size.width == 48
        figure.styles.width = 31
        ask_too_early(figure, 31, person.screen.query_one("#how"))
        await person.settle()
        assert width_of(figure) == figure.size.width == 31


def width_of(figure: FigureView) -> int:
    assert figure._picture is not None
    (width,) = {sum(len(text) for text, _ in row) for row in figure._picture.rows}
    return width


def those_that_fit_themselves() -> Iterator[type[Widget]]:
    for module in pkgutil.walk_packages(widgets.__path__, f"{widgets.__name__}."):
        for found in vars(importlib.import_module(module.name)).values():
            if isinstance(found, type) and issubclass(found, Widget) and "on_resize" in vars(found):
                yield found


@pytest.mark.parametrize("widget", sorted(set(those_that_fit_themselves()), key=str))
def test_whoever_waits_for_a_size_hears_of_all(widget: type[Widget]) -> None:
    assert issubclass(widget, ResizeAware)
