"""Each key finds the app as the key before it has left it."""

import asyncio
from typing import ClassVar

import pytest
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Input, OptionList

from footcoach_tui.terminal import key_order
from footcoach_tui.terminal.key_order import KeyOrderApp


class Choice(Screen[str]):
    """List whose choice is known only by a message."""

    def compose(self) -> ComposeResult:
        yield OptionList("first", "second")

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(str(event.option.prompt))


class Form(KeyOrderApp):
    """Two fields, and a list to choose from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next"),
        Binding("f2", "choose"),
        Binding("f3", "fail_to_settle"),
    ]

    def __init__(self) -> None:
        driver: type[Driver] = HeadlessDriver
        super().__init__(driver)
        self.chosen: list[str | None] = []
        self.stuck = asyncio.Event()

    def compose(self) -> ComposeResult:
        yield Input(id="first")
        yield Input(id="second")

    def action_choose(self) -> None:
        self.push_screen(Choice(), self.chosen.append)

    def action_fail_to_settle(self) -> None:
        self.query_one("#first").call_later(self.stuck.wait)
        self.query_one("#second").focus()

    def type(self, *keys: str) -> None:
        for key in keys:
            self.post_message(Key(key, key if len(key) == 1 else None))

    async def rest(self) -> None:
        await asyncio.sleep(0)
        while self._typed or self._settling or self.message_queue_size:
            if self._settling:
                await asyncio.wait([self._settling])
            await asyncio.sleep(0)

    def texts(self) -> list[str]:
        return [field.value for field in self.screen_stack[0].query(Input)]


async def test_a_letter_goes_to_the_field_of_the_key_before_it() -> None:
    app = Form()
    async with app.run_test():
        app.type("a", "down", "b", "c")
        await app.rest()
        assert app.texts() == ["a", "bc"]


async def test_a_second_enter_does_not_choose_again() -> None:
    app = Form()
    async with app.run_test():
        app.type("f2", "down", "enter", "enter", "x")
        await app.rest()
        assert app.chosen == ["second"]
        assert app.texts() == ["x", ""]


async def test_while_keys_wait_little_is_drawn_and_then_all_of_it() -> None:
    app = Form()
    async with app.run_test() as pilot:
        app.type(*"abcdefgh")
        await app.rest()
        await pilot.pause()
        assert app._batch_count == 0
        assert not app.screen._dirty_widgets
        assert app.texts() == ["abcdefgh", ""]


async def test_a_widget_that_hangs_does_not_stop_the_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_order, "_MAX_SECONDS", 0.01)
    app = Form()
    async with app.run_test():
        app.type("f3", "f2")
        await app.rest()
        assert isinstance(app.screen, Choice)
        app.stuck.set()


async def test_a_key_that_comes_after_the_last_screen_has_gone_is_dropped() -> None:
    app = Form()
    async with app.run_test():
        screens, app._screen_stacks["_default"] = app._screen_stacks["_default"], []
        await app.on_event(Key("a", "a"))
        app._screen_stacks["_default"] = screens
        app.type("b")
        await app.rest()
        assert app.texts() == ["b", ""]
