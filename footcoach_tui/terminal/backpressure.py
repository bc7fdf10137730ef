"""Draw gate: sends a query behind each frame; the answers show how the terminal keeps up.

The query is for the cursor's position (CSI 6 n), sent in the second row, where an answer cannot be
taken for a key: in the first row it would be an F3 with modifiers. The column is the number of the
query.
"""

import time
from asyncio import AbstractEventLoop
from collections.abc import Callable
from contextvars import copy_context
from typing import Protocol, runtime_checkable

from footcoach_tui.terminal.pacing import FramePacer
from footcoach_tui.terminal.quality import Quality
from footcoach_tui.terminal.timer import OneShotTimer

_SHORTEST_WAIT, _LONGEST_WAIT = 0.005, 60.0
"""Seconds, at least and at most, until the next check for room."""


@runtime_checkable
class _PacedApp(Protocol):
    """App that draws; its methods, described in `TerminalApp`, run in the event loop's thread."""

    def is_paced(self) -> bool: ...

    def cursor_home(self) -> str: ...

    def draw_skipped(self) -> None: ...

    def mark_all_skipped(self) -> None: ...

    def on_quality(self, level: Quality) -> None: ...


class _FrameBuffer:
    """Pieces of a frame in their order, and the bytes of the frame."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._size = 0

    def add(self, piece: str) -> None:
        if piece:
            self._pieces.append(piece)
            self.count_bytes(piece)

    def count_bytes(self, text: str) -> None:
        """Count text that is written past the buffer as part of the frame."""
        self._size += len(text) if text.isascii() else len(text.encode("utf-8", "replace"))

    def take(self) -> str:
        """Remove all pieces, and return them as one text."""
        text, self._pieces = "".join(self._pieces), []
        return text

    def take_size(self) -> int:
        """Bytes added and counted since the last call."""
        size, self._size = self._size, 0
        return size


class DrawGate:
    """Gate between the app and its terminal: lets a frame through when there is room for it.

    Its methods run in the event loop's thread, except where they say otherwise.
    """

    def __init__(
        self,
        send: Callable[[str], object],
        is_stuck: Callable[[], bool],
        loop: AbstractEventLoop,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """`send` writes to the terminal, which takes no output while it `is_stuck`."""
        self.pace = FramePacer()
        self._send = send
        self._is_stuck = is_stuck
        self._loop = loop
        self._now = now
        self._app: _PacedApp | None = None
        self._context = copy_context()
        self._buffer = _FrameBuffer()
        self._is_drawing = self._is_redraw_wanted = False
        self._timer = OneShotTimer(loop)
        self._last_query = self._last_answer = 0

    @property
    def is_on(self) -> bool:
        """Whether frames are paced."""
        return self._app is not None

    def begin(self, app: object) -> None:
        """Send the first query to a terminal that an app has just taken."""
        if not isinstance(app, _PacedApp) or not app.is_paced():
            return
        if self.pace.quality:
            app.on_quality(Quality.FULL)  # the terminal may be on another line by now
        self.pace = FramePacer()
        self._last_query = self._last_answer = 0
        self._app = app
        self._context = copy_context()
        self._query(self.pace.retry(self._now()))

    def may_draw(self, *, moving: bool) -> bool:
        """Whether a frame may be drawn now; if not, `draw_skipped` is called later.

        Further parts of the frame of this turn of the loop may always be drawn.
        """
        if self._app is None or self._is_drawing:
            return True
        wait = self.pace.seconds_until_draw(self._now(), moving=moving)
        is_stuck = self._is_stuck()
        if wait <= 0 and not is_stuck:
            return True
        self.request_redraw(max(wait, FramePacer.MOTION_INTERVAL if is_stuck else 0.0))
        return False

    def add_drawn(self, ansi: str = "") -> None:
        """Add a part to the frame; without text, note that a part of it has been written.

        All parts of a turn of the loop are sent together, with one query.
        """
        self._buffer.add(ansi)
        if not self._is_drawing:
            self._is_drawing = True
            self._loop.call_soon(self._send_frame, context=self._context)

    def before_write(self, data: str) -> None:
        """Send the frame so far, as other output must come behind it."""
        self._flush()
        self._buffer.count_bytes(data)

    def on_answer(self, number: int) -> None:
        """Note an answer; may be called from any thread."""
        self._last_answer = number
        self._loop.call_soon_threadsafe(
            self._handle_answer, number, self._now(), context=self._context
        )

    def on_input(self) -> None:
        """Note that the terminal has sent other input; may be called from any thread."""
        self.pace.on_input(self._now())

    def on_write_failed(self) -> None:
        """Have the screen drawn anew, as the terminal did not take a write."""
        if self._app:
            self._app.mark_all_skipped()
            self.request_redraw()

    def request_redraw(self, seconds: float = FramePacer.MOTION_INTERVAL) -> None:
        """Have `draw_skipped` called after so many seconds, or with the next answer."""
        self._is_redraw_wanted = True
        wait = min(seconds, self.pace.seconds_until_retry(self._now()), _LONGEST_WAIT)
        self._timer.set(max(_SHORTEST_WAIT, wait), self._check, self._context)

    def silent_seconds(self) -> float:
        """Seconds for which an answer has been due; 0 if the terminal never answers."""
        return self.pace.silent_seconds(self._now()) if self._app else 0.0

    def end(self, is_reading: Callable[[], bool] = lambda: True) -> None:
        """Stop, after a moment for answers on their way: the shell would take them for keys."""
        if self._app is None:
            return
        self._flush()
        self._app = None
        self._timer.stop()
        until = self._now() + self.pace.exit_wait(self._now())
        while self._last_answer != self._last_query and is_reading() and self._now() < until:
            time.sleep(0.001)

    def _send_frame(self) -> None:
        """Send the frame, as the turn of the loop is over."""
        self._is_drawing = False
        ansi, size = self._buffer.take(), self._buffer.take_size()
        if self._app:
            self._query(self.pace.on_drawn(self._now(), size), ansi)

    def _flush(self) -> None:
        if ansi := self._buffer.take():
            self._send(ansi + self._home())

    def _query(self, number: int, ansi: str = "") -> None:
        self._last_query = number or self._last_query
        if text := ansi + (f"\x1b[2;{number}H\x1b[6n" if number else ""):
            self._send(text + self._home())

    def _home(self) -> str:
        return self._app.cursor_home() if self._app else ""

    def _handle_answer(self, number: int, answered_at: float) -> None:
        level = self.pace.quality
        self.pace.on_answer(number, answered_at)
        if self._app is None:
            return
        if self.pace.quality is not level:
            self._app.on_quality(self.pace.quality)
        self._query(self.pace.probe(self._now()))
        self._notify()
        if not self._is_redraw_wanted:
            self._timer.stop()

    def _notify(self) -> None:
        if self._is_redraw_wanted and self._app:
            self._is_redraw_wanted = False
            self._app.draw_skipped()

    def _check(self) -> None:
        if self._app and self.pace.seconds_until_retry(self._now()) <= 0 and not self._is_stuck():
            self._query(self.pace.retry(self._now()))
        self._notify()
