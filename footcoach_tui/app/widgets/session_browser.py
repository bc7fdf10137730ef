"""Sessions in a list, what they are over it, and the line to find others by."""

from collections.abc import Callable, Iterable
from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical

from footcoach_tui.app.session_lists.search import toggle_pain_term
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.query_input import QueryInput
from footcoach_tui.app.widgets.session_list import SessionList
from footcoach_tui.history.query.completion import Vocabulary
from footcoach_tui.session.record import SessionRecord


class SessionBrowser(Vertical):
    """Shows what it is handed."""

    def __init__(
        self, vocabulary: Vocabulary, today: Callable[[], date], *, id: str | None = None
    ) -> None:
        """`vocabulary` is what the words one looks for can be completed to."""
        super().__init__(id=id)
        self._vocabulary = vocabulary
        self._today = today

    def compose(self) -> ComposeResult:
        """The line, the heading, the list."""
        yield QueryInput(self._vocabulary, self._today)
        yield TextLabel(id="heading")
        yield SessionList(id="sessions")

    @property
    def is_searching(self) -> bool:
        """Whether the line to find by is open."""
        return self.query_one(QueryInput).is_open

    @property
    def selected(self) -> SessionRecord | None:
        """The session one is at."""
        return self.query_one(SessionList).selected

    @property
    def count(self) -> int:
        """How many sessions are listed."""
        return self.query_one(SessionList).option_count

    def show(self, records: Iterable[SessionRecord]) -> None:
        """List sessions."""
        self.query_one(SessionList).show(records, self._today())

    def set_heading(self, heading: str) -> None:
        """Say what is listed."""
        self.query_one("#heading", TextLabel).show(heading, grows=True)

    def open_search(self) -> None:
        """Open the line to find by."""
        self.query_one(QueryInput).open()

    def toggle_pain(self) -> None:
        """Look for sessions with pain, or, where one did, no more."""
        line = self.query_one(QueryInput)
        line.set_query(toggle_pain_term(line.value))

    def close_search(self) -> None:
        """Close the line, and tell nobody."""
        self.query_one(QueryInput).set_query("")
