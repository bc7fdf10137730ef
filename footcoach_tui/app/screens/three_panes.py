"""Base screen of three panes: a list, a step and the history."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from footcoach_tui.app.cards.sections import card
from footcoach_tui.app.commands.bindings import bindings
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.base import CommandScreen
from footcoach_tui.app.widgets.key_hints import KeyHints
from footcoach_tui.app.widgets.pane import Pane, PaneTabs
from footcoach_tui.app.widgets.priority_label import PriorityLabel
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.text.descriptions import describe_exercise

_PANES = ("list", "step", "history")

_THREE_PANES = frozenset({"-wide", "-ample", "-grand"})
"""Classes of a screen with room for all panes."""


class ThreePaneScreen(CommandScreen):
    """Title, list, step, history and key hints; narrow screens show one or two panes.

    A screen fills `list_pane`, `step_pane` and `history_pane`.
    """

    CSS_PATH = ["../styles/panes.tcss", "../styles/distance_view.tcss"]  # noqa: RUF012 - as Textual has it
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("pane.list", "pane.step", "pane.history", "pane.next"),
    ]

    def __init__(self, app_context: AppContext) -> None:
        super().__init__()
        self.app_context = app_context
        self.actions |= {
            "pane.list": lambda: self.go_to("list"),
            "pane.step": lambda: self.go_to("step"),
            "pane.history": lambda: self.go_to("history"),
            "pane.next": self._next_pane,
        }

    def list_pane(self) -> Widget:
        raise NotImplementedError

    def step_pane(self) -> Widget:
        raise NotImplementedError

    def history_pane(self) -> Widget:
        raise NotImplementedError

    def top_widgets(self) -> Iterable[Widget]:
        """Return what stands between the title and the panes."""
        return ()

    def focus_target(self, pane: str) -> Widget | None:
        """Widget to focus in a pane; None if there is none."""
        widgets = self.query_one(f"#{pane}-pane").query("PaneList, StepPane, #card")
        return next((widget for widget in widgets if widget.display), None)

    def exercise_card(self, exercise: Exercise) -> Content:
        """How and why of an exercise."""
        names = {each.id: each.name for each in self.app_context.catalogue.exercises.values()}
        return card(describe_exercise(exercise, names), exercise.name)

    def compose(self) -> ComposeResult:
        yield PriorityLabel("footcoach", needed=2, id="title")
        yield from self.top_widgets()
        yield PaneTabs(self.pane_names(), id="tabs")
        with Horizontal(id="panes"):
            with self._pane("list"):
                yield self.list_pane()
            with self._pane("step"):
                yield self.step_pane()
            with self._pane("history"):
                yield self.history_pane()
        yield KeyHints()

    def pane_names(self) -> tuple[str, str, str]:
        return "Routines", "Routine", "History"

    def show_pane(self, pane: str) -> None:
        """Show a pane; where only one fits, it is this one."""
        # Styles are updated only if the layout depends on them: the whole screen would be styled.
        is_alone = _THREE_PANES.isdisjoint(self.classes)
        self.update_classes({f"-at-{name}": name == pane for name in _PANES}, update=is_alone)
        self.query_one(PaneTabs).mark(_PANES.index(pane))

    def go_to(self, pane: str) -> None:
        self.show_pane(pane)
        if _THREE_PANES.isdisjoint(self.classes):
            self.call_when_drawn(lambda: self.set_focus(self.focus_target(pane)))
        else:
            self.set_focus(self.focus_target(pane))

    def watch_focused(self, focused: Widget | None) -> None:
        for pane in self.query(Pane):
            pane.set_active(is_active=focused is not None and pane in focused.ancestors)

    def _pane(self, pane: str) -> Pane:
        place = _PANES.index(pane)
        return Pane(f"{place + 1} {self.pane_names()[place]}", id=f"{pane}-pane")

    def _next_pane(self) -> None:
        place = next((n for n, pane in enumerate(_PANES) if self.has_class(f"-at-{pane}")), 0)
        self.go_to(_PANES[(place + 1) % len(_PANES)])
