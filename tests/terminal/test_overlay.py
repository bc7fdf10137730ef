"""Pictures over widgets: sent once, and gone before anything else is drawn in their place."""

import re
from collections.abc import Iterator

import pytest
from textual.app import App, ComposeResult
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from footcoach_tui.terminal import overlay as overlays
from footcoach_tui.terminal.graphics import Graphics
from footcoach_tui.terminal.overlay import Overlay
from footcoach_tui.terminal.visibility import visible_place


class Screen(App[None]):
    """A widget with a picture, and another below it."""

    CSS = "Static { height: 2; }"

    def compose(self) -> ComposeResult:
        yield Static("picture", id="picture")
        yield Static("other", id="other")

    @property
    def picture(self) -> Widget:
        return self.query_one("#picture")


class Draws:
    """Counter of the calls to draw a widget anew."""

    count = 0

    def __call__(self) -> None:
        self.count += 1


def overlay_of(graphics: Graphics) -> Overlay:
    overlay = Overlay()
    overlay.graphics = graphics
    return overlay


def commands(sequences: str) -> list[str]:
    """kitty's commands: the letter of each, and the number of its picture."""
    heads = re.findall(r"\x1b_G([^;\x1b]*)", sequences)
    fields: Iterator[dict[str, str]] = (
        dict(field.split("=") for field in head.split(",")) for head in heads
    )
    return [f"{each['a']}{each.get('d', '')}{each['i']}" for each in fields if "a" in each]


def show(overlay: Overlay, widget: Widget, picture: bytes, draw: Draws | None = None) -> str:
    place = visible_place(widget)
    assert place is not None
    return overlay.show(widget, place, picture, draw or Draws())


async def test_a_picture_is_sent_once_and_then_shown_by_its_number() -> None:
    overlay = overlay_of(Graphics.KITTY)
    app = Screen()
    async with app.run_test(size=(20, 6)):
        assert commands(show(overlay, app.picture, b"a")) == ["t1", "p1"]
        assert show(overlay, app.picture, b"a") == ""
        assert commands(show(overlay, app.picture, b"b")) == ["t2", "p2", "di1"]
        again = show(overlay, app.picture, b"a")
    assert commands(again) == ["p1", "di2"]
    assert len(again) < 100


async def test_a_terminal_stores_only_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overlays, "_MAX_STORED", 2)
    overlay = overlay_of(Graphics.KITTY)
    app = Screen()
    async with app.run_test(size=(20, 6)):
        for picture in (b"a", b"b", b"a"):
            show(overlay, app.picture, picture)
        assert "dI2" in commands(show(overlay, app.picture, b"c"))
        assert commands(show(overlay, app.picture, b"b"))[0] == "t4"


@pytest.mark.parametrize("way", ["screen", "cover", "hide", "move", "resize", "remove"])
async def test_it_goes_before_the_frame_that_covers_its_place(way: str) -> None:
    overlay, draw = overlay_of(Graphics.KITTY), Draws()
    app = Screen()
    async with app.run_test(size=(20, 6)) as pilot:
        show(overlay, app.picture, b"a", draw)
        assert overlay.before_frame(app.screen, [app.query_one("#other").region]) == ""
        if way == "screen":
            await app.push_screen(ModalScreen())
        elif way == "cover":
            app.query_one("#other").styles.offset = (0, -1)
        elif way == "hide":
            app.picture.display = False
        elif way == "move":
            app.picture.styles.offset = (0, 2)
        elif way == "resize":
            app.picture.styles.height = 1
        else:
            await app.picture.remove()
        await pilot.pause()
        assert commands(overlay.before_frame(app.screen, [app.screen.region])) == ["di1"]
        assert overlay.before_frame(app.screen, [app.screen.region]) == ""
        await pilot.pause()
        assert bool(draw.count) == (way != "remove")


async def test_a_hidden_one_is_shown_without_being_sent_again() -> None:
    overlay = overlay_of(Graphics.KITTY)
    app = Screen()
    async with app.run_test(size=(20, 6)):
        show(overlay, app.picture, b"a")
        assert commands(overlay.hide(app.picture)) == ["di1"]
        assert overlay.hide(app.picture) == ""
        assert commands(show(overlay, app.picture, b"a")) == ["p1"]


async def test_a_terminal_that_was_left_stores_nothing() -> None:
    overlay, draw = overlay_of(Graphics.KITTY), Draws()
    app = Screen()
    async with app.run_test(size=(20, 6)) as pilot:
        show(overlay, app.picture, b"a", draw)
        show(overlay, app.picture, b"b", draw)
        assert commands(overlay.clear()) == ["dI1", "dI2"]
        overlay.before_frame(app.screen, [app.screen.region])
        await pilot.pause()
        assert draw.count == 1
        assert commands(show(overlay, app.picture, b"b")) == ["t3", "p3"]


async def test_a_sixel_picture_is_drawn_again_where_text_was_written_over_it() -> None:
    overlay, draw = overlay_of(Graphics.SIXEL), Draws()
    app = Screen()
    async with app.run_test(size=(20, 6)) as pilot:
        assert "SIXEL" in show(overlay, app.picture, b"SIXEL", draw)
        assert show(overlay, app.picture, b"SIXEL", draw) == ""
        overlay.before_frame(app.screen, [app.query_one("#other").region])
        await pilot.pause()
        assert draw.count == 0
        overlay.before_frame(app.screen, [app.picture.region])
        await pilot.pause()
        assert draw.count == 1
        assert "SIXEL" in show(overlay, app.picture, b"SIXEL", draw)
