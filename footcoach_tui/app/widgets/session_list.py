"""Sessions in a list, a line each: day, length, pain, and what it was."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from footcoach_tui.app.cards.session import pain_style
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.text.durations import format_minutes, short_day

_MIN_COLUMNS_FOR_PAIN = 48
"""Columns from which pain has a column of its own."""


class SessionList(PaneList, ResizeAware):
    """Keeps the sessions that it shows."""

    def __init__(self, *, id: str | None = None) -> None:
        """Show none yet."""
        super().__init__(id=id)
        self._records: dict[str, SessionRecord] = {}
        self._today: date | None = None

    def show(self, records: Iterable[SessionRecord], today: date) -> None:
        """Show sessions, as they come."""
        self._records = {record.id: record for record in records}
        self._today = today
        self._list()

    def on_resize(self) -> None:
        """Show the rows as there is room."""
        self._list()

    def _list(self) -> None:
        if not self._today or not self.size.width:
            return
        roomy = self.size.width >= _MIN_COLUMNS_FOR_PAIN
        rows = (_session_row(one, self._today, roomy=roomy) for one in self._records.values())
        self.fill(list(zip(self._records, rows, strict=True)))

    @property
    def selected(self) -> SessionRecord | None:
        """The session one is at."""
        option = self.highlighted_option
        return self._records.get(option.id or "") if option else None


def _session_row(record: SessionRecord, today: date, *, roomy: bool = True) -> Content:
    """A session in a line, what matters least last; a `roomy` one has a column for pain."""
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
