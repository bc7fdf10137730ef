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
from footcoach_tui.text.durations import format_duration


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
        unit = "percent of what was planned" if trend.has_mixed_plans else trend.measure.value
        self.query_one("#plot-title", TextLabel).show(f"best set of each week, in {unit}")
        is_timed = trend.measure is Measure.SECONDS and not trend.has_mixed_plans
        self.query_one(PlotView).show(trend.weekly_series(), seconds=is_timed)
        self._arrange()

    def show_message(self, sentence: str) -> None:
        self._trend = None
        self.query_one("#trend-words", TextLabel).show(sentence, grows=True)
        self._arrange()

    def _arrange(self) -> None:
        has_plot = self._trend is not None and bool(self._trend.sides)
        for selector in ("#plot-title", "#plot"):
            self.query_one(selector).display = has_plot


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
