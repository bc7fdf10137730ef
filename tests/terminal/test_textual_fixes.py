"""Each fault of Textual that is worked around is there, and is gone once the fix is applied."""

import asyncio
import tomllib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from textual import constants
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.app import App, ComposeResult
from textual.color import Color
from textual.css import stylesheet
from textual.css.model import RuleSet
from textual.css.parse import parse as stock_parse
from textual.css.stylesheet import Stylesheet
from textual.events import Resize
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList

from footcoach_tui.terminal import textual_fixes

OLD, NEW = Size(1, 60), Size(80, 60)
ENOUGH = 100
ROOT = Path(__file__).parents[2]

PATCHED = (
    (Screen, "_screen_resized"),
    (Compositor, "full_map"),
    (Compositor, "reflow"),
    (OptionList, "_move_page"),
    (Stylesheet, "reparse"),
    (ChopsUpdate, "render_segments"),
    (LayoutUpdate, "render_segments"),
)


@pytest.fixture(autouse=True)
def stock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual is as it came, before and after each test."""
    for owner, name in PATCHED:
        monkeypatch.setattr(owner, name, vars(owner)[name])


def test_the_textual_that_is_installed_is_the_one_that_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"textual=={version('textual')}" in project["dependencies"]


@pytest.mark.parametrize("is_fixed", [False, True])
def test_styles_are_parsed_once(monkeypatch: pytest.MonkeyPatch, *, is_fixed: bool) -> None:
    if is_fixed:
        textual_fixes._fix_repeated_parsing()
    parsed: list[str] = []

    def parse(scope: str, css: str, *args: Any, **options: Any) -> Iterable[RuleSet]:
        parsed.append(css)
        return stock_parse(scope, css, *args, **options)

    monkeypatch.setattr(stylesheet, "parse", parse)
    styles = Stylesheet(variables={"colour": "red"})
    first, second = "Label { color: $colour; }", "Button { color: $colour; }"
    styles.add_source(first)
    styles.reparse()
    styles.add_source(second)
    styles.reparse()
    assert len(styles.rules) == 2
    assert parsed == [first, second] if is_fixed else [first, first, second]

    parsed.clear()
    styles.set_variables({"colour": "blue"})
    styles.reparse()
    assert parsed == [first, second]
    assert {str(rule.styles.color) for rule in styles.rules} == {str(Color.parse("blue"))}


@pytest.fixture
def layouts(monkeypatch: pytest.MonkeyPatch) -> list[Size | None]:
    """The sizes that are laid out; more than enough of them is an error."""
    seen: list[Size | None] = []
    laid_out = Screen._refresh_layout

    def refresh(screen: Screen[Any], size: Size | None = None, scroll: bool = False) -> None:  # noqa: FBT001, FBT002 - as Textual has it
        seen.append(size)
        if len(seen) > ENOUGH:
            raise RecursionError
        laid_out(screen, size, scroll)

    monkeypatch.setattr(Screen, "_refresh_layout", refresh)
    return seen


async def pull() -> Size:
    """Two sizes are under way while a part of the screen is made anew; the size it comes to."""
    app = App[None]()
    async with app.run_test(size=NEW) as pilot:
        await app.push_screen(Screen())
        below = app.screen_stack[0]
        with app.batch_update():
            for size in (OLD, NEW):
                below.post_message(Resize(size, size))
                below.call_later(lambda: None)
            for _ in range(20):
                await asyncio.sleep(0)
        await pilot.pause()
        return below.size


async def test_two_sizes_under_way_come_to_rest(layouts: list[Size | None]) -> None:
    textual_fixes._fix_endless_resize()
    assert await pull() == NEW
    assert OLD not in layouts


async def test_stock_textual_never_rests(layouts: list[Size | None]) -> None:
    """If this fails, Textual has mended it, and what is done about it here can go."""
    with pytest.raises(RecursionError):
        await pull()
    assert len(layouts) > ENOUGH


async def test_a_new_size_is_laid_out() -> None:
    textual_fixes._fix_endless_resize()
    app = App[None]()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert app.screen.size == (40, 12)


class Kept(Widget):
    """Keeps each size it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Size] = []

    def on_resize(self) -> None:
        self.told.append(self.outer_size)


class Stack(App[None]):
    """A widget above another, and one that is not shown."""

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


async def told() -> list[Size]:
    app = Stack()
    async with app.run_test() as pilot:
        first = app.ask_too_early()
        await pilot.pause()
        return first.told


async def test_a_widget_is_told_of_its_size() -> None:
    textual_fixes._fix_lost_resize()
    assert await told() == [Size(20, 4), Size(20, 2)]


async def test_stock_textual_does_not_tell() -> None:
    """If this fails, Textual has mended it, and what is done about it here can go."""
    assert await told() == [Size(20, 4)]


async def test_what_a_widget_has_left_is_painted() -> None:
    textual_fixes._fix_lost_resize()
    app = Stack()
    async with app.run_test():
        app.ask_too_early()
        app.screen._compositor._dirty_regions.clear()
        app.screen._compositor.reflow(app.screen, app.screen.size)
        assert {Region(0, 4, 80, 3), Region(0, 2, 80, 3)} <= app.screen._compositor._dirty_regions
        assert app.query_one("#below").region == Region(0, 2, 80, 3)


async def test_nothing_is_told_twice() -> None:
    textual_fixes._fix_lost_resize()
    app = Stack()
    async with app.run_test() as pilot:
        first = app.ask_too_early()
        await pilot.pause()
        first.refresh(layout=True)
        await pilot.pause()
        assert len(first.told) == 2


class Hidden(App[None]):
    """List that no layout has reached."""

    CSS = "OptionList { display: none; }"

    def compose(self) -> ComposeResult:
        yield OptionList("first", "second")


async def test_a_page_key_before_the_layout_does_nothing() -> None:
    textual_fixes._fix_page_without_layout()
    app = Hidden()
    async with app.run_test():
        app.query_one(OptionList).action_page_down()  # type: ignore[no-untyped-call]


async def test_stock_textual_cannot_page_before_the_layout() -> None:
    """If this fails, Textual has mended it, and what is done about it here can go."""
    app = Hidden()
    async with app.run_test():
        with pytest.raises(KeyError):
            app.query_one(OptionList).action_page_down()  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("driver", ["", "textual.drivers.web_driver:WebDriver"])
def test_another_driver_gets_stock_painting(monkeypatch: pytest.MonkeyPatch, driver: str) -> None:
    monkeypatch.setattr(constants, "DRIVER", driver)
    before = [vars(owner)[name] for owner, name in PATCHED]
    textual_fixes.apply()
    is_other = [
        vars(owner)[name] is not was for (owner, name), was in zip(PATCHED, before, strict=True)
    ]
    assert is_other == [True, True, True, True, True, not driver, not driver]
