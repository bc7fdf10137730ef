"""The history: a year by its days, the sessions, and the one that is chosen."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList

from footcoach_tui.app.cards.session_card import session_card
from footcoach_tui.app.keys.bindings import bindings
from footcoach_tui.app.lists.listing import LATEST, Wanted, heading
from footcoach_tui.app.lists.seeking import vocabulary_of
from footcoach_tui.app.lists.summing import Sums
from footcoach_tui.app.parts import Parts
from footcoach_tui.app.screens.listing import ListingScreen
from footcoach_tui.app.screens.session import SessionScreen
from footcoach_tui.app.screens.trends import TrendsScreen
from footcoach_tui.app.widgets.find_line import FindLine
from footcoach_tui.app.widgets.found_sessions import FoundSessions
from footcoach_tui.app.widgets.key_row import KeyRow
from footcoach_tui.app.widgets.line import Line, SizedLine
from footcoach_tui.app.widgets.overview import Overview
from footcoach_tui.app.widgets.pane_tabs import PaneTabs
from footcoach_tui.app.widgets.year_view import YearView
from footcoach_tui.session.record import SessionRecord

PANES = ("sessions", "opened", "calendar")
"""The widgets that take the keys, in the order that one goes through them."""


class HistoryScreen(ListingScreen):
    """Calendar on top, sessions below it, the chosen one beside them where there is room."""

    CSS_PATH = "../styles/history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            *("list.find", "history.pain", "history.trends", "history.edit", "history.add"),
            *("history.delete", "session.undo", "pane.list", "pane.step", "pane.next"),
        ),
        Binding("escape", "back", "Back", show=False),
    ]

    def __init__(self, parts: Parts) -> None:
        """`parts` is what the screen works with."""
        super().__init__(parts)
        self._sums = Sums()
        self.actions |= {
            "list.find": self._find,
            "history.pain": self._pain,
            "history.trends": self._trends,
            "pane.list": lambda: self.go_to("sessions"),
            "pane.step": lambda: self.go_to("calendar"),
            "pane.next": self._next_pane,
            "app.leave": self._leave,
        }

    def compose(self) -> ComposeResult:
        """Calendar, list, session."""
        yield Line("footcoach · History", id="title")
        yield PaneTabs(("Sessions", "Calendar"), id="tabs")
        yield Overview(id="overview")
        with Horizontal(id="below"):
            known = vocabulary_of(self.parts.catalogue)
            yield FoundSessions(known, self.parts.today, id="left")
            with VerticalScroll(id="opened"):
                yield SizedLine(id="session-card")
        yield KeyRow()

    def on_mount(self) -> None:
        """Be at the sessions."""
        self.go_to("sessions")

    def meant(self) -> SessionRecord | None:
        """The session one is at."""
        return self._sessions.chosen

    def go_to(self, pane: str) -> None:
        """Go to a pane; where there is room for one only, it is this one."""
        for one in PANES:
            self.set_class(one == pane, f"-at-{one}")
        self.query_one(PaneTabs).mark(int(pane == "calendar"))
        self.call_after_refresh(lambda: self.set_focus(self.query_one(f"#{pane}")))

    def action_back(self) -> None:
        """Go from what was found, or a day's sessions, to the last ones; from them, leave."""
        if self.wanted == LATEST and not self._sessions.is_looking:
            self.dismiss()
        else:
            self._all()

    def show_sums(self, sums: Sums) -> None:
        """Show what the history comes to."""
        self._sums = sums
        self.query_one(Overview).show(sums, self.parts.today())
        self._head()

    def show_sessions(self, found: tuple[SessionRecord, ...]) -> None:
        """List sessions, and open the one that is chosen."""
        self._sessions.show(found)
        self._head()
        self._open_beside()

    @property
    def _sessions(self) -> FoundSessions:
        return self.query_one(FoundSessions)

    def _head(self) -> None:
        self._sessions.head(heading(self.wanted, self._sessions.count, self._sums.count))

    def _leave(self) -> None:
        self.dismiss()

    def _trends(self) -> None:
        self.app.push_screen(TrendsScreen(self.parts))

    def _find(self) -> None:
        self.go_to("sessions")
        self.look()
        self.call_after_refresh(self._sessions.find)

    def _pain(self) -> None:
        self._sessions.find_pain()
        if self._sessions.is_looking:
            self.go_to("sessions")
        else:
            self._all()

    def _next_pane(self) -> None:
        able = [one for one in PANES if one != "opened" or self.query_one("#opened").display]
        at = next((n for n, one in enumerate(able) if self.has_class(f"-at-{one}")), 0)
        self.go_to(able[(at + 1) % len(able)])

    @on(FindLine.Sought)
    def _sought(self, event: FindLine.Sought) -> None:
        self.want(Wanted(text=event.text), is_looking=self._sessions.is_looking)

    @on(FindLine.PutAway)
    def _all(self) -> None:
        self._sessions.close()
        self.want(LATEST, is_looking=False)
        self.go_to("sessions")

    @on(FindLine.Left)
    @on(YearView.Chosen)
    def _to_list(self) -> None:
        self.go_to("sessions")

    @on(YearView.Moved)
    def _walked(self, event: YearView.Moved) -> None:
        self._sessions.close()
        self.want(Wanted(cell=event.cell), is_looking=False)

    @on(OptionList.OptionHighlighted, "#sessions")
    def _open_beside(self) -> None:
        record = self.meant()
        calendar = self.query_one(YearView)
        if record and not calendar.has_focus:
            calendar.follow(record.started.date())
        card = partial(session_card, record) if record else _nothing
        self.query_one(SizedLine).make(card)
        self.query_one("#opened").scroll_home(animate=False)

    @on(OptionList.OptionSelected, "#sessions")
    def _open(self) -> None:
        record = self.meant()
        if record:
            self.app.push_screen(SessionScreen(self.parts, record))


def _nothing(_: int) -> Content:
    """What stands where no session is chosen."""
    return Content("")
