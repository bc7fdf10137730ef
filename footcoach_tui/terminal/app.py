"""Base classes of a Textual app that ends safely and draws no faster than its terminal takes it.

Frames that find no room are skipped: their regions are drawn once the terminal has caught up.
"""

import asyncio
from collections.abc import Iterable
from contextvars import copy_context
from typing import Any

from rich.console import RenderableType
from textual import constants
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.css.query import NoMatches
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import MountError

from footcoach_tui.terminal.backpressure import DrawGate
from footcoach_tui.terminal.crash_log import CrashLog, root_error
from footcoach_tui.terminal.driver import TerminalDriver
from footcoach_tui.terminal.key_order import KeyOrderApp
from footcoach_tui.terminal.pacing import FramePacer
from footcoach_tui.terminal.quality import Quality
from footcoach_tui.terminal.shutdown import ExitWatchdog
from footcoach_tui.terminal.worker_threads import WorkerThreads


class ShutdownApp(KeyOrderApp, inherit_bindings=False):
    """App that saves its work and exits after a signal, a lost terminal or an error of its own.

    Without a watchdog and a crash log, as in tests, errors go to Textual.
    """

    def __init__(
        self, watchdog: ExitWatchdog | None = None, crash_log: CrashLog | None = None
    ) -> None:
        # Textual loads the driver that TEXTUAL_DRIVER names where none is passed.
        super().__init__(driver_class=None if constants.DRIVER else TerminalDriver)
        self._watchdog = watchdog
        self._crash_log = crash_log
        self._is_session_saved: bool | None = None
        self._is_broken = self._is_exiting = False

    @property
    def is_session_saved(self) -> bool:
        """Whether `on_shutdown` found something to save and saved it."""
        return bool(self._is_session_saved)

    def on_shutdown(self) -> bool:
        """Save what is open, as the app must exit; return whether there was anything."""
        return False

    def set_final_sequence(self, sequence: str) -> None:
        """Set an escape sequence for the watchdog to write where the app itself cannot exit."""
        if self._watchdog:
            self._watchdog.final_sequence = sequence.encode()

    def run_safely(self) -> int:
        """Run to the end; return the exit code."""
        try:
            self.run()
        except Exception as error:
            if self._crash_log is None:
                raise
            self._crash_log.record(error)
            if self._driver is not None:  # flushes the sequences that restore the terminal
                self._driver.close()
            return CrashLog.EXIT_CODE
        return self.return_code or 0

    def exit(
        self,
        result: None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """Exit; from now on Textual mounts nothing, not even the rest of a half-built screen."""
        self._is_exiting = True
        super().exit(result, return_code, message)

    def on_load(self) -> None:
        """Give the watchdog a way to exit the app."""
        loop = asyncio.get_running_loop()
        loop.set_default_executor(WorkerThreads())
        if self._crash_log:
            loop.set_exception_handler(self._on_task_error)
        if self._watchdog:
            context = copy_context()
            self._watchdog.attach(
                lambda code: loop.call_soon_threadsafe(self._end, code, context=context),
                self._discard_output,
            )

    def terminal_gone(self) -> None:
        """Exit as after a hang-up; may be called from any thread."""
        if self._watchdog:
            self._watchdog.start_exit(ExitWatchdog.TERMINAL_GONE)
        elif self._loop:
            self._loop.call_soon_threadsafe(self._end, ExitWatchdog.TERMINAL_GONE)

    def _end(self, code: int) -> None:
        self._run_shutdown()
        self.exit(return_code=code)

    def _run_shutdown(self) -> None:
        if self._is_session_saved is not None:
            return
        self._is_session_saved = False
        try:
            self._is_session_saved = self.on_shutdown()
        except Exception as error:
            if self._crash_log is None:
                raise
            self._crash_log.record(error)

    def _discard_output(self) -> None:
        if isinstance(self._driver, TerminalDriver):
            self._driver.discard_output()

    def _handle_exception(self, error: Exception) -> None:
        """Log an uncaught error and exit; its message is printed after the exit."""
        if self._is_exiting and isinstance(root_error(error), MountError | NoMatches):
            return  # Textual mounts nothing during an exit: a half-built screen lacks its parts
        if self._crash_log is None or self.is_headless:
            super()._handle_exception(error)
            return
        self._crash_log.record(error)
        if not self._is_broken:
            self._is_broken = True
            self._run_shutdown()
            self.exit(return_code=self.return_code or CrashLog.EXIT_CODE)

    def _on_task_error(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Log an error of a task that is never awaited; the app keeps running."""
        error = context.get("exception")
        if self._crash_log and isinstance(error, Exception):
            self._crash_log.record(error)


class TerminalApp(ShutdownApp, inherit_bindings=False):
    """App that draws as fast as its terminal takes it; with another driver a plain Textual app."""

    _skipped: frozenset[Region] = frozenset()

    def can_draw(self, *, moving: bool) -> bool:
        """Whether the terminal has room for a frame; if not, `show_skipped` is called later.

        A frame that is only `moving`, with no key behind it, waits for all others.
        """
        gate = self._draw_gate
        return gate is None or gate.may_draw(moving=moving)

    @property
    def can_send_painted(self) -> bool:
        """Whether a `Canvas` may draw: not with another driver, in tests or in a browser."""
        return self._draw_gate is not None

    def send_painted(self, ansi: str) -> None:
        """Send a widget's ANSI text with the rest of the frame."""
        if self._draw_gate:
            self._draw_gate.add_drawn(ansi)

    def ascii_cells(self, text: str) -> str:
        """Text with the replacements that this terminal needs, in as many cells."""
        return text

    def query_terminal(self, query: str) -> None:
        """Send a query that the terminal answers with a message; not where answers are unread."""
        if self._draw_gate and self._driver:
            self._driver.write(query)

    def show_skipped(self) -> None:
        """Hook: the terminal may have room again for what `can_draw` refused."""

    def on_quality(self, level: Quality) -> None:
        """Hook: draw as simply as `level` says from now on."""

    @property
    def silent_seconds(self) -> float:
        """Seconds for which the terminal has owed an answer; 0 if it never answers."""
        return self._draw_gate.silent_seconds() if self._draw_gate else 0.0

    def bell(self) -> None:
        """Ring the bell, unless it would ring too late."""
        if self.silent_seconds < FramePacer.SILENT_SECONDS:
            super().bell()

    def is_paced(self) -> bool:
        """Whether frames can be skipped."""
        return not self.is_headless and not self.is_inline

    def cursor_home(self) -> str:
        """Sequence that puts the cursor where the app has it."""
        x, y = self.size.clamp_offset(self.cursor_position)
        return f"\x1b[{y + 1};{x + 1}H"

    def draw_skipped(self) -> None:
        """Draw the skipped regions in their latest state."""
        skipped, self._skipped = self._skipped, frozenset()
        if skipped and self._running and self.screen_stack:
            screen = self.screen
            # A screen without a layout, or with one of another size, will be drawn as a whole.
            whole = screen._compositor.size.region
            regions = {region.intersection(whole) for region in skipped} - {Region()}
            if any(regions):
                # Drawing clears the list of dirty widgets, so they are drawn with it.
                screen._compositor.update_widgets(screen._dirty_widgets)
                screen._compositor._dirty_regions |= regions
                screen._compositor_refresh()
        self.show_skipped()

    def mark_all_skipped(self) -> None:
        """Have the whole screen drawn by the next `draw_skipped`."""
        self._skipped |= {self.size.region}

    @property
    def _draw_gate(self) -> DrawGate | None:
        gate = getattr(self._driver, "draw_gate", None)  # Textual's own drivers have none
        return gate if isinstance(gate, DrawGate) and gate.is_on else None

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        gate = self._draw_gate
        if gate is None or renderable is None:
            super()._display(screen, renderable)
            return
        if self._batch_count:
            gate.request_redraw()  # Textual would draw nothing, and forget it
        elif gate.may_draw(moving=False):
            super()._display(screen, renderable)
            gate.add_drawn()
            return
        self._skipped |= frozenset(_regions_of(renderable, self.size.region))


def can_draw(app: App[Any], *, moving: bool) -> bool:
    """Whether an app of any class may draw a frame now; see `TerminalApp.can_draw`."""
    return not isinstance(app, TerminalApp) or app.can_draw(moving=moving)


def is_terminal_dead(app: App[Any]) -> bool:
    """Whether the terminal has been silent for so long that the connection must be lost."""
    return isinstance(app, TerminalApp) and app.silent_seconds >= FramePacer.DEAD_SECONDS


def _regions_of(update: RenderableType, whole: Region) -> Iterable[Region]:
    if isinstance(update, ChopsUpdate):
        return [Region(left, y, right - left, 1) for y, left, right in update.spans]
    return [update.region if isinstance(update, LayoutUpdate) else whole]
