"""A session screen made the obvious way: stock widgets of Textual, updated whole.

Figure and frame rate are footcoach's; beside them large digits, a bar and the time left.
"""

import time
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Digits, Footer, Label, ProgressBar, Static

from bench.apps.figure import Loop
from footcoach_tui.app.exercise_view.clips import FrameCache
from footcoach_tui.figure.cells import PictureFormat
from footcoach_tui.figure.glyphs import Glyphs

FORMAT = PictureFormat(48, 14, Glyphs.OCTANTS)
"""About what footcoach has for its figure in 120x30."""
PHASE, SESSION = 3.0, 900.0


class Naive(App[None]):
    """A session screen as it is written in an hour: every widget is updated at every frame."""

    CSS = f"Static.figure {{ width: {FORMAT.columns}; height: {FORMAT.rows}; }}"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("m", "mute", "Mute"),
        ("space", "stop", "Pause"),
        ("q", "quit", "Leave"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._figure_loop = Loop(FORMAT)
        self._is_muted = False

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Label("naive", id="title")
            yield Digits("3")
            yield Static(classes="figure")
            yield ProgressBar(total=PHASE, show_eta=False)
            yield Label("", id="left")
        yield Footer()

    def on_mount(self) -> None:
        self._start = time.monotonic()
        self._frame_timer = self.set_interval(1.0 / FrameCache.FRAMES_PER_SECOND, self._show)

    def action_mute(self) -> None:
        self._is_muted = not self._is_muted
        self.query_one("#title", Label).update("naive · muted" if self._is_muted else "naive")

    def action_stop(self) -> None:
        self._frame_timer.pause()
        self.query_one("#title", Label).update("PAUSED")

    def _show(self) -> None:
        seconds = time.monotonic() - self._start
        phase = seconds % PHASE
        left = SESSION - seconds
        self.query_one(Digits).update(f"{PHASE - phase:.0f}")
        self.query_one(".figure", Static).update(self._figure_loop.text(seconds))
        self.query_one(ProgressBar).update(progress=phase)
        self.query_one("#left", Label).update(f"{left // 60:.0f}:{left % 60:02.0f} left")


if __name__ == "__main__":
    Naive().run()
