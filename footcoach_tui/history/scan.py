"""One walk through the history, newest session first, opening one month after the other."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.history.changes.versions import Version
from footcoach_tui.history.codec import from_document
from footcoach_tui.history.errors import history_problem
from footcoach_tui.history.fields import Document, FieldError
from footcoach_tui.history.ids import ID_LENGTH
from footcoach_tui.history.indexing.index import Index
from footcoach_tui.history.months.files import MonthFile, MonthFiles, month_signature
from footcoach_tui.history.months.format import MAX_MONTH_BYTES
from footcoach_tui.history.months.locator import MonthLocator
from footcoach_tui.history.months.open_month import (
    OpenedMonth,
    latest_day_first,
    open_quickly,
    open_strictly,
)
from footcoach_tui.session.record import SessionRecord

MIN_DAY, MAX_DAY = "", "9999-99-99"
"""Days before and after all others."""

_Days = Iterator[tuple[str, Iterator[Version]]]
_SameDay = tuple[str, list[Version], _Days]
"""A day, its sessions in one month, and the days of that month before it."""

_DAY = itemgetter(1)
_END = "-31"
"""No month has a later day."""

_NEVER = datetime.min.replace(tzinfo=UTC)


if TYPE_CHECKING:  # a name for the type checker only: sums are not always asked for
    from footcoach_tui.history.indexing.tally import Tally

MonthSpan = tuple[str, str, str]
"""The last and the first of the days between which its sessions lie, and the name (YYYY-MM)."""


class HistoryScan:
    """The sessions of every device, each id once; what cannot be used becomes a problem."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the data folder."""
        self._folder = folder
        self._shelf = MonthFiles(folder)
        self._index = Index(folder)
        self._problems = dict.fromkeys(self._shelf.problems)
        self._whereabouts = MonthLocator(folder, self._index, self._shelf)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was left out so far."""
        return tuple(self._problems)

    def close(self) -> None:
        """Keep what was learned about the months read, and let go of the index."""
        self._index.save()
        self._index = Index(self._folder)

    def records(self, versions: Iterable[Version]) -> Iterator[SessionRecord]:
        """The versions as records."""
        for version in versions:
            try:
                yield from_document(version.document)
            except FieldError as error:
                self._leave_out(version, str(error))

    def documents(self, versions: Iterable[Version]) -> Iterator[Document]:
        """The versions as they are stored."""
        for version in versions:
            try:
                yield version.document
            except FieldError as error:
                self._leave_out(version, str(error))

    def newest_first(
        self,
        first: str = MIN_DAY,
        last: str = MAX_DAY,
        passes: Callable[[MonthSpan], bool] | None = None,
    ) -> Iterator[Version]:
        """The versions that hold, of the days from `first` to `last`, without deletions.

        By local day and then by the moment: a traveller's sessions can have their moments the
        other way round. Months that `passes` says no to are not opened.
        """
        months = sorted(self._months())
        seen: set[str] = set()
        opened: list[_SameDay] = []
        while True:
            day = max([one[0] for one in opened], default=MIN_DAY)
            if months and months[-1][0] >= max(day, first):
                month = months.pop()
                if month[1] <= last and (passes is None or passes(month)):
                    versions = self._unseen(month[2], last, seen)
                    opened += _next_day(groupby(versions, key=_DAY))
            elif opened and day >= first:
                yield from _by_moment([one for each in opened if each[0] == day for one in each[1]])
                after = [_next_day(one[2]) if one[0] == day else [one] for one in opened]
                opened = [one for each in after for one in each]
            else:
                return

    def containing(self, text: str) -> Iterator[Version]:
        """The same of the months in whose files `text` stands anywhere."""
        wanted = text.encode()
        return self.newest_first(
            passes=lambda month: _mentions(self._shelf.files(month[-1]), wanted)
        )

    def tallies(self) -> "Iterator[Tally]":
        """The sums of every month, out of the index where it has them."""
        marks = self._shelf.signatures()
        for name in sorted(marks, reverse=True):
            known = self._index.tally(name, marks[name], self.superseded(name))
            yield known or self._strictly(name).tally

    def exercise_names(self, month: str) -> set[str] | None:
        """Ids and names of the exercises in a month; None when they are not known."""
        tally = self._index.tally(month, self._shelf.signatures()[month], self.superseded(month))
        return set(tally.names()) if tally else None

    def superseded(self, month: str) -> Collection[str]:
        """The ids of sessions in a month of which another month has the version that holds."""
        return self._whereabouts.overview().superseded.get(month, ())

    def check_all(self) -> None:
        """Look at the months passed over: what was changed in them since is read, and told."""
        if not self._whereabouts.was_believed:
            return
        for name, marks in self._shelf.signatures().items():
            if self._index.line(name, marks) is None:
                self._strictly(name)

    def _months(self) -> list[MonthSpan]:
        """The months. Those whose folders nobody touched need not be looked at one by one."""
        spans = self._whereabouts.overview().spans
        found = [(name + _END, name, name) for name in self._shelf.months() - spans.keys()]
        return found + [(last, first, name) for name, (first, last) in spans.items()]

    def _opened(self, name: str) -> Iterable[Version]:
        """What holds in a month, the latest day first."""
        files = self._shelf.files(name)
        line = self._index.line(name, month_signature(files))
        if line and line.is_checked:
            versions = open_quickly(files, line)
            if versions is not None:
                return versions
        return latest_day_first(self._strictly(name).versions)

    def _unseen(self, name: str, last: str, seen: set[str]) -> Iterator[Version]:
        """What holds in a month up to a day, and in no other; deletions are left out.

        `seen` is what was met before: a line that was copied by hand a moment ago is met twice.
        """
        outdone = self.superseded(name)
        try:
            for version in self._opened(name):
                if version.id not in seen and version.id not in outdone:
                    seen.add(version.id)
                    if version.date and version.date <= last:
                        yield version
        except (OSError, ValueError):
            self._problems[history_problem(self._folder, "could not be read to its end")] = None

    def _strictly(self, name: str) -> OpenedMonth:
        outdone, files = self.superseded(name), self._shelf.files(name)
        opened = open_strictly(files, outdone)
        self._problems |= dict.fromkeys(opened.problems)
        if opened.line:
            if self._whereabouts.was_believed and not self._index.line(
                name, month_signature(files)
            ):
                self._index.drop_overview()  # it was changed in its place
            self._index.put(name, opened.signature, opened.line)
            self._index.put_tally(name, opened.signature, opened.tally, outdone)
        return opened

    def _leave_out(self, version: Version, why: str) -> None:
        self._problems[history_problem(Path(version.path), why, version.id[:ID_LENGTH])] = None


def _next_day(days: _Days) -> list[_SameDay]:
    """The next day of a month, and the days after it; nothing at its end."""
    for day, versions in days:
        return [(day, list(versions), days)]
    return []


def _by_moment(same_day: list[Version]) -> list[Version]:
    """The latest first; of one moment the greater id, so that there is no other order."""
    return sorted(same_day, key=_moment, reverse=True) if len(same_day) > 1 else same_day


def _mentions(files: list[MonthFile], wanted: bytes) -> bool:
    try:
        return any(wanted in read_regular_file(Path(file.path), MAX_MONTH_BYTES) for file in files)
    except (UnreadableError, OSError):
        return True  # who opens it tells why


def _moment(version: Version) -> tuple[datetime, str]:
    try:
        return version.started, version.id
    except ValueError:  # whoever makes a record of it tells why
        return _NEVER, version.id
