"""An app that draws no more than its terminal takes: pictures are left out, never queued.

What Textual would draw while the line is full is remembered as regions, and drawn once, as it is
then, when the terminal has come to what is on its way.
"""

from collections.abc import Iterable
from typing import Any

from rich.console import RenderableType
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.geometry import Region
from textual.screen import Screen

from footcoach_tui.terminal.app import ShutdownApp
from footcoach_tui.terminal.backpressure import DrawGate
from footcoach_tui.terminal.pacing import DEAD_SECONDS, SILENT_SECONDS
from footcoach_tui.terminal.quality import Quality


class TerminalApp(ShutdownApp, inherit_bindings=False):
    """App that draws as fast as its terminal takes it; with another driver a plain Textual app."""

    _skipped: frozenset[Region] = frozenset()

    def can_draw(self, *, moving: bool) -> bool:
        """Whether something may be shown now; `caught_up` is called when there is room again.

        What is `moving` by itself waits for all else.
        """
        asking = self._draw_gate
        return asking is None or asking.may_draw(moving=moving)

    @property
    def can_send_painted(self) -> bool:
        """Whether widgets may `paint`: with a driver that asks, not in tests or in a browser."""
        return self._draw_gate is not None

    def send_painted(self, ink: str) -> None:
        """Draw ANSI text of a widget together with the rest of the picture."""
        if self._draw_gate:
            self._draw_gate.add_drawn(ink)

    def ascii_cells(self, text: str) -> str:
        """Text as it may be sent to the terminal, in as many cells."""
        return text

    def query_terminal(self, question: str) -> None:
        """Ask the terminal what it answers with a message; nothing where answers are not read."""
        if self._draw_gate and self._driver:
            self._driver.write(question)

    def show_skipped(self) -> None:
        """There may be room for what could not be shown."""

    def on_quality(self, level: Quality) -> None:
        """Pictures should be as plain as `level` says."""

    @property
    def silent_seconds(self) -> float:
        """Seconds for which the terminal has owed an answer; 0 if it never answers."""
        return self._draw_gate.silent_seconds() if self._draw_gate else 0.0

    def bell(self) -> None:
        """Ring, unless nobody would hear it before it is too late."""
        if self.silent_seconds < SILENT_SECONDS:
            super().bell()

    def is_paced(self) -> bool:
        """Whether pictures can be held back."""
        return not self.is_headless and not self.is_inline

    def cursor_home(self) -> str:
        """Puts the cursor where the app has it."""
        x, y = self.size.clamp_offset(self.cursor_position)
        return f"\x1b[{y + 1};{x + 1}H"

    def draw_skipped(self) -> None:
        """Draw what is owed, as it is now."""
        owed, self._skipped = self._skipped, frozenset()
        if owed and self._running and self.screen_stack:
            screen = self.screen
            # A screen that is not laid out yet, or for another size, will be drawn as a whole.
            whole = screen._compositor.size.region
            here = {region.intersection(whole) for region in owed} - {Region()}
            if any(here):
                # Drawing forgets which widgets are still to be drawn, so they are drawn with it.
                screen._compositor.update_widgets(screen._dirty_widgets)
                screen._compositor._dirty_regions |= here
                screen._compositor_refresh()
        self.show_skipped()

    def mark_all_skipped(self) -> None:
        """All of it is owed."""
        self._skipped |= {self.size.region}

    @property
    def _draw_gate(self) -> DrawGate | None:
        asking = getattr(self._driver, "draw_gate", None)  # Textual's own driver has none
        return asking if isinstance(asking, DrawGate) and asking.is_on else None

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        asking = self._draw_gate
        if asking is None or renderable is None:
            super()._display(screen, renderable)
            return
        if self._batch_count:
            asking.request_redraw()  # Textual would draw nothing, and forget it
        elif asking.may_draw(moving=False):
            super()._display(screen, renderable)
            asking.add_drawn()
            return
        self._skipped |= frozenset(_regions(renderable, self.size.region))


def can_draw(app: App[Any], *, moving: bool) -> bool:
    """Whether the app's terminal has room for what is to be shown; see `PacedApp.may_show`."""
    return not isinstance(app, TerminalApp) or app.can_draw(moving=moving)


def is_terminal_dead(app: App[Any]) -> bool:
    """Whether the app's terminal has been silent for so long that nobody can be there."""
    return isinstance(app, TerminalApp) and app.silent_seconds >= DEAD_SECONDS


def _regions(update: RenderableType, whole: Region) -> Iterable[Region]:
    """The cells that would have been drawn."""
    if isinstance(update, ChopsUpdate):
        return [Region(left, y, right - left, 1) for y, left, right in update.spans]
    return [update.region if isinstance(update, LayoutUpdate) else whole]
