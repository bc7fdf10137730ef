"""Easier exercises for a step before the start: chosen for today, or from now on."""

from typing import ClassVar, NamedTuple

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
from footcoach_tui.session.routine import Step

_TODAY, _ALWAYS, _BACK = "today", "from now on", "back"


class EasierChoice(NamedTuple):
    """Easier step that was chosen, and whether from now on; no step: back to the routine's own."""

    step: Step | None
    is_for_good: bool = False


class EasierDialog(Dialog[EasierChoice | None]):
    """List of easier exercises, each for today and from now on."""

    CSS_PATH = "../styles/history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "cancel", "Back", key_display="esc"),
    ]

    def __init__(self, name: str, steps: tuple[Step, ...], origin: str) -> None:
        """`origin` is the exercise that the routine itself has there; "" if it is this one."""
        super().__init__()
        self._heading = f"In place of: {name}"
        self._choices: dict[str, EasierChoice] = {}
        for number, step in enumerate(steps):
            self._choices[f"{number} {_TODAY}"] = EasierChoice(step)
            self._choices[f"{number} {_ALWAYS}"] = EasierChoice(step, is_for_good=True)
        if origin:
            self._choices[_BACK] = EasierChoice(None, is_for_good=True)
        self._origin = origin

    def compose(self) -> ComposeResult:
        with Vertical(id="choice") as choice:
            choice.border_subtitle = clickable_hint("enter choose · j k move · esc back")
            yield TextLabel(Content.styled(self._heading, "bold $accent"), id="form-title")
            yield PaneList(id="choices")

    def on_mount(self) -> None:
        rows = [(key, self._row(key, choice)) for key, choice in self._choices.items()]
        self.query_one(PaneList).fill(rows)
        self.query_one(PaneList).focus()

    def _row(self, key: str, choice: EasierChoice) -> Content:
        if choice.step is None:
            return Content(f"From the next time on {self._origin}, as the routine has it")
        when = _ALWAYS if key.endswith(_ALWAYS) else _TODAY
        return Content.assemble(choice.step.exercise.name, (f"  {when}", "$secondary"))

    def action_cancel(self) -> None:
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._choices[event.option_id or ""])
