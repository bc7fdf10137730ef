"""The trend of one exercise: a sentence, the best set, and a plot."""

from datetime import date
from typing import ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.strip import Strip

from footcoach_tui.app.charts.plot import Band, PlotRow, Series, plot
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.coach.practice.exercise_totals import ExerciseTotals
from footcoach_tui.coach.practice.trends import Measure, Trend
from footcoach_tui.session.side import Side
from footcoach_tui.text.durations import counted, format_duration

_ALL = 100
"""Percent of a plan that was done in full."""


class TrendView(VerticalScroll):
    """Words and the plot of a trend."""

    def __init__(self, *, id: str | None = None, classes: str = "") -> None:
        super().__init__(id=id, classes=classes)
        self._trend: Trend | None = None

    def compose(self) -> ComposeResult:
        yield TextLabel(id="trend-words")
        yield TextLabel(id="plot-title")
        yield PlotView(id="plot")

    def on_mount(self) -> None:
        self._arrange()

    def show(self, trend: Trend, totals: ExerciseTotals, today: date) -> None:
        self._trend = trend
        self.query_one("#trend-words", TextLabel).show(_words(trend, totals, today), grows=True)
        title = flat_sentence(trend) or f"best set a week, in {_unit(trend)}"
        self.query_one("#plot-title", TextLabel).show(title, grows=True)
        is_timed = trend.measure is Measure.SECONDS and not trend.has_mixed_plans
        self.query_one(PlotView).show(trend.weekly_series(), seconds=is_timed)
        self._arrange()

    def show_message(self, sentence: str) -> None:
        self._trend = None
        self.query_one("#trend-words", TextLabel).show(sentence, grows=True)
        self._arrange()

    def _arrange(self) -> None:
        has_trend = self._trend is not None and bool(self._trend.sides)
        self.query_one("#plot-title").display = has_trend
        has_plot = self._trend is not None and has_trend and not flat_sentence(self._trend)
        self.query_one("#plot").display = has_plot


def flat_sentence(trend: Trend) -> str:
    """Return what is said in place of a plot that would be one flat line; "" for any other."""
    series = [points for _, points in trend.weekly_series()]
    values = {round(value) for points in series for _, value in points}
    days = sorted(day for points in series for day, _ in points)
    weeks = max((len(points) for points in series), default=0)
    if weeks == 1:
        return "One week so far; the plot begins with the second."
    if len(values) != 1:
        return ""
    span = f"In each of {weeks} weeks, from {_day(days[0])} to {_day(days[-1])}"
    return f"{span}, the best set was {_flat_text(trend, values.pop())}."


def _flat_text(trend: Trend, value: int) -> str:
    if trend.has_mixed_plans:
        return "all that was planned" if value == _ALL else f"{value} {_unit(trend)}"
    is_timed = trend.measure is Measure.SECONDS
    return format_duration(value) if is_timed else counted(value, "rep")


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def _unit(trend: Trend) -> str:
    return "% of the plan" if trend.has_mixed_plans else trend.measure.value


def _words(trend: Trend, totals: ExerciseTotals, today: date) -> Content:
    best = [f"{totals.best_reps} reps"] if totals.best_reps > 1 else []
    best.append(format_duration(round(totals.best_seconds)))
    lines = [
        Content.styled(totals.name, "bold $accent"),
        Content(trend.sentence(today)),
        Content(f"Most done in a set (guided, not a test): {' · '.join(best)}"),
    ]
    return Content("\n").join(lines)


_STYLES = {
    None: "plot--label",
    Side.LEFT: "plot--left",
    Side.RIGHT: "plot--right",
    Side.BOTH: "plot--both",
}


class PlotView(ResizeAware):
    """Plot of values over days."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(_STYLES.values())

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._series: Series = ()
        self._seconds = False
        self._unit = 1.0
        self._band: Band | None = None
        self._rows: tuple[PlotRow, ...] = ()

    def show(
        self, series: Series, *, seconds: bool, unit: float = 1.0, band: Band | None = None
    ) -> None:
        """Show a series, in seconds or in reps or units, with a band behind it."""
        shown = (self._series, self._seconds, self._unit, self._band)
        if (series, seconds, unit, band) == shown:
            return
        self._series, self._seconds, self._unit, self._band = series, seconds, unit, band
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def render_line(self, y: int) -> Strip:
        if y >= len(self._rows):
            return Strip.blank(self.size.width, self.rich_style)
        runs = self._rows[y]
        return Strip(
            [Segment(text, self.get_component_rich_style(_STYLES[side])) for text, side in runs]
        )

    def _draw(self) -> None:
        self._rows = plot(
            self._series, *self.size, seconds=self._seconds, unit=self._unit, band=self._band
        )
        self.refresh()
