"""Card of today: the session that is due, and the week so far."""

from typing import TYPE_CHECKING

from textual.events import Click

from footcoach_tui.app.widgets.label import ResponsiveLabel

if TYPE_CHECKING:  # the start screen is drawn before the coach is loaded
    from footcoach_tui.coach.today.value import TodayCard

_LINES = (("-short", 1), ("-narrow", 2), ("-medium", 2), ("-high", 6))
"""Lines of the card by the class of the screen, the first one that it has; else three."""

_USUAL_LINES = 3
_KEYS = {"P": "P", "T": "T", "R": "R", "!": "exclamation_mark"}
"""Keys that a line may begin with."""


class TodayView(ResponsiveLabel):
    """Card of today, in as many lines as the screen has room for."""

    _begin = ""

    def show_card(self, card: "TodayCard", waiting: str = "") -> None:
        """Show a card; `waiting` is the line about an interrupted session."""
        from footcoach_tui.app.cards.today import today_text  # noqa: PLC0415 - see above

        self._begin = card.begin
        self.set_builder(lambda columns: today_text(card, waiting, columns, self._lines))

    def on_click(self, event: Click) -> None:
        """Press the key that the line names."""
        offset = event.get_content_offset(self)
        lines = self._shown.plain.split("\n")
        if offset is None or offset.y >= len(lines):
            return
        line = lines[offset.y].strip()
        if self._begin and f"space {self._begin}" in line:
            self.app.simulate_key("space")
        elif key := _KEYS.get(line.partition(" ")[0]):
            self.app.simulate_key(key)

    @property
    def _lines(self) -> int:
        found = (lines for name, lines in _LINES if self.screen.has_class(name))
        return next(found, _USUAL_LINES)
