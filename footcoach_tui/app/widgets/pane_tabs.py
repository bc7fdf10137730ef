"""The names of panes in a row, for a screen on which only one of them is shown."""

from textual.content import Content

from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import ResizeAware


class PaneTabs(TextLabel, ResizeAware):
    """Each has the number of its key; the one that is shown is marked, by more than a colour."""

    def __init__(self, names: tuple[str, ...], *, id: str | None = None) -> None:
        """`names` are in the order of their keys."""
        super().__init__(id=id)
        self._names = names
        self._marked = 0

    def mark(self, place: int) -> None:
        """Mark the pane that is shown, counted from 0."""
        self._marked = place
        self.on_resize()

    def on_resize(self) -> None:
        """Where there is no room for all names, only the pane that is shown has its own."""
        tabs = self._tabs(are_named=True)
        self.show(tabs if tabs.cell_length <= self.size.width else self._tabs(are_named=False))

    def _tabs(self, *, are_named: bool) -> Content:
        return Content(" ").join(
            self._tab(place, f" {name}" if are_named or place == self._marked else "")
            for place, name in enumerate(self._names)
        )

    def _tab(self, place: int, name: str) -> Content:
        if place == self._marked:
            return Content.styled(f"▸{place + 1}{name} ", "bold $background on $accent")
        return Content.assemble((f" {place + 1}", "$accent"), (f"{name} ", "$text-muted"))
