"""The app's pictures, all of them, wait for a terminal that does not keep up."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pyte
import pytest
from textual.app import App, ComposeResult
from textual.driver import Driver
from textual.events import Resize
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.widgets import Static

from footcoach_tui.terminal.app import TerminalApp, can_draw, is_terminal_dead
from footcoach_tui.terminal.backpressure import DrawGate

WIDTH, HEIGHT = 40, 6


class FakeTerminal(Driver):
    """A terminal that shows all it is sent, and answers when it is told to."""

    def __init__(self, app: App[Any], **_: object) -> None:
        super().__init__(app, size=(WIDTH, HEIGHT))
        self.draw_gate = DrawGate(self._put, lambda: False, self._loop)
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self.stream = pyte.Stream(self.screen)
        self.written: list[str] = []

    def write(self, data: str) -> None:
        self.draw_gate.before_write(data)
        self._put(data)

    def start_application_mode(self) -> None:
        self.draw_gate.begin(self._app)
        self.send_message(Resize(Size(WIDTH, HEIGHT), Size(WIDTH, HEIGHT)))

    def stop_application_mode(self) -> None:
        self.draw_gate.end(lambda: False)

    def disable_input(self) -> None:
        self.draw_gate.end(lambda: False)

    def answer(self) -> None:
        asked = re.findall(r"\x1b\[2;(\d+)H\x1b\[6n", "".join(self.written))
        if asked:
            self.draw_gate.on_answer(int(asked[-1]))

    def _put(self, data: str) -> None:
        self.written.append(data)
        self.stream.feed(data)


class Counting(TerminalApp):
    """Says a number."""

    def __init__(self) -> None:
        super().__init__()
        self.driver_class = FakeTerminal
        self.caught = 0

    def compose(self) -> ComposeResult:
        yield Static("0", id="number")
        yield Static("steady", id="other")

    def show_skipped(self) -> None:
        self.caught += 1


class Cover(Screen[None]):
    """Hides all else."""

    def compose(self) -> ComposeResult:
        yield Static("cover")


@asynccontextmanager
async def running() -> AsyncIterator[tuple[Counting, FakeTerminal]]:
    """The app on its terminal, which has answered all so far and answers no more."""
    app = Counting()
    task = asyncio.create_task(app.run_async(mouse=False))
    while not isinstance(app._driver, FakeTerminal) or "steady" not in shown(app):
        await asyncio.sleep(0.001)
        if isinstance(app._driver, FakeTerminal):
            app._driver.answer()
    await settle(app, is_answered=True)
    app._driver.written.clear()
    yield app, app._driver
    app.exit()
    await task
    assert app._exception is None


def shown(app: App[Any]) -> str:
    assert isinstance(app._driver, FakeTerminal)
    return "\n".join(app._driver.screen.display)


async def until(seen: Callable[[], bool]) -> None:
    """Turn after turn of the loop, but not one more than is needed."""
    for _ in range(100_000):
        if seen():
            return
        await asyncio.sleep(0)
    pytest.fail("never seen")


async def settle(app: App[Any], *, is_answered: bool) -> None:
    """Ten looks of Textual's whether there is something to paint."""
    for _ in range(10):
        await asyncio.sleep(1 / 60)
        if is_answered and isinstance(app._driver, FakeTerminal):
            app._driver.answer()


async def test_while_nothing_is_answered_a_handful_is_drawn_and_then_what_is_so_now() -> None:
    async with running() as (app, terminal):
        number = app.query_one("#number", Static)
        for count in range(1, 31):
            number.update(f"{count}")
            await asyncio.sleep(1 / 50)
        assert "".join(terminal.written).count("\x1b[6n") <= 3
        assert "30" not in shown(app)
        assert not can_draw(app, moving=True)
        await settle(app, is_answered=True)
        assert "30" in shown(app)
        assert "steady" in shown(app)
        assert app.caught


async def test_a_screen_of_which_something_was_lost_is_drawn_anew() -> None:
    async with running() as (app, terminal):
        terminal.screen.reset()
        terminal.draw_gate.on_write_failed()
        terminal.draw_gate.add_drawn()
        await settle(app, is_answered=True)
        assert "steady" in shown(app)


async def test_what_changed_since_is_not_forgotten_over_what_is_owed() -> None:
    async with running() as (app, terminal):
        number, other = app.query_one("#number", Static), app.query_one("#other", Static)
        while terminal.draw_gate.may_draw(moving=False):
            number.update(f"{len(terminal.written)} so far")
            await asyncio.sleep(0.02)
        number.update("owed")
        await until(lambda: bool(app._skipped))
        other.update("changed")
        await until(lambda: other in app.screen._dirty_widgets)
        app.draw_skipped()
        await settle(app, is_answered=True)
        assert "owed" in shown(app)
        assert "changed" in shown(app)


async def test_a_screen_that_is_not_laid_out_yet_is_drawn_when_it_is() -> None:
    async with running() as (app, _):

        def cover() -> None:
            app.push_screen(Cover())
            app._skipped |= {Region(0, 0, WIDTH, HEIGHT - 1), Region(0, 0, 200, 100)}
            app.draw_skipped()

        app.call_later(cover)
        await settle(app, is_answered=True)
        assert "cover" in shown(app)
        assert "steady" not in shown(app)


async def test_what_is_owed_waits_for_the_end_of_a_batch() -> None:
    async with running() as (app, _):
        with app.batch_update():
            app.mark_all_skipped()
            app.draw_skipped()
            assert app._skipped
        await settle(app, is_answered=True)
        assert not app._skipped


async def test_a_bell_that_would_come_too_late_is_not_rung(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with running() as (app, terminal):
        app.bell()
        monkeypatch.setattr(terminal.draw_gate, "silent_seconds", lambda: 2.0)
        app.bell()
        assert "".join(terminal.written).count("\a") == 1
        assert not is_terminal_dead(app)
        monkeypatch.setattr(terminal.draw_gate, "silent_seconds", lambda: 20.0)
        assert is_terminal_dead(app)


async def test_a_driver_that_does_not_ask_draws_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TerminalApp, "is_paced", lambda _: False)
    async with running() as (app, terminal):
        for count in range(1, 11):
            app.query_one("#number", Static).update(f"{count}")
            await asyncio.sleep(1 / 50)
        await settle(app, is_answered=False)
        assert "10" in shown(app)
        assert can_draw(app, moving=True)
        assert not app.can_send_painted
        assert "\x1b[6n" not in "".join(terminal.written)
        app.bell()
        assert not is_terminal_dead(app)


async def test_any_other_app_shows_what_it_likes() -> None:
    assert can_draw(App[None](), moving=True)
    assert not is_terminal_dead(App[None]())
