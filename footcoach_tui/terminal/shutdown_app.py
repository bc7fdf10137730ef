"""Base class of a Textual app that saves its work and exits after a signal or an error."""

import asyncio
from contextvars import copy_context
from typing import Any

from rich.console import RenderableType
from textual import constants
from textual.css.query import NoMatches
from textual.widget import MountError

from footcoach_tui.terminal.crash_log import CrashLog, root_error
from footcoach_tui.terminal.driver import TerminalDriver
from footcoach_tui.terminal.key_order import KeyOrderApp
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
