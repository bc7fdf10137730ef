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

from footcoach_tui.app.terminal.asking import Asking
from footcoach_tui.app.terminal.easing import Level
from footcoach_tui.app.terminal.pacing import DEAD, SILENT
from footcoach_tui.app.terminal.tethered import TetheredApp


class PacedApp(TetheredApp, inherit_bindings=False):
    """App that draws as fast as its terminal takes it; with another driver a plain Textual app."""

    _owed: frozenset[Region] = frozenset()

    def may_show(self, *, moving: bool) -> bool:
        """Whether something may be shown now; `caught_up` is called when there is room again.

        What is `moving` by itself waits for all else.
        """
        asking = self._asking
        return asking is None or asking.may_draw(moving=moving)

    @property
    def can_paint(self) -> bool:
        """Whether widgets may `paint`: with a driver that asks, not in tests or in a browser."""
        return self._asking is not None

    def paint(self, ink: str) -> None:
        """Draw ANSI text of a widget together with the rest of the picture."""
        if self._asking:
            self._asking.draw(ink)

    def spelled(self, text: str) -> str:
        """Text as it may be sent to the terminal, in as many cells."""
        return text

    def ask(self, question: str) -> None:
        """Ask the terminal what it answers with a message; nothing where answers are not read."""
        if self._asking and self._driver:
            self._driver.write(question)

    def caught_up(self) -> None:
        """There may be room for what could not be shown."""

    def eased(self, level: Level) -> None:
        """Pictures should be as plain as `level` says."""

    @property
    def silence(self) -> float:
        """Seconds for which the terminal has owed an answer; 0 if it never answers."""
        return self._asking.silence() if self._asking else 0.0

    def bell(self) -> None:
        """Ring, unless nobody would hear it before it is too late."""
        if self.silence < SILENT:
            super().bell()

    def is_paced(self) -> bool:
        """Whether pictures can be held back."""
        return not self.is_headless and not self.is_inline

    def cursor_home(self) -> str:
        """Puts the cursor where the app has it."""
        x, y = self.size.clamp_offset(self.cursor_position)
        return f"\x1b[{y + 1};{x + 1}H"

    def line_open(self) -> None:
        """Draw what is owed, as it is now."""
        owed, self._owed = self._owed, frozenset()
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
        self.caught_up()

    def line_lost(self) -> None:
        """All of it is owed."""
        self._owed |= {self.size.region}

    @property
    def _asking(self) -> Asking | None:
        asking = getattr(self._driver, "asking", None)  # Textual's own driver has none
        return asking if isinstance(asking, Asking) and asking.is_on else None

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        asking = self._asking
        if asking is None or renderable is None:
            super()._display(screen, renderable)
            return
        if self._batch_count:
            asking.wait()  # Textual would draw nothing, and forget it
        elif asking.may_draw(moving=False):
            super()._display(screen, renderable)
            asking.draw()
            return
        self._owed |= frozenset(_regions(renderable, self.size.region))


def may_show(app: App[Any], *, moving: bool) -> bool:
    """Whether the app's terminal has room for what is to be shown; see `PacedApp.may_show`."""
    return not isinstance(app, PacedApp) or app.may_show(moving=moving)


def is_dead(app: App[Any]) -> bool:
    """Whether the app's terminal has been silent for so long that nobody can be there."""
    return isinstance(app, PacedApp) and app.silence >= DEAD


def _regions(update: RenderableType, whole: Region) -> Iterable[Region]:
    """The cells that would have been drawn."""
    if isinstance(update, ChopsUpdate):
        return [Region(left, y, right - left, 1) for y, left, right in update.spans]
    return [update.region if isinstance(update, LayoutUpdate) else whole]
