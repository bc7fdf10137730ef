"""The history pane: progress, the latest sessions, and a search."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList

from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.app.widgets.query_input import QueryInput
from footcoach_tui.coach.practice.weeks import TrainingProgress
from footcoach_tui.history.query.completion import Vocabulary
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.text.durations import format_minutes, short_day, shortest_day

_NO_SESSION = "No session yet. Your first will appear here."


class HistoryPane(Vertical):
    """List of sessions below the progress and a query."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close_search", "Back", show=False),
    ]

    class SessionSelected(Message):
        """A session was opened."""

        def __init__(self, record: SessionRecord) -> None:
            super().__init__()
            self.record = record

    def __init__(
        self, vocabulary: Vocabulary, today: Callable[[], date], *, id: str | None = None
    ) -> None:
        """Show nothing yet; `vocabulary` completes queries."""
        super().__init__(id=id)
        self._vocabulary = vocabulary
        self._today = today
        self._records: dict[str, SessionRecord] = {}
        self._newest: SessionRecord | None = None

    def compose(self) -> ComposeResult:
        yield TextLabel(id="progress")
        yield QueryInput(self._vocabulary, self._today)
        yield TextLabel(_NO_SESSION, id="no-sessions")
        yield PaneList(id="sessions")

    @property
    def text(self) -> str:
        """The query; empty without a search."""
        return self.query_one(QueryInput).text

    def show_progress(self, progress: TrainingProgress) -> None:
        self.query_one("#progress", TextLabel).show("\n".join(progress.sentences), grows=True)

    def show(self, records: Iterable[SessionRecord]) -> None:
        """Show sessions, newest first; the cursor goes to one that is newer than all before."""
        self._records = {record.id: record for record in records}
        today = self._today()
        sessions = self.query_one(PaneList)
        sessions.fill([(name, _row(record, today)) for name, record in self._records.items()])
        sessions.display = bool(self._records)
        if not self.text:
            self._go_to_newer(next(iter(self._records.values()), None))
        message = self.query_one("#no-sessions", TextLabel)
        message.display = not self._records
        message.show("Nothing found." if self.text else _NO_SESSION, grows=True)

    def _go_to_newer(self, newest: SessionRecord | None) -> None:
        before, self._newest = self._newest, newest
        if newest and before and newest.started > before.started:
            self.query_one(PaneList).highlighted = 0

    def open_search(self) -> None:
        self.query_one(QueryInput).open()

    def action_close_search(self) -> None:
        if self.query_one(QueryInput).is_open:
            self.query_one(QueryInput).action_close()

    @on(QueryInput.Submitted)
    @on(QueryInput.Closed)
    def _focus_list(self) -> None:
        self.query_one(PaneList).focus()

    @on(OptionList.OptionSelected)
    def _on_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        record = self._records.get(event.option_id or "")
        if record:
            self.post_message(self.SessionSelected(record))


def _row(record: SessionRecord, today: date) -> Content:
    day = record.started.date()
    when = shortest_day(day, today) if day.year == today.year else short_day(day, today)
    when += f" {record.started:%H:%M}" * (day == today)
    notes = [when, format_minutes(record.seconds) + " ◐" * record.is_partial]
    if record.speed != 1.0:
        notes.append(f"speed {record.speed:g}")
    if record.pain:
        notes.append(f"pain {record.pain}")
    return Content.assemble(record.title, ("\n" + " · ".join(notes), "$secondary"))
