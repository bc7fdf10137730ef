"""Totals, and the trend of each exercise, left and right apart."""

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

from footcoach_tui.app.cards.totals import totals_card
from footcoach_tui.app.charts.week_bars import week_bars
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.base import MasterDetailScreen
from footcoach_tui.app.widgets.key_hints import KeyHints
from footcoach_tui.app.widgets.label import ResponsiveLabel, TextLabel
from footcoach_tui.app.widgets.pane import PaneTabs
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.app.widgets.trend_view import TrendView
from footcoach_tui.coach.practice.days import Day
from footcoach_tui.coach.practice.exercise_totals import ExerciseTotals
from footcoach_tui.coach.practice.trends import Trend
from footcoach_tui.coach.practice.weeks import (
    ONE_WEEK,
    Adherence,
    TrainingProgress,
    monday_of,
    recent_weeks,
)
from footcoach_tui.history.query.parse import parse_query
from footcoach_tui.text.durations import counted

_PLOT_SPAN = timedelta(days=365)


class TrendsScreen(MasterDetailScreen):
    """Totals on top; below them the exercises, and the trend of the selected one."""

    CSS_PATH = "../styles/history.tcss"
    PANE_CLASSES = ("first", "second", "third")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", key_display="esc"),
    ]

    def __init__(self, app_context: AppContext) -> None:
        super().__init__()
        self._app_context = app_context
        self._totals: dict[str, ExerciseTotals] = {}
        self.actions["app.leave"] = self.action_back

    def compose(self) -> ComposeResult:
        yield TextLabel("footcoach · History · totals and trends", id="title")
        yield PaneTabs(("Exercises", "Trend", "Totals"), id="tabs")
        with Horizontal(id="totals-area", classes="third"):
            yield ResponsiveLabel(id="totals")
            yield TextLabel(id="bars")
        with Horizontal(id="trends"):
            yield PaneList(id="done-exercises", classes="first")
            yield TrendView(id="trend", classes="second")
        yield KeyHints()

    def on_mount(self) -> None:
        self.query_one(PaneList).focus()
        self._read()

    def focus_selector(self, place: int) -> str:
        return ("#done-exercises", "#trend", "#totals")[place]

    @work(thread=True, exclusive=True, group="sums")
    def _read(self) -> None:
        history = self._app_context.history
        days = history.days()
        totals = history.exercise_totals()
        if not get_current_worker().is_cancelled:
            self.call_from_thread(self._show, days, totals)

    def _show(self, days: tuple[Day, ...], totals: dict[str, ExerciseTotals]) -> None:
        today, goal = self._app_context.today(), self._app_context.settings.week_goal
        weeks = (monday_of(today) - monday_of(days[0].day)) // ONE_WEEK + 1 if days else 1
        progress = TrainingProgress.from_days(days, today, goal)
        all_time = Adherence.from_days(days, today, goal, max(1, weeks))
        self.query_one(ResponsiveLabel).set_builder(partial(totals_card, progress, all_time))
        bars = week_bars(recent_weeks(days, today), goal)
        self.query_one("#bars", TextLabel).show(bars, grows=True)
        order = sorted(totals.values(), key=lambda total: (-total.sessions, total.name))
        self._totals = {total.exercise: total for total in order}
        self.query_one(PaneList).fill([(name, _row(total)) for name, total in self._totals.items()])
        if not totals:
            self.query_one(TrendView).show_message(
                "No session yet. Trends start with the first one."
            )

    @on(OptionList.OptionHighlighted)
    def _chosen(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_id:
            self._read_trend(event.option_id)

    @work(thread=True, exclusive=True, group="trend")
    def _read_trend(self, exercise: str) -> None:
        """Read a year of one exercise; dropped if the cursor has moved meanwhile."""
        first = self._app_context.today() - _PLOT_SPAN
        query = parse_query(f'exercise:"{exercise}" since:{first}', self._app_context.today())
        trend = Trend.from_records(self._app_context.history.find(query), exercise)
        if not get_current_worker().is_cancelled:
            self.call_from_thread(self._show_trend, trend)

    def _show_trend(self, trend: Trend) -> None:
        totals = self._totals.get(trend.exercise)
        if totals:
            self.query_one(TrendView).show(trend, totals, self._app_context.today())


def _row(totals: ExerciseTotals) -> Content:
    times = counted(totals.sessions, "session")
    return Content.assemble(totals.name, (f"\n{times}", "$secondary"))
