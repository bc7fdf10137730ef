"""A self-test: its results in words, a chart of each side, and what people reached."""

from datetime import date

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.trend_view import PlotView
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.coach.self_tests.report import SelfTestReport
from footcoach_tui.session.side import Side

_SIDES = (Side.LEFT, Side.RIGHT)
_LEAST_POINTS = 2
"""Results from which on there is a line to draw."""

_SHADED = "shaded: may be chance"


class SelfTestView(VerticalScroll):
    """Report on a self-test."""

    def compose(self) -> ComposeResult:
        yield WrappedText(id="test-words")
        for side in _SIDES:
            yield TextLabel(id=f"{side}-title", classes="plot-title")
            yield PlotView(id=f"{side}-plot")
        yield WrappedText(id="test-norms")

    def show(self, report: SelfTestReport, today: date) -> None:
        self.query_one("#test-words", WrappedText).show(_words(report, today), grows=True)
        self.query_one("#test-norms", WrappedText).show(_norms(report), grows=True)
        sides = {each.side: each for each in report.sides}
        for side in _SIDES:
            found = sides.get(side)
            is_drawn = found is not None and len(found.points) >= _LEAST_POINTS
            title, plot = (
                self.query_one(f"#{side}-title", TextLabel),
                self.query_one(f"#{side}-plot", PlotView),
            )
            title.display = plot.display = is_drawn
            if found and is_drawn:
                shaded = f" · {_SHADED}" if found.band else ""
                title.show(f"{side}, in {report.test.unit}{shaded}")
                series = ((side, found.points),)
                plot.show(series, seconds=False, unit=report.test.step, band=found.band)
        self.scroll_home(animate=False)


def _words(report: SelfTestReport, today: date) -> Content:
    blocks = [Content.styled(report.test.name, "bold $accent")]
    sides = [Content(side.line(today)) for side in report.sides]
    if report.side_sentence:
        sides.append(Content(report.side_sentence))
    if report.conditions:
        conditions = (f"Conditions: {report.conditions}, change with ", "$secondary")
        sides.append(Content.assemble(conditions, ("C", "bold $accent")))
    blocks += sides or [Content(report.purpose), Content.styled("Not done yet.", "$secondary")]
    status = report.status
    style = "bold" if status.is_due else ""
    if status.sentence:
        blocks.append(Content.styled(status.sentence, style))
    if status.note:
        blocks.append(Content(status.note))
    if status.may_do:
        key = "Do it now: " if status.is_due or not report.sides else "Do it again: "
        blocks.append(Content.assemble(key, ("enter", "bold $accent")))
    return Content("\n").join(blocks)


def _norms(report: SelfTestReport) -> Content:
    return Content("\n").join(Content.styled(line, "$secondary") for line in report.norms)
