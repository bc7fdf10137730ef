"""Keys in their order: each is passed on once the app has done what the one before it asks for.

Textual passes keys on as they come. Of two that come together, as a slow line delivers them, the
second goes to the widget that had focus before the first was handled: a letter behind `tab` is
typed into the field before, and a second `enter` chooses again in a dialog that is closing.

While keys wait nothing is drawn, but now and then: a layout for each key would be slow.
"""

import asyncio
import time
from collections import deque

from textual.app import App, ScreenStackError
from textual.driver import Driver
from textual.events import Event, Key, Paste
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

_MAX_SECONDS = 3.0
"""Seconds after which the next key is passed on in any case."""
_MIN_ROUNDS = 2
"""Rounds in which nothing may change: a message may be answered by another."""
_DRAW_INTERVAL = 0.2
"""Seconds after which the screen is drawn though keys wait."""


class KeyOrderApp(App[None], inherit_bindings=False):
    """App that handles keys and pastes one by one."""

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver_class)
        self._typed: deque[Key | Paste] = deque()
        self._settling: asyncio.Task[None] | None = None
        self._undrawn_since: float | None = None

    async def on_event(self, event: Event) -> None:
        if not isinstance(event, Key | Paste):
            await super().on_event(event)
            return
        if _target(self) is None:
            return  # the app is exiting, and its screens are gone
        if event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        if self._settling is None:
            await self._pass_on()

    async def _pass_on(self) -> None:
        """Pass on the first key that waits; the one behind it follows when all is settled."""
        self._settling = None
        if not self._typed or self._exit:
            self._draw()
            return
        target = _target(self)
        await super().on_event(self._typed.popleft())
        if self._typed and self._undrawn_since is None:
            self._undrawn_since = time.monotonic()
            self._begin_batch()
        self._settling = asyncio.create_task(self._settle(target), name="settle-key")

    async def _settle(self, target: Widget | None) -> None:
        """Wait until a key that was passed to `target` has had all its effects."""
        calm_rounds = 0
        try:
            async with asyncio.timeout(_MAX_SECONDS):
                while target and calm_rounds < _MIN_ROUNDS:
                    for node in target.ancestors_with_self:
                        if isinstance(node, MessagePump):
                            await _handled(node)
                    before, target = target, _target(self)
                    is_calm = target is before and not await self._drawn(target.screen)
                    calm_rounds = calm_rounds + 1 if is_calm else 0
        except TimeoutError:
            pass
        finally:
            self.call_later(self._pass_on)

    async def _drawn(self, screen: Screen[object]) -> bool:
        """Draw where that is due; False where it is not.

        It is due for a screen without a layout, and for one that does something after a refresh,
        such as setting the focus. Widgets do so too, but nothing that changes where keys go.
        """
        since, is_new = self._undrawn_since, not screen._compositor.size.area
        is_late = since is not None and time.monotonic() > since + _DRAW_INTERVAL
        is_awaited = any(isinstance(sender, App | Screen) for _, sender in screen._callbacks)
        if not (is_new or is_late or is_awaited):
            return False
        self._draw()
        done = asyncio.Event()
        if screen.call_after_refresh(done.set):
            await done.wait()
        return True

    def _draw(self) -> None:
        if self._undrawn_since is not None:
            self._undrawn_since = None
            self._end_batch()
            if self.screen_stack:
                self.screen.check_idle()


async def _handled(node: MessagePump) -> None:
    """Wait until a node has handled the messages that it has by now."""
    done = asyncio.Event()
    if node.call_later(done.set):
        await done.wait()


def _target(app: App[None]) -> Widget | None:
    """Widget that gets the next key; None once there is no screen."""
    try:
        return app.focused or app.screen
    except ScreenStackError:
        return None
