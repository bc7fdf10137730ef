"""Exercises to choose from, with a line to find them and orders as in the library."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList

from footcoach_tui.app.commands.bindings import list_bindings
from footcoach_tui.app.session_lists.exercise_groups import ExerciseOrder, group_exercises
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.session.dose import CountUp, Measurement
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.length import dose_seconds
from footcoach_tui.text.durations import format_minutes

_SEPARATOR = "/"
_PADDING = 3
"""Columns of a row's padding and of the scrollbar."""

_MAX_LENGTH = 100


class _ExerciseList(PaneList):
    NEEDS_SECOND_CLICK = True
    BINDINGS: ClassVar[list[BindingType]] = [
        *list_bindings("compose.value", "compose.value_back"),
    ]


class ExercisePicker(Vertical, ResizeAware):
    """List of exercises below a line to find them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "leave", "To the list", show=False),
    ]

    def __init__(self, on_enter: Callable[[], None]) -> None:
        """`on_enter` is called by the key enter in the list."""
        super().__init__()
        self._choose = on_enter
        self._exercises: tuple[Exercise, ...] = ()
        self._order = ExerciseOrder.NAME

    def compose(self) -> ComposeResult:
        yield Input(
            placeholder="name, ball, seated, toes …",
            max_length=_MAX_LENGTH,
            select_on_focus=False,
            id="filter",
        )
        yield TextLabel("Nothing found.", id="no-exercises")
        yield _ExerciseList(on_enter=self._choose, id="draft-exercises")
        yield WrappedText(id="picked")

    @property
    def list(self) -> PaneList:
        return self.query_one(PaneList)

    @property
    def exercise(self) -> Exercise | None:
        """Exercise of the highlighted row."""
        option = self.list.highlighted_option
        name = (option.id or "").rpartition(_SEPARATOR)[2] if option else ""
        return next((each for each in self._exercises if each.id == name), None)

    @property
    def order(self) -> ExerciseOrder:
        return self._order

    def show(self, exercises: Iterable[Exercise]) -> None:
        self._exercises = tuple(exercises)
        self._fill()

    def next_order(self) -> None:
        self._order = self._order.next
        self._fill()

    def open_filter(self) -> None:
        self.add_class("-filtered")
        self.query_one(Input).focus()
        self.query_one(Input).select_all()

    def close_filter(self) -> bool:
        """Show all exercises; return whether some were hidden."""
        was_open = self.has_class("-filtered")
        self.remove_class("-filtered")
        if was_open:
            self.query_one(Input).clear()
            self.list.focus()
        return was_open

    def action_leave(self) -> None:
        self.list.focus()

    def on_resize(self) -> None:
        self._fill()

    @on(Input.Changed, "#filter")
    def _fill(self) -> None:
        words = self.query_one(Input).value
        groups = tuple(group_exercises(self._exercises, self._order, words))
        rows: list[tuple[str, Content]] = []
        for heading, group in groups:
            if self._order is not ExerciseOrder.NAME:
                rows.append((heading, Content.styled(heading, "bold")))
            found = sorted(group, key=lambda each: (_is_test(each), not _is_named(each, words)))
            rows.extend((f"{heading}{_SEPARATOR}{each.id}", self._row(each)) for each in found)
        self.list.fill(rows, {heading for heading, _ in groups})
        self.set_class(bool(words) and not rows, "-empty")
        if words and rows:  # the cursor of another search would hide what was found first
            self.list.action_first()

    def _row(self, exercise: Exercise) -> Content:
        length = f"{format_minutes(dose_seconds(exercise.dose)):>6}"
        room = max(self.size.width - _PADDING - len(length), 8)
        name = Content(exercise.name).truncate(room, ellipsis=True)
        return name.pad_right(room - name.cell_length) + Content.styled(length, "$secondary")

    @on(OptionList.OptionHighlighted)
    def _show_picked(self) -> None:
        """Show all of the name, and what is needed: a row may have cut it."""
        if each := self.exercise:
            kit = ", ".join(each.equipment) or "no equipment"
            text = f"{each.name}\n{each.position} · {kit} · level {each.level.value}"
            self.query_one("#picked", WrappedText).show(text, grows=True)

    @on(Input.Submitted, "#filter")
    def _focus_list(self) -> None:
        self.list.focus()


def _is_named(exercise: Exercise, words: str) -> bool:
    """Whether the name of an exercise has all words: then it is what was meant."""
    return all(word in exercise.name.casefold() for word in words.casefold().split())


def _is_test(exercise: Exercise) -> bool:
    """Whether an exercise is a self-test, which few routines have: those come last."""
    return isinstance(exercise.dose.work, CountUp | Measurement)
