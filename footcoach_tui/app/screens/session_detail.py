"""A session of the history, with all its sets."""

from functools import partial
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from footcoach_tui.app.cards.session import session_card
from footcoach_tui.app.commands.bindings import bindings
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.begin import begin_routine
from footcoach_tui.app.screens.history_edit import HistoryEditScreen
from footcoach_tui.app.widgets.key_hints import KeyHints
from footcoach_tui.app.widgets.label import ResponsiveLabel, TextLabel
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.session.record import SessionRecord


class SessionDetailScreen(HistoryEditScreen):
    """Screen of one session, closed when the session is deleted."""

    CSS_PATH = "../styles/history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("history.edit", "history.delete", "session.undo"),
        Binding("enter", "play_again", "Play again", key_display="enter"),
        Binding("escape", "back", "Back", key_display="esc"),
        Binding("j,down", "go(1)", "Down", show=False),
        Binding("k,up", "go(-1)", "Up", show=False),
        Binding("g,home", "go(-100000)", "Top", show=False),
        Binding("G,end", "go(100000)", "Bottom", show=False),
        Binding("pagedown,space", "go(10)", "Page down", show=False),
        Binding("pageup", "go(-10)", "Page up", show=False),
    ]

    def __init__(self, app_context: AppContext, record: SessionRecord) -> None:
        super().__init__(app_context)
        self.record = record
        del self.actions["history.add"]
        self.actions["app.leave"] = self.action_back

    def compose(self) -> ComposeResult:
        yield TextLabel("footcoach · History · a session", id="title")
        with VerticalScroll(id="opened"):
            yield ResponsiveLabel(id="session-card")
        yield KeyHints()

    def on_mount(self) -> None:
        self._show(self.record)

    def selected_record(self) -> SessionRecord:
        return self.record

    def reload(self) -> None:
        self._read()

    def action_go(self, lines: int) -> None:
        self.query_one("#opened").scroll_relative(y=lines, animate=False)

    def action_play_again(self) -> None:
        """Begin the routine of the session, in the place of this screen."""
        routine = self.app_context.catalogue.routines.get(self.record.routine)
        if routine is None:
            message = "The routine of this session is not in the library any more."
            self.app.notify(message, severity="warning", markup=False)
            return
        app = self.app
        self.dismiss()
        begin_routine(app, self.app_context, routine, self.record.context)

    def show_card(self) -> None:
        self._show(self.record)

    @work(thread=True, exclusive=True, group="session")
    def _read(self) -> None:
        try:
            record = self.app_context.history.get(self.record.id)
        except HistoryError:
            record = None
        self.call_from_thread(self._show, record)

    def _show(self, record: SessionRecord | None) -> None:
        if record is None:
            self.dismiss()
            return
        self.record = record
        self.query_one(ResponsiveLabel).set_builder(
            partial(
                session_card,
                record,
                exercises=self.app_context.catalogue.exercises,
                has_details=self.has_details,
            )
        )
