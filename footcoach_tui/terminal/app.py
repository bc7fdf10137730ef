"""Base class of a Textual app that ends safely and draws no faster than its terminal takes it.

Frames that find no room are skipped, never queued: their regions are stored, and drawn once, in
their latest state, when the terminal has caught up.
"""

from collections.abc import Callable, Iterable
from typing import Any

from rich.console import RenderableType
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget

from footcoach_tui.terminal.backpressure import DrawGate
from footcoach_tui.terminal.driver import TerminalDriver
from footcoach_tui.terminal.graphics import Graphics
from footcoach_tui.terminal.overlay import Overlay
from footcoach_tui.terminal.pacing import FramePacer
from footcoach_tui.terminal.quality import Quality
from footcoach_tui.terminal.shutdown_app import ShutdownApp


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

    @property
    def graphics(self) -> Graphics | None:
        """Protocol for pixels; None where there is none."""
        return self._overlay.graphics if self._draw_gate and self._overlay else None

    @property
    def has_full_quality(self) -> bool:
        """Whether the line is fast enough for pixels."""
        gate = self._draw_gate
        return gate is not None and gate.pace.quality is Quality.FULL

    def set_graphics(self, graphics: Graphics) -> None:
        """Use a protocol that the terminal has; kitty's is never replaced."""
        if self._overlay and self._overlay.graphics is not Graphics.KITTY:
            self._overlay.graphics = graphics

    def show_pixels(
        self, widget: Widget, place: Region, picture: bytes, draw: Callable[[], object]
    ) -> None:
        """Show a picture over a widget with the rest of the frame; see `Overlay.show`."""
        if self._overlay:
            self.send_painted(self._overlay.show(widget, place, picture, draw))

    def hide_pixels(self, widget: Widget) -> None:
        if self._overlay and (sequences := self._overlay.hide(widget)):
            self.send_painted(sequences)

    def cell_pixels(self) -> tuple[int, int] | None:
        """Width and height of a cell in pixels, where they are known."""
        driver = self._driver
        return driver.cell_pixels() if isinstance(driver, TerminalDriver) else None

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

    @property
    def _overlay(self) -> Overlay | None:
        return self._driver.overlay if isinstance(self._driver, TerminalDriver) else None

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        gate = self._draw_gate
        if gate is None or renderable is None:
            super()._display(screen, renderable)
            return
        if self._batch_count:
            gate.request_redraw()  # Textual would draw nothing, and forget it
        elif gate.may_draw(moving=False):
            if self._overlay:
                regions = _regions(renderable, self.size.region)
                gate.add_drawn(self._overlay.before_frame(screen, regions))
            super()._display(screen, renderable)
            gate.add_drawn()
            return
        self._skipped |= frozenset(_regions(renderable, self.size.region))


def can_draw(app: App[Any], *, moving: bool) -> bool:
    """Whether an app of any class may draw a frame now; see `TerminalApp.can_draw`."""
    return not isinstance(app, TerminalApp) or app.can_draw(moving=moving)


def is_terminal_dead(app: App[Any]) -> bool:
    """Whether the terminal has been silent for so long that the connection must be lost."""
    return isinstance(app, TerminalApp) and app.silent_seconds >= FramePacer.DEAD_SECONDS


def _regions(update: RenderableType, whole: Region) -> Iterable[Region]:
    """Regions that an update would have drawn."""
    if isinstance(update, ChopsUpdate):
        return [Region(left, y, right - left, 1) for y, left, right in update.spans]
    return [update.region if isinstance(update, LayoutUpdate) else whole]
