"""Dialog to pick the routine of a session done elsewhere."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from footcoach_tui.app.screens.base import Dialog
from footcoach_tui.app.widgets.clickable_hint import clickable_hint
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.library.catalogue import Catalogue
from footcoach_tui.session.length import routine_seconds
from footcoach_tui.session.routine import Routine
from footcoach_tui.text.durations import format_minutes


class RoutinePicker(Dialog[Routine | None]):
    """List of routines; returns the picked one, or None."""

    CSS_PATH = "../styles/history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "cancel", "Back", key_display="esc"),
    ]

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._routines = catalogue.routines

    def compose(self) -> ComposeResult:
        with Vertical(id="choice") as choice:
            choice.border_subtitle = clickable_hint("enter choose · j k move · esc back")
            yield TextLabel(Content.styled("What did you do?", "bold $accent"), id="form-title")
            yield PaneList(id="choices")

    def on_mount(self) -> None:
        rows = [(name, _row(routine)) for name, routine in self._routines.items()]
        self.query_one(PaneList).fill(rows)
        self.query_one(PaneList).focus()

    def action_cancel(self) -> None:
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._routines[event.option_id or ""])


def _row(routine: Routine) -> Content:
    length = format_minutes(routine_seconds(routine))
    return Content.assemble((f"{length:>6}  ", "$secondary"), routine.title)
