"""A plot in as many cells as there are."""

from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip

from footcoach_tui.app.charts.plot import PlotRow, Series, plot
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.session.side import Side

_STYLES = {
    None: "plot--label",
    Side.LEFT: "plot--left",
    Side.RIGHT: "plot--right",
    Side.BOTH: "plot--both",
}


class PlotView(ResizeAware):
    """Drawn anew only for other values or another size."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(_STYLES.values())

    def __init__(self, *, id: str | None = None) -> None:
        """Show nothing yet."""
        super().__init__(id=id)
        self._series: Series = ()
        self._seconds = False
        self._rows: tuple[PlotRow, ...] = ()

    def show(self, series: Series, *, seconds: bool) -> None:
        """Show values over days: `seconds`, or reps."""
        if (series, seconds) == (self._series, self._seconds):
            return
        self._series, self._seconds = series, seconds
        self._draw()

    def on_resize(self) -> None:
        """Fill the room there is now."""
        self._draw()

    def render_line(self, y: int) -> Strip:
        """One row of the plot."""
        if y >= len(self._rows):
            return Strip.blank(self.size.width, self.rich_style)
        runs = self._rows[y]
        return Strip(
            [Segment(text, self.get_component_rich_style(_STYLES[side])) for text, side in runs]
        )

    def _draw(self) -> None:
        self._rows = plot(self._series, *self.size, seconds=self._seconds)
        self.refresh()
