"""What can be asked of the history: every session of every device, read as one.

The files are described in docs/data-format.md. Importing this costs little; nothing is loaded
that a question does not need.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.history.changes.versions import Version
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.fields import Document
from footcoach_tui.history.ids import ID_LENGTH, MIN_PREFIX_LENGTH
from footcoach_tui.history.scan import MAX_DAY, MIN_DAY, HistoryScan
from footcoach_tui.session.record import SessionRecord

if TYPE_CHECKING:  # names for the type checker only: reading must not load what it does not need
    from footcoach_tui.coach.days import Day
    from footcoach_tui.history.query.query import Query
    from footcoach_tui.history.search_session import SearchSession
    from footcoach_tui.history.totals import MonthTotals


class HistoryReader:
    """The sessions below a data folder.

    Reading never raises for what lies on disk: what cannot be used is left out and named in
    `problems`. Sessions come newest first, by their own local day and then by the moment.
    """

    def __init__(self, folder: Path) -> None:
        """`folder` is the data folder; nothing is read yet."""
        self.folder = folder
        self._problems: tuple[Problem, ...] = ()
        self._latest: HistoryScan | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the latest reading had to leave out, and why.

        Also what is wrong with months it passed over, where it was only just changed.
        """
        if self._latest:
            reading, self._latest = self._latest, None
            reading.check_all()
            reading.close()
            self._problems = reading.problems
        return self._problems

    def last(self, count: int) -> tuple[SessionRecord, ...]:
        """The newest `count` sessions. Opens no more months than that takes."""
        with self._reading() as reading:
            return tuple(islice(reading.records(reading.newest_first()), max(count, 0)))

    def all(self) -> tuple[SessionRecord, ...]:
        """Every session."""
        with self._reading() as reading:
            return tuple(reading.records(reading.newest_first()))

    def since(self, day: date) -> tuple[SessionRecord, ...]:
        """The sessions of `day` and later, in the local days they were done on."""
        with self._reading() as reading:
            return tuple(reading.records(reading.newest_first(day.isoformat())))

    def find(self, query: "Query", limit: int | None = None) -> tuple[SessionRecord, ...]:
        """The sessions a query asks for, at most `limit`. Opens only months that can hold some."""
        from footcoach_tui.history.search import matching  # noqa: PLC0415 - only here

        with self._reading() as reading:
            return tuple(islice(reading.records(matching(reading, query)), limit))

    def get(self, prefix: str) -> SessionRecord | None:
        """The session whose id begins with `prefix`, of any case; None when there is none.

        Raises HistoryError for fewer than 6 characters, or when several begin so.
        """
        with self._reading() as reading:
            version = find_by_prefix(reading, prefix)
            return next(reading.records([version]), None) if version else None

    def documents(self, first: str = MIN_DAY, last: str = MAX_DAY) -> Iterator[Document]:
        """The stored documents of the days from `first` to `last` (YYYY-MM-DD), as they are."""
        with self._reading() as reading:
            yield from reading.documents(reading.newest_first(first, last))

    def open_search(self) -> "SearchSession":
        """The history in memory, for as long as somebody types what they look for."""
        from footcoach_tui.history.search_session import SearchSession  # noqa: PLC0415 - only here

        return SearchSession(self.documents)

    def days(self) -> "tuple[Day, ...]":
        """The days with sessions that count, oldest first: out of the index where it is current."""
        from footcoach_tui.history.totals import days_from_tallies  # noqa: PLC0415 - only here

        with self._reading() as reading:
            return days_from_tallies(reading.tallies())

    def months(self) -> "tuple[MonthTotals, ...]":
        """What each month by the calendar comes to, newest first; the same holds."""
        from footcoach_tui.history.totals import months_from_tallies  # noqa: PLC0415 - only here

        with self._reading() as reading:
            return months_from_tallies(reading.tallies())

    @contextmanager
    def _reading(self) -> Iterator[HistoryScan]:
        reading = HistoryScan(self.folder)
        try:
            yield reading
        finally:
            reading.close()
            self._latest = reading


def find_by_prefix(reading: HistoryScan, prefix: str) -> Version | None:
    """The version of the one session whose id begins so. Raises HistoryError as `get` does."""
    if len(prefix) < MIN_PREFIX_LENGTH:
        raise HistoryError(f"An id needs at least {MIN_PREFIX_LENGTH} of its characters")
    prefix = prefix.upper()[: ID_LENGTH + 1]
    begins = (one for one in reading.containing(prefix) if one.id.startswith(prefix))
    found = list(islice(begins, 1 if len(prefix) == ID_LENGTH else 2))
    if len(found) > 1:
        raise HistoryError("Several sessions have an id that begins so; give more of it")
    return found[0] if found else None
