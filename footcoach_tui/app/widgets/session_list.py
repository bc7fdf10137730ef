"""Sessions in a list, a line each: day, length, pain, and what it was."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from footcoach_tui.app.cards.session_card import pain_style
from footcoach_tui.app.widgets.keyed import Sized
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.words import minutes

ROOMY = 48
"""Columns from which pain has a column of its own."""


class SessionList(PaneList, Sized):
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
        row = session_row if self.size.width >= ROOMY else short_row
        self.fill([(name, row(record, self._today)) for name, record in self._records.items()])

    @property
    def chosen(self) -> SessionRecord | None:
        """The session one is at."""
        option = self.highlighted_option
        return self._records.get(option.id or "") if option else None


def session_row(record: SessionRecord, today: date) -> Content:
    """A session in a line; what matters least is last, to be cut off where there is no room."""
    day = record.started.date()
    when = f"{day:%a %d %b}" if day.year == today.year else f"{day:%d %b %Y}"
    pain = f"pain {record.pain}" if record.pain else ""
    row = Content.assemble(
        (f"{when:<12}", "$secondary"),
        f"{minutes(record.seconds):>6} ",
        ("◐ " if record.partial else "  ", "$warning"),
        (f"{pain:<8}", pain_style(record.pain or 0)),
        record.title,
    )
    return row + Content.styled(f"  {record.note}", "$secondary") if record.note else row


def short_row(record: SessionRecord, today: date) -> Content:
    """The same with no empty columns: pain takes room only where there was any."""
    day = record.started.date()
    when = f"{day:%d %b}" if day.year == today.year else f"{day:%b %Y}"
    row = Content.assemble(
        (f"{when:<9}", "$secondary"),
        f"{minutes(record.seconds):>5} ",
        ("◐ " if record.partial else "  ", "$warning"),
        (f"pain {record.pain} " if record.pain else "", pain_style(record.pain or 0)),
        record.title,
    )
    return row + Content.styled(f"  {record.note}", "$secondary") if record.note else row
