"""Card of today: the session that is due, and the week so far."""

from typing import TYPE_CHECKING

from footcoach_tui.app.widgets.label import ResponsiveLabel

if TYPE_CHECKING:  # the start screen is drawn before the coach is loaded
    from footcoach_tui.coach.today.value import TodayCard

_LINES = (("-short", 1), ("-narrow", 2), ("-medium", 2), ("-high", 6))
"""Lines of the card by the class of the screen, the first one that it has; else three."""

_USUAL_LINES = 3


class TodayView(ResponsiveLabel):
    """Card of today, in as many lines as the screen has room for."""

    def show_card(self, card: "TodayCard", waiting: str = "") -> None:
        """Show a card; `waiting` is the line about an interrupted session."""
        from footcoach_tui.app.cards.today import today_text  # noqa: PLC0415 - see above

        self.set_builder(lambda columns: today_text(card, waiting, columns, self._lines))

    @property
    def _lines(self) -> int:
        found = (lines for name, lines in _LINES if self.screen.has_class(name))
        return next(found, _USUAL_LINES)
