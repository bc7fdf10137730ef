"""What it all comes to: totals, and how each exercise went, left and right told apart."""

from datetime import timedelta
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList
from textual.worker import get_current_worker

from footcoach_tui.app.cards.totals_card import totals_card
from footcoach_tui.app.parts import Parts
from footcoach_tui.app.plots.week_bars import week_bars
from footcoach_tui.app.screens.commanded import PairedScreen
from footcoach_tui.app.widgets.key_row import KeyRow
from footcoach_tui.app.widgets.line import Line, SizedLine
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.app.widgets.pane_tabs import PaneTabs
from footcoach_tui.app.widgets.trend_view import TrendView
from footcoach_tui.coach.days import Day
from footcoach_tui.coach.progress import progress
from footcoach_tui.coach.trends import Trend, trend
from footcoach_tui.coach.weeks import SPAN as SPAN_OF_BARS
from footcoach_tui.coach.weeks import WEEK, kept, monday_of
from footcoach_tui.coach.weeks import weeks as last_weeks
from footcoach_tui.history.indexing.sums import ExerciseSums, together
from footcoach_tui.history.query.parse import parse
from footcoach_tui.session.lengths import counted

SPAN = timedelta(days=365)
"""How far back a plot reaches."""


class TrendsScreen(PairedScreen):
    """Totals on top; below them the exercises, and the trend of the one chosen."""

    CSS_PATH = "../styles/history.tcss"
    PLACES = ("first", "second", "third")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", key_display="esc"),
    ]

    def __init__(self, parts: Parts) -> None:
        """`parts` is what the screen works with."""
        super().__init__()
        self._parts = parts
        self._sums: dict[str, ExerciseSums] = {}
        self.actions["app.leave"] = self.action_back

    def compose(self) -> ComposeResult:
        """Totals, exercises, trend."""
        yield Line("footcoach · History · totals and trends", id="title")
        yield PaneTabs(("Exercises", "Trend", "Totals"), id="tabs")
        with Horizontal(id="sums", classes="third"):
            yield SizedLine(id="totals")
            yield Line(id="bars")
        with Horizontal(id="trends"):
            yield PaneList(id="done-exercises", classes="first")
            yield TrendView(id="trend", classes="second")
        yield KeyRow()

    def on_mount(self) -> None:
        """Read what there is."""
        self.query_one(PaneList).focus()
        self._read()

    def focus_at(self, place: int) -> str:
        """The list, or the trend."""
        return ("#done-exercises", "#trend", "#totals")[place]

    def action_back(self) -> None:
        """Go back to the history."""
        self.dismiss()

    @work(thread=True, exclusive=True, group="sums")
    def _read(self) -> None:
        history = self._parts.history
        days = history.days()
        sums = together(month.exercises for month in reversed(history.months()))
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show, days, sums)

    def _show(self, days: tuple[Day, ...], sums: dict[str, ExerciseSums]) -> None:
        today, goal = self._parts.today(), self._parts.settings.week_goal
        weeks = (monday_of(today) - monday_of(days[0].day)) // WEEK + 1 if days else 1
        seen, ever = progress(days, today, goal), kept(days, today, goal, max(1, weeks))
        self.query_one(SizedLine).make(partial(totals_card, seen, ever))
        bars = week_bars(last_weeks(days, today, SPAN_OF_BARS), goal)
        self.query_one("#bars", Line).show(bars, grows=True)
        self._sums = dict(sorted(sums.items(), key=lambda one: -one[1].sessions))
        self.query_one(PaneList).fill([(name, _row(one)) for name, one in self._sums.items()])
        if not sums:
            self.query_one(TrendView).say("No session yet: trends begin with the first one.")

    @on(OptionList.OptionHighlighted)
    def _chosen(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_id:
            self._look_at(event.option_id)

    @work(thread=True, exclusive=True, group="trend")
    def _look_at(self, exercise: str) -> None:
        """Read a year of one exercise; dropped where the cursor has gone on meanwhile."""
        first = self._parts.today() - SPAN
        query = parse(f'exercise:"{exercise}" since:{first}', self._parts.today())
        seen = trend(self._parts.history.find(query), exercise)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_trend, seen)

    def _show_trend(self, seen: Trend) -> None:
        known = self._sums.get(seen.exercise)
        if known:
            self.query_one(TrendView).show(seen, known, self._parts.today())


def _row(sums: ExerciseSums) -> Content:
    times = counted(sums.sessions, "session")
    return Content.assemble(sums.name, (f"\n{times}", "$secondary"))
