"""Sessions in a list, a line each: day, length, pain, and what it was."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from footcoach_tui.app.session_card import pain_style
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.words import minutes


class SessionList(PaneList):
    """Keeps the sessions that it shows."""

    def __init__(self, *, id: str | None = None) -> None:
        """Show none yet."""
        super().__init__(id=id)
        self._records: dict[str, SessionRecord] = {}

    def show(self, records: Iterable[SessionRecord], today: date) -> None:
        """Show sessions, as they come."""
        self._records = {record.id: record for record in records}
        self.fill([(name, session_row(record, today)) for name, record in self._records.items()])

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
