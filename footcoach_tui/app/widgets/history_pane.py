"""What was done: this week, the run of weeks, and the last sessions."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList

from footcoach_tui.app.widgets.line import Line
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.coach.progress import Progress
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.words import minutes


class HistoryPane(Vertical):
    """The last sessions, to be opened, and a line to find others by."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop_finding", "Back", show=False),
    ]

    class Opened(Message):
        """A session was chosen, to look at it."""

        def __init__(self, session: str) -> None:
            """`session` is its id."""
            super().__init__()
            self.session = session

    class Sought(Message):
        """Somebody types what they look for; empty when they are done with it."""

        def __init__(self, words: str) -> None:
            """`words` is what stands in the line so far."""
            super().__init__()
            self.words = words

    def compose(self) -> ComposeResult:
        """Progress on top, then the line to find by, then the sessions."""
        yield Line(id="progress")
        yield Input(placeholder="find by routine, exercise, note", id="find")
        yield Line("No session yet. Your first one will stand here.", id="no-sessions")
        yield PaneList(id="sessions")

    def show(self, records: Iterable[SessionRecord], progress: Progress, today: date) -> None:
        """Show sessions, newest first."""
        rows = [(record.id, _row(record, today)) for record in records]
        self.query_one("#progress", Line).show("\n".join(progress.sentences))
        sessions = self.query_one(PaneList)
        sessions.fill(rows)
        sessions.display = bool(rows)
        nothing = self.query_one("#no-sessions", Line)
        nothing.display = not rows
        if self.has_class("-finding"):
            nothing.show("Nothing found.")

    def find(self) -> None:
        """Open the line to find by."""
        self.add_class("-finding")
        self.query_one(Input).focus()

    def action_stop_finding(self) -> None:
        """Close the line to find by, and show the last sessions again."""
        self.remove_class("-finding")
        self.query_one(Input).clear()
        self.query_one(PaneList).focus()

    @on(Input.Changed)
    def _sought(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Sought(event.value))

    @on(Input.Submitted)
    def _found(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(PaneList).focus()

    @on(OptionList.OptionSelected)
    def _opened(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id:
            self.post_message(self.Opened(event.option_id))


def _row(record: SessionRecord, today: date) -> Content:
    notes = [_when(record, today), minutes(record.seconds)]
    if record.partial:
        notes.append("partly")
    if record.speed != 1.0:
        notes.append(f"speed {record.speed:g}")
    if record.pain:
        notes.append(f"pain {record.pain}")
    return Content.assemble(record.title, ("\n" + " · ".join(notes), "$secondary"))


def _when(record: SessionRecord, today: date) -> str:
    day = record.started.date()
    if day == today:
        return f"today {record.started:%H:%M}"
    return f"{day:%a %d %b}" if day.year == today.year else f"{day:%d %b %Y}"
