"""A small app to be run on a terminal: it breaks, or stands still, at a key.

Arguments: the folder for what it leaves behind, then any of `stock` (Textual's own
driver), `nohup` (hang-ups are ignored), `crash` (it breaks at its end).
"""

import asyncio
import os
import signal
import sys
import time
from pathlib import Path

from rich.segment import Segment
from textual import constants, events
from textual.app import ComposeResult
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from footcoach_tui.terminal.crash_log import CrashLog
from footcoach_tui.terminal.shutdown import ExitWatchdog
from footcoach_tui.terminal.shutdown_app import ShutdownApp

SHUTDOWN_SECONDS = 1.0
"""Seconds that an end may take: less than usual, for tests wait for it."""


class PictureWidget(Widget):
    """Can be painted, unless it is broken."""

    DEFAULT_CSS = "PictureWidget { height: 1fr; }"
    is_broken = False
    is_busy = False

    def render_line(self, _: int) -> Strip:
        if self.is_broken:
            raise ValueError("no picture")
        if self.is_busy:
            return Strip([Segment(str(time.monotonic_ns()).ljust(self.size.width, "."))])
        return Strip.blank(self.size.width)


class CrashApp(ShutdownApp):
    """What it was told lately stands in its only line."""

    def __init__(self, folder: Path, watchdog: ExitWatchdog, flags: list[str]) -> None:
        self.folder = folder
        self.flags = flags
        super().__init__(watchdog, CrashLog(folder / "log"))

    def compose(self) -> ComposeResult:
        yield Static("ready", id="said")
        yield PictureWidget()

    def on_shutdown(self) -> bool:
        (self.folder / "put-away").touch()
        return True

    def on_unmount(self) -> None:
        if "crash" in self.flags:
            raise ValueError("a bad end")

    def on_paste(self, event: events.Paste) -> None:
        self.show(f"pasted {len(event.text)}")

    def on_key(self, event: events.Key) -> None:
        picture = self.query_one(PictureWidget)
        match event.key:
            case "q":
                self.exit()
            case "h":
                raise ValueError("a bad handler")
            case "w":
                self.run_worker(lambda: 1 // 0, thread=True)
            case "l":
                asyncio.get_running_loop().call_soon(lambda: 1 // 0)
            case "p":
                picture.is_broken = True
                picture.refresh()
            case "b":
                picture.is_busy = True
                self.set_interval(0.01, picture.refresh)
            case "s":
                self.show("stuck")
                self.set_timer(0.2, self.stick)
            case key:
                self.show(f"heard {key}")

    def stick(self) -> None:
        (self.folder / "stuck").touch()
        time.sleep(60)

    def show(self, what: str) -> None:
        self.query_one("#said", Static).update(what)


def main() -> int:
    """Run it as the command line runs the app."""
    folder, *flags = sys.argv[1:]
    if "stock" in flags:
        # As the environment does; Textual has read that by now.
        constants.DRIVER = "textual.drivers.linux_driver:LinuxDriver"  # type: ignore[misc]
    if "nohup" in flags:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    with ExitWatchdog(sys.stdin.fileno(), patience=SHUTDOWN_SECONDS) as watchdog:
        app = CrashApp(Path(folder), watchdog, flags)
        code = app.run_safely()
        if watchdog.exit_code:
            watchdog.exit_now()
    if code == CrashLog.EXIT_CODE and app._crash_log:
        sys.stderr.write(f"{app._crash_log.message(is_session_saved=app.is_session_saved)}\n")
    return code


if __name__ == "__main__":
    os.umask(0o077)
    sys.exit(main())
