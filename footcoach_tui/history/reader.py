"""Reading the history: every session of every device as one list.

The files are described in docs/data-format.md. Modules are loaded only by the methods that need
them, so that importing this is quick.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.history.fields import Document
from footcoach_tui.history.months.versions import Version
from footcoach_tui.history.scan import MAX_DAY, MIN_DAY, HistoryScan
from footcoach_tui.session.record import SessionRecord

if TYPE_CHECKING:
    from footcoach_tui.coach.days import Day
    from footcoach_tui.history.months.tally import MonthTotals
    from footcoach_tui.history.query.query import Query
    from footcoach_tui.history.search_session import SearchSession


class HistoryReader:
    """The sessions below a data folder.

    Reading raises nothing for file contents: what cannot be used is left out and named in
    `problems`. Sessions come newest first, by their own local day and then by the moment.
    """

    def __init__(self, folder: Path) -> None:
        """`folder` is the data folder; nothing is read yet."""
        self.folder = folder
        self._problems: tuple[Problem, ...] = ()
        self._latest: HistoryScan | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Problems of the latest reading, and of months changed without being read."""
        if self._latest:
            scan, self._latest = self._latest, None
            scan.check_all()
            scan.close()
            self._problems = scan.problems
        return self._problems

    def last(self, count: int) -> tuple[SessionRecord, ...]:
        """The newest `count` sessions. Opens no more months than necessary."""
        with self._scan() as scan:
            return tuple(islice(scan.records(scan.newest_first()), max(count, 0)))

    def all(self) -> tuple[SessionRecord, ...]:
        with self._scan() as scan:
            return tuple(scan.records(scan.newest_first()))

    def since(self, day: date) -> tuple[SessionRecord, ...]:
        """The sessions of `day` and later, by their own local days."""
        with self._scan() as scan:
            return tuple(scan.records(scan.newest_first(day.isoformat())))

    def find(self, query: "Query", limit: int | None = None) -> tuple[SessionRecord, ...]:
        """The sessions that match, at most `limit`. Opens only months that may have some."""
        with self._scan() as scan:
            return tuple(islice(scan.records(_matching(scan, query)), limit))

    def get(self, prefix: str) -> SessionRecord | None:
        """The session whose id begins with `prefix`, of any case.

        Raises HistoryError for fewer than 6 characters, or when several ids begin with it.
        """
        with self._scan() as scan:
            version = scan.find_by_prefix(prefix)
            return next(scan.records([version]), None) if version else None

    def documents(self, first: str = MIN_DAY, last: str = MAX_DAY) -> Iterator[Document]:
        """The stored documents of the days from `first` to `last` (YYYY-MM-DD)."""
        with self._scan() as scan:
            yield from scan.documents(scan.newest_first(first, last))

    def open_search(self) -> "SearchSession":
        """A search in memory, for queries answered on each key."""
        from footcoach_tui.history.search_session import SearchSession  # noqa: PLC0415 - only here

        return SearchSession(self.documents)

    def days(self) -> "tuple[Day, ...]":
        """The days with sessions that count, oldest first."""
        from footcoach_tui.history.months.tally import Tally  # noqa: PLC0415 - only here

        with self._scan() as scan:
            return Tally.training_days(scan.tallies())

    def months(self) -> "tuple[MonthTotals, ...]":
        """The sums of each calendar month, newest first."""
        from footcoach_tui.history.months.tally import MonthTotals  # noqa: PLC0415 - only here

        with self._scan() as scan:
            return MonthTotals.of_tallies(scan.tallies())

    @contextmanager
    def _scan(self) -> Iterator[HistoryScan]:
        scan = HistoryScan(self.folder)
        try:
            yield scan
        finally:
            scan.close()
            self._latest = scan


def _matching(scan: HistoryScan, query: "Query") -> Iterator[Version]:
    """The versions that match, newest first."""
    from footcoach_tui.history.query.facts import SessionFacts  # noqa: PLC0415 - only here

    def may_match(month: str) -> bool:
        names = scan.exercise_names(month)
        return names is None or query.may_match_month(names)

    first = query.first.isoformat() if query.first else MIN_DAY
    last = query.last.isoformat() if query.last else MAX_DAY
    for version in scan.newest_first(first, last, may_match if query.exercises else None):
        if query.matches(SessionFacts.of(version.document)):
            yield version
