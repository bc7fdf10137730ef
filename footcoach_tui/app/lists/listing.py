"""Which sessions a list shows: the last ones, those of a day, or those a query finds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from footcoach_tui.app.lists.seeking import Seeker
from footcoach_tui.coach.year import Cell
from footcoach_tui.history.query.parse import parse
from footcoach_tui.history.store import History
from footcoach_tui.session.lengths import counted
from footcoach_tui.session.record import SessionRecord

MOST = 200
"""Sessions in a list; a query or a day of the calendar leads to the others."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be listed: a day of the calendar, or a query; neither is the last sessions."""

    cell: Cell | None = None
    text: str = ""


LATEST = Wanted()


class Listing:
    """Reads what is wanted, in threads."""

    def __init__(self, history: History, today: Callable[[], date]) -> None:
        """Read nothing yet."""
        self._history = history
        self._today = today
        self.seeker = Seeker(history, today)

    def read(
        self, wanted: Wanted, is_stale: Callable[[], bool]
    ) -> tuple[SessionRecord, ...] | None:
        """The sessions, newest first; None when nobody waits for them any more."""
        if wanted.cell:
            return self._history.find(parse(f"on:{wanted.cell.day}", self._today()), MOST)
        if wanted.text:
            return self.seeker.seek(wanted.text, MOST, is_stale)
        return self._history.last(MOST)


def heading(wanted: Wanted, listed: int, total: int) -> str:
    """What stands over the list; `total` is how many sessions there are."""
    if wanted.cell:
        return wanted.cell.sentence
    is_cut = listed >= MOST
    if wanted.text:
        return f"the last {listed} that were found" if is_cut else f"{listed or 'nothing'} found"
    if not total and not listed:
        return "No session yet. Your first one will stand here; a adds one done elsewhere."
    return (
        f"the last {listed} of {total:,} sessions"
        if is_cut
        else counted(total or listed, "session")
    )
