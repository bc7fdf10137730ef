"""A browser without a keyboard that shows the app: touches, and the text on its screen."""

import json
import time
from collections.abc import Callable
from typing import Any

import pyte
from playwright.sync_api import BrowserContext, Page, WebSocket

_SECONDS = 60.0
_POLL_MS = 50


class Tablet:
    """A page of `footcoach serve`; `requests` are the addresses that it asked for."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.received = b""
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)
        self.page: Page = context.new_page()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("websocket", self._on_socket)
        self.page.goto(address)

    def sign_in(self, name: str, password: str) -> None:
        self.page.fill("[name=name]", name)
        self.page.fill("[name=password]", password)
        self.page.tap("button")

    @property
    def rows(self) -> list[str]:
        return list(self._screen.display)

    @property
    def text(self) -> str:
        return "\n".join(self.rows)

    def wait_for(self, *texts: str, gone: str = "") -> None:
        """Wait until all texts are on the screen, and `gone` is not."""
        self.wait_until(
            lambda: all(text in self.text for text in texts) and not (gone and gone in self.text),
            f"{texts} but not {gone!r}",
        )

    def wait_until(self, is_so: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + _SECONDS
        while not is_so():
            assert time.monotonic() < end, f"never seen: {what}\n{self.text}"
            self.page.wait_for_timeout(_POLL_MS)

    def tap(self, text: str) -> None:
        """Wait for a text, and touch it."""
        self.wait_for(text)
        row = next(row for row, line in enumerate(self.rows) if text in line)
        self.tap_cell(self.rows[row].index(text), row)

    def tap_cell(self, column: int, row: int) -> None:
        box: Any = self.page.locator(".xterm-screen").bounding_box()
        x = box["x"] + (column + 0.5) * box["width"] / self._screen.columns
        y = box["y"] + (row + 0.5) * box["height"] / self._screen.lines
        self.page.touchscreen.tap(x, y)

    def _on_socket(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._on_received)
        socket.on("framesent", self._on_sent)

    def _on_received(self, frame: bytes | str) -> None:
        if isinstance(frame, bytes):
            self.received += frame
            self._stream.feed(frame)

    def _on_sent(self, frame: bytes | str) -> None:
        match json.loads(frame):
            case ["resize", {"width": int(columns), "height": int(rows)}]:
                self._screen.resize(rows, columns)
