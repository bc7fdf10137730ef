"""Marks of the person on routines: favourites, their order, and what the list hides."""

from collections.abc import Callable
from functools import partial

from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.base import AppScreen
from footcoach_tui.app.session_lists.routine_groups import Programme
from footcoach_tui.app.widgets.routine_list import RoutineList
from footcoach_tui.boundary.files import WriteError
from footcoach_tui.boundary.paths import PathError
from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.session.routine import Routine


class RoutineMarks:
    """Marks the selected routine of a list by keys, in a worker of the screen."""

    def __init__(
        self, screen: AppScreen[None], app_context: AppContext, show: Callable[[], None]
    ) -> None:
        """`show` fills the list anew, once a mark has been written."""
        self._screen = screen
        self._context = app_context
        self._show = show
        self.actions: dict[str, Callable[[], None]] = {
            "list.favourite": self._toggle_favourite,
            "list.hide": self._toggle_hidden,
            "list.later": partial(self._move_favourite, 1),
            "list.earlier": partial(self._move_favourite, -1),
        }

    @property
    def _list(self) -> RoutineList:
        return self._screen.query_one(RoutineList)

    def _toggle_favourite(self) -> None:
        if isinstance(self._list.entry, Routine):
            self._write(partial(self._context.favourites.toggle, self._list.entry.id))

    def _toggle_hidden(self) -> None:
        """Hide the routine, or all of a folded programme; or show it again."""
        entry = self._list.entry
        routines = entry.routines if isinstance(entry, Programme) else (entry,)
        ids = [each.id for each in routines if isinstance(each, Routine)]
        if entry and ids:
            is_hidden = set(ids) <= {*self._context.hidden.ids}
            what = "is listed again" if is_hidden else "is hidden; / and “hidden” shows it"
            self._write(partial(self._context.hidden.toggle, *ids), f"{entry.title} {what}.")

    def _move_favourite(self, places: int) -> None:
        listed, entry = self._list.listed("Favourites"), self._list.entry
        if not (isinstance(entry, Routine) and entry.id in listed):
            return
        beyond = listed.index(entry.id) + places
        if 0 <= beyond < len(listed):
            self._write(partial(self._context.favourites.move, entry.id, listed[beyond]))

    def _write(self, change: Callable[[], None], sentence: str = "") -> None:
        """Make a change, and then say a sentence, or why it failed."""

        def write() -> None:
            try:
                change()
            except (UnreadableError, PathError, WriteError) as error:
                self._screen.call_from_thread(self._screen.warn, f"{error}.")
            else:
                self._screen.call_from_thread(self._written, sentence)

        self._screen.run_worker(write, thread=True, group="marks")

    def _written(self, sentence: str) -> None:
        self._show()
        if sentence:
            self._screen.notify(sentence, markup=False, timeout=4)
