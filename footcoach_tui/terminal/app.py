"""An app that ends well: told by a signal, its terminal gone, or broken by a fault of its own."""

import asyncio
from contextvars import copy_context
from typing import Any

from rich.console import RenderableType
from textual import constants
from textual.app import App
from textual.css.query import NoMatches
from textual.widget import MountError

from footcoach_tui.terminal.crash_log import EXIT_CRASHED, CrashLog, root_error
from footcoach_tui.terminal.driver import TerminalDriver
from footcoach_tui.terminal.shutdown import EXIT_TERMINAL_GONE, ExitWatchdog


class ShutdownApp(App[None], inherit_bindings=False):
    """Without a lifeline and a log, as in tests, it is any app: errors go to Textual."""

    def __init__(
        self, lifeline: ExitWatchdog | None = None, crash_log: CrashLog | None = None
    ) -> None:
        """Be ready to run on a terminal that the lifeline watches."""
        # Textual loads the driver that the environment names where none is passed.
        super().__init__(driver_class=None if constants.DRIVER else TerminalDriver)
        self._watchdog = lifeline
        self._crash_log = crash_log
        self._is_session_saved: bool | None = None
        self._is_broken = False
        self._is_leaving = False

    @property
    def is_session_saved(self) -> bool:
        """Whether something was under way when it had to end, and was put away."""
        return bool(self._is_session_saved)

    def on_shutdown(self) -> bool:
        """Make safe what is under way, for the app is to end; whether there was anything."""
        return False

    def set_final_sequence(self, sequence: str) -> None:
        """Have a sequence written also where only the lifeline can end the app."""
        if self._watchdog:
            self._watchdog.final_sequence = sequence.encode()

    def run_safely(self) -> int:
        """Run to the end. Returns the exit code."""
        try:
            self.run()
        except Exception as error:
            if self._crash_log is None:
                raise
            self._crash_log.record(error)
            if self._driver is not None:  # what it has still to say restores the terminal
                self._driver.close()
            return EXIT_CRASHED
        return self.return_code or 0

    def exit(
        self,
        result: None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """Leave; from now on Textual mounts nothing more, also of a screen that is half there."""
        self._is_leaving = True
        super().exit(result, return_code, message)

    def on_load(self) -> None:
        """From now on there is a way out to be shown."""
        loop = asyncio.get_running_loop()
        if self._crash_log:
            loop.set_exception_handler(self._on_task_error)
        if self._watchdog:
            here = copy_context()
            self._watchdog.attach(
                lambda code: loop.call_soon_threadsafe(self._end, code, context=here),
                self._discard_output,
            )

    def terminal_gone(self) -> None:
        """End as by a hang-up; may be called from any thread."""
        if self._watchdog:
            self._watchdog.start_exit(EXIT_TERMINAL_GONE)
        elif self._loop:
            self._loop.call_soon_threadsafe(self._end, EXIT_TERMINAL_GONE)

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
        """Log an error that was not caught, and exit; its sentence is printed after the exit."""
        if self._is_leaving and isinstance(root_error(error), MountError | NoMatches):
            return  # Textual mounts nothing during an exit: a screen half built lacks its parts
        if self._crash_log is None or self.is_headless:
            super()._handle_exception(error)
            return
        self._crash_log.record(error)
        if not self._is_broken:
            self._is_broken = True
            self._run_shutdown()
            self.exit(return_code=self.return_code or EXIT_CRASHED)

    def _on_task_error(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """What went wrong beside the app, in a task that nobody waited for, does not end it."""
        error = context.get("exception")
        if self._crash_log and isinstance(error, Exception):
            self._crash_log.record(error)
