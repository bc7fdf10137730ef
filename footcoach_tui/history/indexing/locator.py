"""The months of a session: mostly the one of its id; ids in other months are in the index.

Versions of a session can be in the files of several months: of all of them the one with the
latest stamp is current, and of equal ones that of the later month.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.history.ids import ids_of_other_months, month_of_id
from footcoach_tui.history.indexing.index import Index, IndexOverview
from footcoach_tui.history.months.files import MonthFile, MonthFiles
from footcoach_tui.history.months.format import MAX_MONTH_BYTES
from footcoach_tui.history.months.open_month import open_strictly, scan_line
from footcoach_tui.history.months.row_lines import MonthLine
from footcoach_tui.history.months.versions import Version


class MonthLocator:
    """The overview of all months, from the index where it is current."""

    def __init__(self, folder: Path, index: Index, files: MonthFiles | None = None) -> None:
        """`folder` is the data folder; without `files` it is listed when needed."""
        self._folder = folder
        self._index = index
        self._files = files
        self._overview: IndexOverview | None = None
        self.used_index = False
        """Whether the overview is from the index: month files were not checked one by one."""

    def overview(self) -> IndexOverview:
        """The overview; where the index has none, it is made from the months."""
        if self._overview is None:
            self._overview = self._index.overview(self._folder_state())
            self.used_index = self._overview is not None
        if self._overview is None:
            self._overview = self._make_overview()
            self._index.put_overview(self._month_files().folder_state, self._overview)
        return self._overview

    def months_of(self, identities: Iterable[str]) -> dict[str, set[str]]:
        """The months that can have versions of each session, and no others."""
        self.overview()  # so that every month has a line
        months = {identity: {month_of_id(identity)} - {""} for identity in identities}
        guests = {identity for identity in months if self._index.mentions(identity)}
        if guests:
            for month, signature in self._month_files().signatures().items():
                line = self._index.line(month, signature)
                for identity in guests.intersection(line.guest_ids if line else ()):
                    months[identity].add(month)
        return months

    def _folder_state(self) -> str:
        if self._files is None:
            with suppress(OSError):  # MonthFiles reports it
                return MonthFiles.current_folder_state(self._folder)
        return self._month_files().folder_state

    def _month_files(self) -> MonthFiles:
        if self._files is None:
            self._files = MonthFiles(self._folder)
        return self._files

    def _make_overview(self) -> IndexOverview:
        spans = {}
        guests: dict[str, Collection[str]] = {}
        for month, signature in self._month_files().signatures().items():
            line = self._index.line(month, signature) or self._scan_line(month)
            if line is None:  # opening it reports why
                guests[month] = ids_of_other_months(month, self._versions(month))
                continue
            guests[month] = line.guest_ids
            if line.has_strays(month):
                spans[month] = (line.first, line.last)
        superseded = self._superseded(guests)
        for month in superseded.keys() - spans.keys():
            spans[month] = (month, f"{month}-31")
        return IndexOverview(spans, superseded)

    def _scan_line(self, month: str) -> MonthLine | None:
        scanned = scan_line(self._month_files().files(month))
        if scanned is None:
            return None
        signature, line = scanned
        self._index.put(month, signature, line)
        return line

    def _superseded(self, guests: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
        """By month, the sessions whose current version is in another month."""
        months = defaultdict[str, set[str]](set)
        for month, ids in guests.items():
            for identity in ids:
                months[identity].add(month)
        by_own_month = defaultdict[str, list[str]](list)
        for identity in months:
            by_own_month[month_of_id(identity)].append(identity)
        for month in by_own_month.keys() & guests.keys():
            for identity in _mentioned(self._month_files().files(month), by_own_month[month]):
                months[identity].add(month)
        several = {identity: names for identity, names in months.items() if len(names) > 1}
        versions = {month: self._versions(month) for month in set().union(*several.values())}
        superseded = defaultdict[str, list[str]](list)
        for identity in sorted(several):
            ranked = sorted(
                (month for month in several[identity] if identity in versions[month]),
                key=lambda month: versions[month][identity].rank,
            )
            for month in ranked[:-1]:
                superseded[month].append(identity)
        return dict(superseded)

    def _versions(self, month: str) -> dict[str, Version]:
        """The current versions of a month by id; problems are reported where it is read."""
        opened = open_strictly(self._month_files().files(month))
        return {version.id: version for version in opened.versions}


def _mentioned(files: list[MonthFile], ids: list[str]) -> list[str]:
    """The ids that are in a month's files, or might be."""
    try:
        contents = [read_regular_file(Path(file.path), MAX_MONTH_BYTES) for file in files]
    except (UnreadableError, OSError):
        return ids
    return [
        identity for identity in ids if any(identity.encode() in content for content in contents)
    ]
