"""A pass through the history, newest session first, opening one month after the other."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import UTC, datetime
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.history.codec import from_document
from footcoach_tui.history.errors import HistoryError, history_problem
from footcoach_tui.history.fields import Document, FieldError
from footcoach_tui.history.ids import ID_LENGTH
from footcoach_tui.history.indexing.index import Index
from footcoach_tui.history.indexing.locator import MonthLocator
from footcoach_tui.history.months.files import MonthFile, MonthFiles, month_signature
from footcoach_tui.history.months.format import MAX_MONTH_BYTES
from footcoach_tui.history.months.open_month import OpenedMonth, open_quickly, open_strictly
from footcoach_tui.history.months.versions import Version
from footcoach_tui.session.record import SessionRecord

if TYPE_CHECKING:  # sums are not always needed
    from footcoach_tui.history.months.tally import Tally

MIN_DAY, MAX_DAY = "", "9999-99-99"
"""Days before and after all others."""

_T = TypeVar("_T")
_MonthSpan = tuple[str, str, str]
"""The last and the first day of a month's sessions, and its name (YYYY-MM)."""
_Days = Iterator[tuple[str, Iterator[Version]]]
_NextDay = tuple[str, list[Version], _Days]
"""A day, its sessions in one month, and the earlier days of that month."""

_MIN_PREFIX_LENGTH = 6
_MONTH_END = "-31"
_NEVER = datetime.min.replace(tzinfo=UTC)


class HistoryScan:
    """The sessions of every device in a data folder, each id once; unusable ones are problems."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = MonthFiles(folder)
        self._index = Index(folder)
        self._problems = dict.fromkeys(self._files.problems)
        self._locator = MonthLocator(folder, self._index, self._files)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Problems with what was left out so far."""
        return tuple(self._problems)

    def close(self) -> None:
        """Save the index, and free its memory."""
        self._index.save()
        self._index = Index(self._folder)

    def records(self, versions: Iterable[Version]) -> Iterator[SessionRecord]:
        """The versions as records."""
        return self._read(versions, lambda version: from_document(version.document))

    def documents(self, versions: Iterable[Version]) -> Iterator[Document]:
        """The versions as stored documents."""
        return self._read(versions, lambda version: version.document)

    def newest_first(
        self,
        first: str = MIN_DAY,
        last: str = MAX_DAY,
        may_match: Callable[[str], bool] | None = None,
    ) -> Iterator[Version]:
        """The current versions of the days from `first` to `last`, without deletions.

        By local day and then by the moment: a traveller's sessions can have their moments the
        other way round. `may_match`, given a month, says whether to open it.
        """
        months = sorted(self._months())
        ids: set[str] = set()
        opened: list[_NextDay] = []
        while True:
            day = max([month[0] for month in opened], default=MIN_DAY)
            if months and months[-1][0] >= max(day, first):
                _, begin, name = months.pop()
                if begin <= last and (may_match is None or may_match(name)):
                    versions = self._current(name, last, ids)
                    opened += _next_day(groupby(versions, key=itemgetter(1)))
            elif opened and day >= first:
                due = [month for month in opened if month[0] == day]
                yield from _by_moment([version for month in due for version in month[1]])
                opened = [month for month in opened if month[0] != day]
                opened += [following for month in due for following in _next_day(month[2])]
            else:
                return

    def find_by_prefix(self, prefix: str) -> Version | None:
        """The version of the session whose id begins with `prefix`, of any case.

        Raises HistoryError for fewer than 6 characters, or when several ids begin with it.
        """
        if len(prefix) < _MIN_PREFIX_LENGTH:
            raise HistoryError(f"An id needs at least {_MIN_PREFIX_LENGTH} of its characters")
        prefix = prefix.upper()[: ID_LENGTH + 1]
        content = prefix.encode()
        versions = self.newest_first(
            may_match=lambda month: _mentions(self._files.files(month), content)
        )
        all_matches = (version for version in versions if version.id.startswith(prefix))
        matches = list(islice(all_matches, 1 if len(prefix) == ID_LENGTH else 2))
        if len(matches) > 1:
            raise HistoryError("Several sessions have an id that begins like this; give more of it")
        return matches[0] if matches else None

    def tallies(self) -> "Iterator[Tally]":
        """The sums of every month, from the index where they are current."""
        signatures = self._files.signatures()
        for month in sorted(signatures, reverse=True):
            tally = self._index.tally(month, signatures[month], self.superseded(month))
            yield tally or self._open_strictly(month).tally

    def exercise_names(self, month: str) -> set[str] | None:
        """Ids and names of the exercises in a month; None when the index has none."""
        signature = self._files.signatures()[month]
        tally = self._index.tally(month, signature, self.superseded(month))
        return set(tally.names()) if tally else None

    def superseded(self, month: str) -> Collection[str]:
        """The ids of sessions in a month whose current version is in another month."""
        return self._locator.overview().superseded.get(month, ())

    def check_all(self) -> None:
        """Open the months that were changed without a trace in their folder."""
        if not self._locator.used_index:
            return
        for month, signature in self._files.signatures().items():
            if self._index.line(month, signature) is None:
                self._open_strictly(month)

    def _months(self) -> list[_MonthSpan]:
        """The months; where the folders are unchanged, without looking at each file."""
        spans = self._locator.overview().spans
        others = self._files.months() - spans.keys()
        regular = [(month + _MONTH_END, month, month) for month in others]
        return regular + [(last, first, month) for month, (first, last) in spans.items()]

    def _open(self, month: str) -> Iterable[Version]:
        """The current versions in a month, the latest day first."""
        files = self._files.files(month)
        line = self._index.line(month, month_signature(files))
        if line and line.is_checked:
            versions = open_quickly(files, line)
            if versions is not None:
                return versions
        return self._open_strictly(month).versions

    def _current(self, month: str, last: str, ids: set[str]) -> Iterator[Version]:
        """The versions of a month up to a day that are current in all months, without deletions.

        `ids` are those yielded before, and skipped: a line copied by hand just now is read twice.
        """
        superseded = self.superseded(month)
        try:
            for version in self._open(month):
                if version.id not in ids and version.id not in superseded:
                    ids.add(version.id)
                    if version.date and version.date <= last:
                        yield version
        except (OSError, ValueError):
            self._problems[history_problem(self._folder, "could not be read to its end")] = None

    def _open_strictly(self, month: str) -> OpenedMonth:
        superseded, files = self.superseded(month), self._files.files(month)
        opened = open_strictly(files, superseded)
        self._problems |= dict.fromkeys(opened.problems)
        if opened.line:
            if self._locator.used_index and not self._index.line(month, month_signature(files)):
                self._index.drop_overview()  # the file was changed in place
            self._index.put(month, opened.signature, opened.line)
            self._index.put_tally(month, opened.signature, opened.tally, superseded)
        return opened

    def _read(self, versions: Iterable[Version], read: Callable[[Version], _T]) -> Iterator[_T]:
        for version in versions:
            try:
                yield read(version)
            except FieldError as error:
                place = Path(version.path), str(error), version.id[:ID_LENGTH]
                self._problems[history_problem(*place)] = None


def _next_day(days: _Days) -> list[_NextDay]:
    """The next day of a month, and the days before it; empty at its end."""
    for day, versions in days:
        return [(day, list(versions), days)]
    return []


def _by_moment(versions: list[Version]) -> list[Version]:
    """Sort the latest first; at the same moment the greater id."""
    return sorted(versions, key=_moment, reverse=True) if len(versions) > 1 else versions


def _mentions(files: list[MonthFile], content: bytes) -> bool:
    try:
        return any(content in read_regular_file(Path(file.path), MAX_MONTH_BYTES) for file in files)
    except (UnreadableError, OSError):
        return True  # opening it reports why


def _moment(version: Version) -> tuple[datetime, str]:
    try:
        return version.started, version.id
    except ValueError:  # reading the record reports why
        return _NEVER, version.id
