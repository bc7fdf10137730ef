"""However a window is pulled about, the screens come to rest at its size."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from textual.app import App
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen

from footcoach_tui.app.terminal.steadying import restore, steady

OLD, NEW = Size(1, 60), Size(80, 60)
ENOUGH = 100


@pytest.fixture(autouse=True)
def stock() -> Iterator[None]:
    yield
    restore()


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
    assert steady()
    assert await pull() == NEW
    assert OLD not in layouts


async def test_stock_textual_never_rests(layouts: list[Size | None]) -> None:
    """If this fails, Textual has mended it, and what is done about it here can go."""
    with pytest.raises(RecursionError):
        await pull()
    assert len(layouts) > ENOUGH


async def test_a_new_size_is_laid_out() -> None:
    assert steady()
    app = App[None]()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert app.screen.size == (40, 12)


def test_it_can_be_left_to_textual_again() -> None:
    before = Screen._screen_resized
    assert steady()
    assert Screen._screen_resized is not before
    restore()
    assert Screen._screen_resized is before
    restore()
    assert Screen._screen_resized is before


def test_screens_of_another_textual_are_left_alone() -> None:
    class Another(Screen[None]):
        def _screen_resized(self, whole: Size) -> None:
            """Does something else."""

    class Without(Screen[None]):
        """Has none of its own."""

    before = Another._screen_resized
    assert not steady(Another)
    assert Another._screen_resized is before
    assert not steady(Without)
