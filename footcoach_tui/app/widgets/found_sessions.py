"""Sessions in a list, what they are over it, and the line to find others by."""

from collections.abc import Callable, Iterable
from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical

from footcoach_tui.app.lists.seeking import with_pain
from footcoach_tui.app.widgets.find_line import FindLine
from footcoach_tui.app.widgets.line import Line
from footcoach_tui.app.widgets.session_list import SessionList
from footcoach_tui.history.query.completion import Vocabulary
from footcoach_tui.session.record import SessionRecord


class FoundSessions(Vertical):
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
        yield FindLine(self._vocabulary, self._today)
        yield Line(id="heading")
        yield SessionList(id="sessions")

    @property
    def is_looking(self) -> bool:
        """Whether the line to find by is open."""
        return self.query_one(FindLine).is_open

    @property
    def chosen(self) -> SessionRecord | None:
        """The session one is at."""
        return self.query_one(SessionList).chosen

    @property
    def count(self) -> int:
        """How many sessions are listed."""
        return self.query_one(SessionList).option_count

    def show(self, records: Iterable[SessionRecord]) -> None:
        """List sessions."""
        self.query_one(SessionList).show(records, self._today())

    def head(self, heading: str) -> None:
        """Say what is listed."""
        self.query_one("#heading", Line).show(heading, grows=True)

    def find(self) -> None:
        """Open the line to find by."""
        self.query_one(FindLine).open()

    def find_pain(self) -> None:
        """Look for sessions with pain, or, where one did, no more."""
        line = self.query_one(FindLine)
        line.put(with_pain(line.value))

    def close(self) -> None:
        """Close the line, and tell nobody."""
        self.query_one(FindLine).put("")
