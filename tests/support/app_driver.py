"""Driver of the app in tests."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, suppress

from app_fixture import AppFixture
from textual import events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import WorkerCancelled

from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.widgets.key_hints import KeyHints
from footcoach_tui.session.view import SessionState, SessionView


class AppDriver:
    """Driver: keys, the clock, and texts on the screen."""

    def __init__(self, pilot: Pilot[None], fixture: AppFixture) -> None:
        self.pilot = pilot
        self.fixture = fixture
        self.app = pilot.app

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settle()

    async def type_ahead(self, *keys: str) -> None:
        """Press keys in one go, as a slow line sends them: none waits for the one before."""
        driver = self.app._driver
        assert driver
        for key in keys:
            driver.send_message(events.Key(key, key if len(key) == 1 else None))
        for _ in keys:
            await self.settle()

    async def wait(self, seconds: float) -> None:
        """Run the session's clock, with ticks too close to count as a gap."""
        while seconds > 0:
            step = min(1.0, seconds)
            self.fixture.clock.seconds += step
            self.fixture.tick(self.pilot)
            seconds -= step
        await self.settle()

    async def settle(self) -> None:
        with suppress(WorkerCancelled):  # one that made way for a later one
            await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    @property
    def screen(self) -> Screen[object]:
        return self.app.screen

    @property
    def view(self) -> SessionView:
        """Current view of the session."""
        assert isinstance(self.screen, PlayScreen)
        return self.screen.live_session.view()

    @property
    def state(self) -> SessionState:
        return self.view.state

    def text(self, selector: str) -> str:
        """Text of a widget."""
        widget = self.app.screen.query_one(selector)
        lines = (
            "".join(segment.text for segment in widget.render_line(row))
            for row in range(widget.size.height)
        )
        return "\n".join(line.rstrip() for line in lines)

    def footer(self) -> str:
        """Active keys of the key hints."""
        return " ".join(key.text for key in self.screen.query_one(KeyHints).keys)

    def visible_footer(self) -> str:
        """Keys for which the foot of the screen has room."""
        return " ".join(key.text for key in self.screen.query_one(KeyHints).visible_keys)

    def notifications(self) -> list[str]:
        return [note.message for note in self.app._notifications]


OpenApp = Callable[..., AbstractAsyncContextManager[AppDriver]]
