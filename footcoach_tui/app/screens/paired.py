"""A screen of a list and what it leads to. On a narrow one its panes take turns."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import OptionList

from footcoach_tui.app.keys.bindings import bindings
from footcoach_tui.app.screens.commanded import CommandedScreen
from footcoach_tui.app.widgets.pane_tabs import PaneTabs


class PairedScreen(CommandedScreen):
    """A screen composes `PaneTabs`, and gives each of its panes the class of its place."""

    PLACES: ClassVar[tuple[str, ...]] = ("first", "second")

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("pane.list", "pane.step", "pane.history", "pane.next")
    ]

    def __init__(self) -> None:
        """Be at the list."""
        super().__init__()
        self._at = 0
        self.actions |= {
            "pane.list": lambda: self.bring_up(0),
            "pane.step": lambda: self.bring_up(1),
            "pane.next": lambda: self.bring_up((self._at + 1) % len(self.PLACES)),
        }
        if len(self.PLACES) > 2:  # noqa: PLR2004 - the third key
            self.actions["pane.history"] = lambda: self.bring_up(2)
        self.add_class("-at-first")

    def focus_at(self, place: int) -> str:
        """The selector of the widget that takes the keys in a pane."""
        raise NotImplementedError

    def bring_up(self, place: int) -> None:
        """Go to a pane, counted from 0: where only one fits, it is this one."""
        self._at = place
        for number, name in enumerate(self.PLACES):
            self.set_class(number == place, f"-at-{name}")
        self.query_one(PaneTabs).mark(place)
        self.call_after_refresh(lambda: self.set_focus(self.query_one(self.focus_at(place))))

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.bring_up(1)
