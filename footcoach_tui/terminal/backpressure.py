"""What is painted goes to the terminal with a question behind it; the answers say how it keeps up.

The question is for the cursor's position (CSI 6 n), asked in the second row, where an answer
cannot be taken for a key: in the first row it would be an F3 with modifiers. The column is the
number of the question.
"""

import time
from asyncio import AbstractEventLoop
from collections.abc import Callable
from contextvars import copy_context
from typing import Protocol, runtime_checkable

from footcoach_tui.terminal.pacing import MOTION_INTERVAL, FramePacer
from footcoach_tui.terminal.quality import Quality
from footcoach_tui.terminal.timer import OneShotTimer

_SOON, _LATE = 0.005, 60.0
"""Seconds, at least and at most, until it is looked again whether there is room."""


@runtime_checkable
class _Painter(Protocol):
    """Who paints, and is told of the line; always in the thread of the event loop."""

    def is_paced(self) -> bool:
        """Whether pictures can be held back at all."""

    def cursor_home(self) -> str:
        """Puts the cursor where it belongs."""

    def draw_skipped(self) -> None:
        """There may be room for what could not be drawn."""

    def mark_all_skipped(self) -> None:
        """Something that was written is lost: all of the screen must be drawn anew."""

    def on_quality(self, level: Quality) -> None:
        """Pictures should be plainer from now on, or need not be any more."""


class _EncodedPatches:
    """Pieces of a picture, in their order."""

    def __init__(self) -> None:
        """None yet."""
        self._pieces: list[str] = []
        self._size = 0

    def add(self, piece: str) -> None:
        """Keep a piece until it is poured."""
        if piece:
            self._pieces.append(piece)
            self.count_bytes(piece)

    def count_bytes(self, written: str) -> None:
        """Count as part of the picture what somebody else writes."""
        self._size += len(written) if written.isascii() else len(written.encode("utf-8", "replace"))

    def take(self) -> str:
        """Hand over all pieces that are kept."""
        poured, self._pieces = "".join(self._pieces), []
        return poured

    def take_size(self) -> int:
        """Bytes of all that was added and counted since this was last asked."""
        size, self._size = self._size, 0
        return size


class DrawGate:
    """Between the painters and the terminal. Used in the loop's thread, but for `heard`."""

    def __init__(
        self,
        send: Callable[[str], object],
        is_stuck: Callable[[], bool],
        loop: AbstractEventLoop,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """`send` writes to a terminal that takes nothing more while it `is_stuck`."""
        self.pace = FramePacer()
        self._send = send
        self._is_stuck = is_stuck
        self._loop = loop
        self._now = now
        self._painter: _Painter | None = None
        self._context = copy_context()
        self._buffer = _EncodedPatches()
        self._is_drawing = False
        self._is_wanted = False
        self._timer = OneShotTimer(loop)
        self._last_question = self._last_answer = 0

    @property
    def is_on(self) -> bool:
        """Whether pictures are paced."""
        return self._painter is not None

    def begin(self, painter: object) -> None:
        """Ask a terminal that was just taken, for one who paints on it."""
        if not isinstance(painter, _Painter) or not painter.is_paced():
            return
        if self.pace.quality:
            painter.on_quality(Quality.FULL)  # it may be another line by now
        self.pace = FramePacer()
        self._last_question = self._last_answer = 0
        self._painter = painter
        self._context = copy_context()
        self._ask(self.pace.retry(self._now()))

    def may_draw(self, *, moving: bool) -> bool:
        """Whether a picture may be drawn now; if not, `line_open` tells when to try again.

        What belongs to a picture that is being drawn in this turn of the loop may always.
        """
        if self._painter is None or self._is_drawing:
            return True
        wait = self.pace.seconds_until_draw(self._now(), moving=moving)
        stuck = self._is_stuck()
        if wait <= 0 and not stuck:
            return True
        self.request_redraw(max(wait, MOTION_INTERVAL if stuck else 0.0))
        return False

    def add_drawn(self, ink: str = "") -> None:
        """Draw a part of a picture, or say that a part of it has been written.

        All of a turn of the loop goes out together, with one question.
        """
        self._buffer.add(ink)
        if not self._is_drawing:
            self._is_drawing = True
            self._loop.call_soon(self._finish, context=self._context)

    def before_write(self, data: str) -> None:
        """Something else is about to be written; what was drawn before comes before it."""
        self._flush()
        self._buffer.count_bytes(data)

    def on_answer(self, number: int) -> None:
        """An answer came. May be called from any thread."""
        self._last_answer = number
        self._loop.call_soon_threadsafe(self._answered, number, self._now(), context=self._context)

    def on_input(self) -> None:
        """Something else came from the terminal. May be called from any thread."""
        self.pace.on_input(self._now())

    def on_write_failed(self) -> None:
        """The terminal would not take what was to be written."""
        if self._painter:
            self._painter.mark_all_skipped()
            self.request_redraw()

    def request_redraw(self, seconds: float = MOTION_INTERVAL) -> None:
        """Have `line_open` called so much later, whatever comes; earlier where an answer does."""
        self._is_wanted = True
        self._schedule_check(seconds)

    def silent_seconds(self) -> float:
        """Seconds for which an answer has been due; 0 if the terminal never answers."""
        return self.pace.silent_seconds(self._now()) if self._painter else 0.0

    def end(self, is_there: Callable[[], bool] = lambda: True) -> None:
        """Ask no more, and wait a moment for answers: the shell would take them for keys."""
        if self._painter is None:
            return
        self._flush()
        self._painter = None
        self._timer.stop()
        until = self._now() + self.pace.exit_wait(self._now())
        while self._last_answer != self._last_question and is_there() and self._now() < until:
            time.sleep(0.001)

    def _finish(self) -> None:
        """The turn of the loop is over, and with it the picture."""
        self._is_drawing = False
        ink, size = self._buffer.take(), self._buffer.take_size()
        if self._painter:
            self._ask(self.pace.on_drawn(self._now(), size), ink)

    def _flush(self) -> None:
        if ink := self._buffer.take():
            self._send(ink + self._home())

    def _ask(self, number: int, ink: str = "") -> None:
        self._last_question = number or self._last_question
        if said := ink + (f"\x1b[2;{number}H\x1b[6n" if number else ""):
            self._send(said + self._home())

    def _home(self) -> str:
        return self._painter.cursor_home() if self._painter else ""

    def _answered(self, number: int, at: float) -> None:
        level = self.pace.quality
        self.pace.on_answer(number, at)
        if self._painter is None:
            return
        if self.pace.quality is not level:
            self._painter.on_quality(self.pace.quality)
        self._ask(self.pace.probe(self._now()))
        self._notify()
        if not self._is_wanted:
            self._timer.stop()

    def _notify(self) -> None:
        if self._is_wanted and self._painter:
            self._is_wanted = False
            self._painter.draw_skipped()

    def _schedule_check(self, seconds: float) -> None:
        seconds = max(_SOON, min(seconds, self.pace.seconds_until_retry(self._now()), _LATE))
        self._timer.set(seconds, self._check, self._context)

    def _check(self) -> None:
        if (
            self._painter
            and self.pace.seconds_until_retry(self._now()) <= 0
            and not self._is_stuck()
        ):
            self._ask(self.pace.retry(self._now()))
        self._notify()
