"""A text that is another one for another width."""

from collections.abc import Callable

from textual.content import Content

from footcoach_tui.app.widgets.line import Line
from footcoach_tui.app.widgets.sized import Sized


class SizedLine(Line, Sized):
    """Asks anew for its text when it gets another width."""

    def __init__(self, *, id: str | None = None) -> None:
        """Show nothing yet."""
        super().__init__(id=id)
        self._make: Callable[[int], Content] | None = None

    def make(self, make: Callable[[int], Content]) -> None:
        """Show what `make` answers for so many columns."""
        self._make = make
        self.on_resize()

    def on_resize(self) -> None:
        """Ask for the text of the width there is now."""
        if self._make and self.content_size.width:
            self.show(self._make(self.content_size.width), grows=True)
            # Textual may be laying out just now, and then does not see that the height is another.
            self.call_after_refresh(self.refresh, layout=True)
