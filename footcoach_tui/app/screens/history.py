"""The history: a year's calendar, the sessions, and the selected one."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from footcoach_tui.app.cards.session import session_card
from footcoach_tui.app.commands.bindings import bindings
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.session_browse import SessionBrowseScreen
from footcoach_tui.app.screens.session_detail import SessionDetailScreen
from footcoach_tui.app.screens.trends import TrendsScreen
from footcoach_tui.app.session_lists.filter import SessionFilter
from footcoach_tui.app.session_lists.history_summary import HistorySummary
from footcoach_tui.app.session_lists.search import vocabulary_of
from footcoach_tui.app.widgets.calendar_view import CalendarView
from footcoach_tui.app.widgets.history_overview import HistoryOverview
from footcoach_tui.app.widgets.key_hints import KeyHints
from footcoach_tui.app.widgets.label import ResponsiveLabel, TextLabel
from footcoach_tui.app.widgets.pane import Pane, PaneTabs
from footcoach_tui.app.widgets.query_input import QueryInput
from footcoach_tui.app.widgets.session_browser import SessionBrowser, SessionList
from footcoach_tui.session.record import SessionRecord

_PANES = ("sessions", "opened", "calendar")
"""Widgets that take focus, in the order of the key for the next pane."""


class HistoryScreen(SessionBrowseScreen):
    """Calendar on top, sessions below it, the selected one beside them where it fits."""

    CSS_PATH = "../styles/history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            *("list.find", "history.pain", "history.trends", "history.edit", "history.add"),
            *("history.delete", "session.undo"),
            *("pane.list", "pane.step", "pane.history", "pane.next"),
        ),
        Binding("escape", "back", "Back", show=False),
    ]

    def __init__(self, app_context: AppContext) -> None:
        super().__init__(app_context)
        self._summary = HistorySummary()
        self.actions |= {
            "list.find": self._find,
            "history.pain": self._pain,
            "history.trends": self._trends,
            "pane.list": lambda: self.go_to("sessions"),
            "pane.step": lambda: self.go_to("calendar"),
            "pane.history": self._go_to_session,
            "pane.next": self._next_pane,
            "app.leave": self._leave,
        }

    def compose(self) -> ComposeResult:
        with Horizontal(id="head"):
            yield TextLabel("footcoach · History", id="title")
            yield PaneTabs(("Sessions", "Calendar"), id="tabs")
        with Pane("2 Calendar", id="overview-pane"):
            yield HistoryOverview(id="overview")
        with Horizontal(id="sessions-area"):
            with Pane("1 Sessions", id="sessions-pane"):
                vocabulary = vocabulary_of(self.app_context.catalogue)
                yield SessionBrowser(vocabulary, self.app_context.today, id="left")
            with Pane("3 Session", id="opened-pane"), VerticalScroll(id="opened"):
                yield ResponsiveLabel(id="session-card")
        yield KeyHints()

    def on_mount(self) -> None:
        self.go_to("sessions")

    def watch_focused(self, focused: Widget | None) -> None:
        """Highlight the frame of the pane that has the focus."""
        for pane in self.query(Pane):
            pane.set_active(is_active=focused is not None and pane in focused.ancestors)

    def selected_record(self) -> SessionRecord | None:
        return self._sessions.selected

    def go_to(self, pane: str) -> None:
        for name in _PANES:
            self.set_class(name == pane, f"-at-{name}")
        self.query_one(PaneTabs).mark(int(pane == "calendar"))
        widget = self.query_one(f"#{pane}")
        if widget.size.area:  # at once, for the keys that follow
            self.set_focus(widget)
        else:
            self.call_when_drawn(self.set_focus, widget)

    def action_back(self) -> None:
        """Go back to the latest sessions, or leave if they are shown."""
        if self.session_filter == SessionFilter() and not self._sessions.is_searching:
            self.dismiss()
        else:
            self._show_latest()

    def show_summary(self, summary: HistorySummary) -> None:
        self._summary = summary
        self.query_one(HistoryOverview).show(summary, self.app_context.today())
        self._show_heading()

    def show_sessions(self, sessions: tuple[SessionRecord, ...]) -> None:
        is_cut = len(sessions) >= self.limit
        self._sessions.show(sessions, is_cut=is_cut)
        if self.added_id:
            self._select_added(is_cut=is_cut)
        self._show_heading()
        self._show_selected()

    def _select_added(self, *, is_cut: bool) -> None:
        """Set the cursor on the session that was added, and read on until it is found."""
        if self._sessions.select(self.added_id):
            self.added_id = ""
        elif self.session_filter != SessionFilter():
            self._show_latest()
        elif is_cut:
            self.read_on()

    @property
    def _sessions(self) -> SessionBrowser:
        return self.query_one(SessionBrowser)

    def _show_heading(self) -> None:
        self._sessions.set_heading(
            self.session_filter.heading(self._sessions.count, self._summary.count, self.limit)
        )

    def _leave(self) -> None:
        self.dismiss()

    def _trends(self) -> None:
        self.app.push_screen(TrendsScreen(self.app_context))

    def _find(self) -> None:
        self.go_to("sessions")
        self.call_when_drawn(self._sessions.open_search)

    def _pain(self) -> None:
        self._sessions.toggle_pain()
        if self._sessions.is_searching:
            self.go_to("sessions")
        else:
            self._show_latest()

    @property
    def _shows_session(self) -> bool:
        """Whether there is room for the selected session beside the list."""
        return self.query_one("#opened-pane").display

    def _go_to_session(self) -> None:
        if self._shows_session:
            self.go_to("opened")
        else:
            self._open_session()

    def _next_pane(self) -> None:
        panes = [pane for pane in _PANES if pane != "opened" or self._shows_session]
        place = next((n for n, pane in enumerate(panes) if self.has_class(f"-at-{pane}")), 0)
        self.go_to(panes[(place + 1) % len(panes)])

    @on(QueryInput.QueryChanged)
    def _on_query(self, event: QueryInput.QueryChanged) -> None:
        self.set_filter(SessionFilter(text=event.text))

    @on(QueryInput.Closed)
    def _show_latest(self) -> None:
        self._sessions.close_search()
        self.set_filter(SessionFilter())
        self.go_to("sessions")

    @on(QueryInput.Submitted)
    @on(CalendarView.Selected)
    def _focus_list(self) -> None:
        self.go_to("sessions")

    @on(CalendarView.Moved)
    def _on_day_moved(self, event: CalendarView.Moved) -> None:
        self._sessions.close_search()
        self.set_filter(SessionFilter(cell=event.cell))

    @on(SessionList.EndReached)
    def _read_on(self) -> None:
        if self._sessions.count >= self.limit:
            self.read_on()

    @on(SessionList.LastWanted)
    def _read_all(self) -> None:
        self.read_on(to_end=True)

    @on(OptionList.OptionHighlighted, "#sessions")
    def _show_selected(self) -> None:
        record = self.selected_record()
        calendar = self.query_one(CalendarView)
        if record and not calendar.has_focus:
            calendar.go_to(record.started.date())
        self.show_card()
        self.query_one("#opened").scroll_home(animate=False)

    def show_card(self) -> None:
        record, exercises = self.selected_record(), self.app_context.catalogue.exercises
        has_details = self.has_details
        self.query_one(ResponsiveLabel).set_builder(
            lambda width: (
                session_card(record, width, exercises, has_details=has_details)
                if record
                else Content("")
            )
        )

    @on(OptionList.OptionSelected, "#sessions")
    def _open_session(self) -> None:
        record = self.selected_record()
        if record:
            self.app.push_screen(SessionDetailScreen(self.app_context, record))
