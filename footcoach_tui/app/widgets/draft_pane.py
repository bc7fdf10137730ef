"""The steps of a routine that is composed, and below them the values of the chosen one."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from footcoach_tui.app.cards.draft import NO_STEPS, field_lines
from footcoach_tui.app.cards.preview import step_line
from footcoach_tui.app.commands.bindings import list_bindings
from footcoach_tui.app.widgets.label import ResponsiveLabel
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.app.widgets.wrapped_text import WrappedText

if TYPE_CHECKING:  # they import pydantic, which is loaded in a worker
    from footcoach_tui.authoring.composition import Composition
    from footcoach_tui.authoring.draft_fields import StepField

_PADDING = 3
"""Columns of a row's padding and of the scrollbar."""


class StepChoice(PaneList):
    """List of steps whose own arrows give way to those of the composer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *list_bindings("compose.value", "compose.value_back"),
    ]


class DraftPane(Vertical, ResizeAware):
    """List of steps, and the values of the chosen step, of which one is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._composition: Composition | None = None
        self._field = 0
        self._chosen = ("", 0)
        """Key and part of the chosen value: it stays chosen in another step that has it."""

    def compose(self) -> ComposeResult:
        yield WrappedText(NO_STEPS, id="no-steps")
        yield StepChoice(id="draft-steps")
        yield ResponsiveLabel(id="step-values")

    @property
    def place(self) -> int:
        """Place of the chosen step, counted from 0; -1 without steps."""
        place = self.query_one(PaneList).highlighted
        return -1 if place is None else place

    @property
    def field(self) -> "StepField | None":
        """Chosen value of the chosen step."""
        fields = self._fields
        return fields[self._field] if fields else None

    def show(self, composition: "Composition", place: int | None = None) -> None:
        """Show a draft; `place` is the step to choose, or the one that is chosen."""
        place = self.place if place is None else place
        self._composition = composition
        self._fill()
        steps = self.query_one(PaneList)
        count = len(composition.draft.steps)
        self.set_class(count == 0, "-empty")
        steps.highlighted = min(max(place, 0), count - 1) if count else None
        self._show_fields()

    def choose_field(self, by: int) -> None:
        """Choose the next value, or the one before."""
        if fields := self._fields:
            self._field = (self._field + by) % len(fields)
            self._chosen = _key(fields[self._field])
            self._show_fields()

    def on_resize(self) -> None:
        self._fill()

    @property
    def _fields(self) -> "tuple[StepField, ...]":
        return self._composition.fields(self.place) if self._composition else ()

    def _fill(self) -> None:
        routine = self._composition.routine if self._composition else None
        steps = routine.steps if routine else ()
        columns = self.size.width - _PADDING
        rows: list[tuple[str, Content]] = [
            (f"step-{number}", step_line(number, step, columns))
            for number, step in enumerate(steps, 1)
        ]
        self.query_one(PaneList).fill(rows)

    @on(OptionList.OptionHighlighted, "#draft-steps")
    def _show_fields(self) -> None:
        fields = self._fields
        keys = [*map(_key, fields)]
        self._field = keys.index(self._chosen) if self._chosen in keys else 0
        chosen = self._field
        self.query_one(ResponsiveLabel).set_builder(
            lambda columns: field_lines(fields, chosen, columns)
        )


def _key(field: "StepField") -> tuple[str, int]:
    return field.key, field.part or 0
