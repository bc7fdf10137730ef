"""The pane of routines: a filter above their list."""

from collections.abc import Callable, Collection, Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from footcoach_tui.app.session_lists.routine_filter import filter_groups
from footcoach_tui.app.session_lists.routine_groups import RoutineGroup
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.routine_list import RoutineList
from footcoach_tui.session.equipment import Kit

_MAX_LENGTH = 100


class RoutinePane(Vertical):
    """Routines in groups, all of them or those of a filter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "clear", "Back", show=False),
        Binding("down", "leave", "To the list", show=False),
    ]

    class Emptied(Message):
        """The filter has no hit."""

    def __init__(self, on_enter: Callable[[], None], kit: Kit = None) -> None:
        """`on_enter` is called by the key enter in the list; `kit` is the person's."""
        super().__init__()
        self._kit = kit
        self._choose = on_enter
        self._groups: tuple[RoutineGroup, ...] = ()
        self._favourites: Collection[str] = ()
        self._recent: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        yield Input(
            placeholder="a word, <=5m, kit:none …",
            max_length=_MAX_LENGTH,
            select_on_focus=False,
            id="filter",
        )
        yield TextLabel("Nothing found.", id="no-routines")
        yield RoutineList(on_enter=self._choose, id="routines")

    def show(
        self, groups: Iterable[RoutineGroup], favourites: Collection[str], recent: tuple[str, ...]
    ) -> None:
        """Show groups; see `RoutineList.show`."""
        self._groups, self._favourites, self._recent = tuple(groups), favourites, recent
        self._fill()

    def open_filter(self) -> None:
        self.add_class("-filtered")
        self.query_one(Input).focus()

    def action_clear(self) -> None:
        """Show all routines."""
        self.query_one(Input).clear()
        self.remove_class("-filtered")
        self._fill()
        self.query_one(RoutineList).focus()

    def action_leave(self) -> None:
        self.query_one(RoutineList).focus()

    @on(Input.Changed, "#filter")
    def _fill(self) -> None:
        routines, text = self.query_one(RoutineList), self.query_one(Input).value
        groups = filter_groups(self._groups, text, self._kit)
        routines.show(groups, self._favourites, self._recent)
        self.set_class(bool(text) and not groups, "-empty")
        if not groups:
            self.post_message(self.Emptied())

    @on(Input.Submitted, "#filter")
    def _focus_list(self) -> None:
        self.query_one(RoutineList).focus()
