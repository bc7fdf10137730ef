"""The year by its days, how the weeks go, and what of the history could not be read."""

from datetime import date

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from footcoach_tui.app.lists.summing import Sums, damage, legend
from footcoach_tui.app.widgets.line import Line
from footcoach_tui.app.widgets.year_view import LEVEL_SIGNS, YearView


class Overview(Vertical):
    """A calendar, with lines below it."""

    def compose(self) -> ComposeResult:
        """The lines are empty until there is something to say."""
        yield YearView(id="calendar")
        with Horizontal(id="under"):
            yield Line(id="weeks")
            yield Line(legend(LEVEL_SIGNS), id="legend")
        yield Line(id="damage")

    def show(self, sums: Sums, today: date) -> None:
        """Show what the history comes to."""
        self.query_one(YearView).show(sums.year, today)
        self.query_one("#weeks", Line).show(sums.told)
        told = self.query_one("#damage", Line)
        told.show(damage(sums.problems), grows=True)
        told.display = bool(sums.problems)
