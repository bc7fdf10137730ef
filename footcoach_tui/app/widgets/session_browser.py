"""A searchable list of sessions, with a heading."""

from collections.abc import Callable, Iterable
from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from footcoach_tui.app.cards.session import pain_style
from footcoach_tui.app.session_lists.search import toggle_pain_term
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.app.widgets.query_input import QueryInput
from footcoach_tui.history.query.completion import Vocabulary
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.text.durations import format_minutes, short_day

_MIN_COLUMNS_FOR_PAIN = 48


class SessionBrowser(Vertical):
    """Query, heading and list of sessions."""

    def __init__(
        self, vocabulary: Vocabulary, today: Callable[[], date], *, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._vocabulary = vocabulary
        self._today = today

    def compose(self) -> ComposeResult:
        yield QueryInput(self._vocabulary, self._today)
        yield TextLabel(id="heading")
        yield SessionList(id="sessions")

    @property
    def is_searching(self) -> bool:
        return self.query_one(QueryInput).is_open

    @property
    def selected(self) -> SessionRecord | None:
        return self.query_one(SessionList).selected

    @property
    def count(self) -> int:
        return self.query_one(SessionList).option_count

    def show(self, records: Iterable[SessionRecord]) -> None:
        self.query_one(SessionList).show(records, self._today())

    def set_heading(self, heading: str) -> None:
        self.query_one("#heading", TextLabel).show(heading, grows=True)

    def open_search(self) -> None:
        self.query_one(QueryInput).open()

    def toggle_pain(self) -> None:
        """Search for sessions with pain, or stop it."""
        query_input = self.query_one(QueryInput)
        query_input.set_query(toggle_pain_term(query_input.value))

    def close_search(self) -> None:
        """Close the query without a message."""
        self.query_one(QueryInput).set_query("")


class SessionList(PaneList, ResizeAware):
    """List of sessions, a line each."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._records: dict[str, SessionRecord] = {}
        self._today: date | None = None

    def show(self, records: Iterable[SessionRecord], today: date) -> None:
        self._records = {record.id: record for record in records}
        self._today = today
        self._list()

    def on_resize(self) -> None:
        self._list()

    def _list(self) -> None:
        if not self._today or not self.size.width:
            return
        roomy = self.size.width >= _MIN_COLUMNS_FOR_PAIN
        rows = (_session_row(record, self._today, roomy=roomy) for record in self._records.values())
        self.fill(list(zip(self._records, rows, strict=True)))

    @property
    def selected(self) -> SessionRecord | None:
        option = self.highlighted_option
        return self._records.get(option.id or "") if option else None


def _session_row(record: SessionRecord, today: date, *, roomy: bool = True) -> Content:
    """Line of a session, the least important last; `roomy` with a column for pain."""
    day = record.started.date()
    when = short_day(day, today)
    pain = f"pain {record.pain}" if record.pain else ""
    if roomy:
        when, length, pain = f"{when:<12}", f"{format_minutes(record.seconds):>6} ", f"{pain:<8}"
    else:
        when = f"{day:%d %b}" if day.year == today.year else f"{day:%b %Y}"
        when, length, pain = (
            f"{when:<9}",
            f"{format_minutes(record.seconds):>5} ",
            pain and f"{pain} ",
        )
    row = Content.assemble(
        (when, "$secondary"),
        length,
        ("◐ " if record.is_partial else "  ", "$warning"),
        (pain, pain_style(record.pain or 0)),
        record.title,
    )
    return row + Content.styled(f"  {record.note}", "$secondary") if record.note else row
