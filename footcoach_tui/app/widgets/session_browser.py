"""A searchable list of sessions, with a heading, and a line above each week but the present one."""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import groupby

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from footcoach_tui.app.cards.session import pain_style
from footcoach_tui.app.session_lists.search import toggle_pain_term
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.app.widgets.query_input import QueryInput
from footcoach_tui.coach.practice.weeks import ONE_WEEK, monday_of
from footcoach_tui.history.query.completion import Vocabulary
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.text.durations import (
    SHORT_DAYS,
    counted,
    format_minutes,
    short_day,
    shortest_day,
)

_MIN_COLUMNS_FOR_PAIN = 48
_LINE_STYLE = "$text-muted not bold"


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
        return self.query_one(SessionList).count

    def show(self, records: Iterable[SessionRecord], *, is_cut: bool = False) -> None:
        """Show sessions; `is_cut` if there may be older ones."""
        self.query_one(SessionList).show(records, self._today(), is_cut=is_cut)

    def select(self, session_id: str) -> bool:
        """Set the cursor on a session; returns whether it is in the list."""
        return self.query_one(SessionList).select(session_id)

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

    class EndReached(Message):
        """The cursor is on the last session of a list that may go on."""

    class LastWanted(Message):
        """The cursor goes to the last session of all, once those between are read."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._records: dict[str, SessionRecord] = {}
        self._today: date | None = None
        self._is_cut = False
        self._end_id = ""
        """Where the cursor was when the last session of all was wanted."""

    def show(self, records: Iterable[SessionRecord], today: date, *, is_cut: bool = False) -> None:
        self._records = {record.id: record for record in records}
        self._today = today
        self._is_cut = is_cut
        self._list()
        if self._end_id and self.selected and self.selected.id == self._end_id:
            super().action_last()
        self._end_id = ""

    def action_last(self) -> None:
        if self._is_cut:
            self._end_id = next(reversed(self._records))
            self.post_message(self.LastWanted())
        super().action_last()

    def on_resize(self) -> None:
        self._list()

    def _list(self) -> None:
        if not self._today or not self.size.width:
            return
        roomy = self.size.width >= _MIN_COLUMNS_FOR_PAIN
        rows: list[tuple[str, Content]] = []
        headings: list[str] = []
        weeks = [
            (monday, list(records))
            for monday, records in groupby(self._records.values(), _monday_of_record)
        ]
        for place, (monday, records) in enumerate(weeks, start=1):
            has_totals = not self._is_cut or place < len(weeks)  # the last week may go on
            if len(weeks) > 1 and monday != monday_of(self._today):
                headings.append(f"week {monday}")
                totals = f": {_totals(records)}" if has_totals else ""
                rows.append((headings[-1], _week_row(monday, totals, self._today)))
            rows += [(each.id, _session_row(each, self._today, roomy=roomy)) for each in records]
        if self._is_cut:
            headings.append("more")
            rows.append(("more", Content.styled("── older sessions follow ──", _LINE_STYLE)))
        self.fill(rows, headings)

    def watch_highlighted(self, highlighted: int | None) -> None:
        super().watch_highlighted(highlighted)
        is_last = highlighted == self.option_count - 2  # the last row is the line below
        if self._is_cut and is_last and not self._end_id:
            self.post_message(self.EndReached())

    @property
    def count(self) -> int:
        return len(self._records)

    def select(self, session_id: str) -> bool:
        """Set the cursor on a session; returns whether it is in the list."""
        is_listed = session_id in self._records
        if is_listed and self.option_count:
            self.highlighted = self.get_option_index(session_id)
        return is_listed

    @property
    def selected(self) -> SessionRecord | None:
        option = self.highlighted_option
        return self._records.get(option.id or "") if option else None


def _session_row(record: SessionRecord, today: date, *, roomy: bool = True) -> Content:
    """Line of a session, the least important last; `roomy` with a column for pain."""
    when = _moment(record, today) if roomy else shortest_day(record.started.date(), today)
    pain = f"pain {record.pain}" if record.pain else ""
    if roomy:
        when, length, pain = f"{when:<13}", f"{format_minutes(record.seconds):>6} ", f"{pain:<8}"
    else:
        when, length = f"{when:<8}", f"{format_minutes(record.seconds):>5} "
        pain = pain and f"{pain} "
    row = Content.assemble(
        (when, "$secondary"),
        length,
        ("◐ " if record.is_partial else "  ", "$warning"),
        (pain, pain_style(record.pain or 0)),
        record.title,
    )
    return row + Content.styled(f"  {record.note}", "$secondary") if record.note else row


def _moment(record: SessionRecord, today: date) -> str:
    """Day and time; of days further back the whole day, without the time."""
    day = record.started.date()
    if 0 <= (today - day).days < SHORT_DAYS:
        return f"{shortest_day(day, today):<6} {record.started:%H:%M}"
    return short_day(day, today)


def _monday_of_record(record: SessionRecord) -> date:
    return monday_of(record.started.date())


def _totals(records: list[SessionRecord]) -> str:
    """Sessions and minutes of those that count."""
    in_totals = [record for record in records if record.is_counted]
    minutes = round(sum(record.seconds for record in in_totals) / 60)
    return f"{counted(len(in_totals), 'session')}, {minutes} min"


def _week_row(monday: date, totals: str, today: date) -> Content:
    """Line above a week."""
    if monday == monday_of(today) - ONE_WEEK:
        name = "last week"
    else:
        name = f"week of {monday.day} {monday:%b}" + f" {monday.year}" * (monday.year != today.year)
    return Content.styled(f"── {name}{totals} ──", _LINE_STYLE)
