"""Three panes side by side where there is room, one or two of them where there is not."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.worker import get_current_worker

from footcoach_tui.app.keys.bindings import bindings
from footcoach_tui.app.lists.seeking import Seeker, vocabulary_of
from footcoach_tui.app.parts import Parts
from footcoach_tui.app.screens.commanded import CommandedScreen
from footcoach_tui.app.screens.session import SessionScreen
from footcoach_tui.app.widgets.find_line import FindLine
from footcoach_tui.app.widgets.fitted_line import FittedLine
from footcoach_tui.app.widgets.history_pane import HistoryPane
from footcoach_tui.app.widgets.key_row import KeyRow
from footcoach_tui.app.widgets.pane import Pane
from footcoach_tui.app.widgets.pane_tabs import PaneTabs
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.coach.progress import Progress, progress
from footcoach_tui.session.record import SessionRecord

SHOWN_SESSIONS = 50
PANES = ("list", "step", "history")

_THREE_PANES = frozenset({"-wide", "-ample", "-grand"})
"""The classes of a screen with room for all panes, whichever one has the keys."""


class PanesScreen(CommandedScreen):
    """The frame of the main screens: a title, a list, a step, the history, and the keys.

    A screen fills `list_pane` and `step_pane`.
    """

    CSS_PATH = ["../styles/panes.tcss", "../styles/far.tcss"]  # noqa: RUF012 - as Textual has it
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("pane.list", "pane.step", "pane.history", "pane.next", "list.find"),
    ]

    def __init__(self, parts: Parts) -> None:
        """`parts` is what the screen works with."""
        super().__init__()
        self.parts = parts
        self._told: set[Problem] = set()
        self._seeker = Seeker(parts.history, parts.today)
        self.actions |= {
            "pane.list": lambda: self.go_to("list"),
            "pane.step": lambda: self.go_to("step"),
            "pane.history": lambda: self.go_to("history"),
            "pane.next": self._next_pane,
            "list.find": self._find,
        }

    def list_pane(self) -> Widget:
        """The widget on the left."""
        raise NotImplementedError

    def step_pane(self) -> Widget:
        """The widget in the middle."""
        raise NotImplementedError

    def focus_of(self, pane: str) -> Widget | None:
        """The widget that takes the keys when one goes to a pane; None where there is none."""
        able = self.query_one(f"#{pane}-pane").query("PaneList, StepPane, #card")
        return next((widget for widget in able if widget.display), None)

    def compose(self) -> ComposeResult:
        """Title, three panes, keys."""
        yield FittedLine("footcoach", needed=2, id="title")
        yield PaneTabs(self.pane_names(), id="tabs")
        with Horizontal(id="panes"):
            with self._pane("list"):
                yield self.list_pane()
            with self._pane("step"):
                yield self.step_pane()
            with self._pane("history"):
                known = vocabulary_of(self.parts.catalogue)
                yield HistoryPane(known, self.parts.today, id="history")
        yield KeyRow()

    def on_mount(self) -> None:
        """Read the history."""
        self.read_history()

    def pane_names(self) -> tuple[str, str, str]:
        """What stands over the panes."""
        return "Routines", "Routine", "History"

    def bring_up(self, pane: str) -> None:
        """See that a pane is shown; where only one fits, it is this one."""
        # At once, and styled only where it matters: it would be all of the screen.
        is_alone = _THREE_PANES.isdisjoint(self.classes)
        self.update_classes({f"-at-{one}": one == pane for one in PANES}, update=is_alone)
        self.query_one(PaneTabs).mark(PANES.index(pane))

    def go_to(self, pane: str) -> None:
        """Go to a pane: it is shown and takes the keys."""
        self.bring_up(pane)
        if _THREE_PANES.isdisjoint(self.classes):
            self.call_after_refresh(lambda: self.set_focus(self.focus_of(pane)))
        else:
            self.set_focus(self.focus_of(pane))

    def watch_focused(self, focused: Widget | None) -> None:
        """Light the frame of the pane that has the keys."""
        for pane in self.query(Pane):
            pane.light(is_lit=focused is not None and pane in focused.ancestors)

    def _pane(self, pane: str) -> Pane:
        place = PANES.index(pane)
        return Pane(f"{place + 1} {self.pane_names()[place]}", id=f"{pane}-pane")

    def read_history(self) -> None:
        """Read how the weeks go, and the sessions that are listed, off the screen's thread."""
        self._seeker.forget()
        self._add_up()
        self._list(self.query_one(HistoryPane).text)

    @work(thread=True, exclusive=True, group="progress")
    def _add_up(self) -> None:
        days = self.parts.history.days()
        seen = progress(days, self.parts.today(), self.parts.settings.week_goal)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._tell_progress, seen, self.parts.history.problems)

    @work(thread=True, exclusive=True, group="history")
    def _list(self, text: str) -> None:
        """Read the last sessions, or those a query finds; dropped when another is typed by then."""
        worker = get_current_worker()
        history = self.parts.history
        found: tuple[SessionRecord, ...] | None = (
            self._seeker.seek(text, SHOWN_SESSIONS, lambda: worker.is_cancelled)
            if text
            else history.last(SHOWN_SESSIONS)
        )
        if found is not None and not worker.is_cancelled:
            self.app.call_from_thread(self.query_one(HistoryPane).show, found)

    def _tell_progress(self, seen: Progress, problems: tuple[Problem, ...]) -> None:
        self.query_one(HistoryPane).tell(seen)
        for problem in problems:
            if problem not in self._told:
                self._told.add(problem)
                self.notify(str(problem), severity="warning", markup=False, timeout=10)

    def _next_pane(self) -> None:
        at = next((n for n, pane in enumerate(PANES) if self.has_class(f"-at-{pane}")), 0)
        self.go_to(PANES[(at + 1) % len(PANES)])

    @work(thread=True, exclusive=True, group="ahead")
    def _read_ahead(self) -> None:
        worker = get_current_worker()
        self._seeker.read_ahead(lambda: worker.is_cancelled)

    def _find(self) -> None:
        self.bring_up("history")
        self._seeker.open()
        self._read_ahead()
        self.call_after_refresh(self.query_one(HistoryPane).find)

    @on(FindLine.Sought)
    def _sought(self, event: FindLine.Sought) -> None:
        self._list(event.text)

    @on(FindLine.PutAway)
    def _found(self) -> None:
        self._seeker.close()
        self._list("")

    @on(HistoryPane.Opened)
    def _opened(self, event: HistoryPane.Opened) -> None:
        self.app.push_screen(SessionScreen(self.parts, event.record))
