"""In which months sessions lie. Mostly it is one, told by the id; who lies elsewhere is indexed.

A session whose versions stand in the files of several months is there once: of all of them the
one with the latest stamp holds, and of equal ones that of the later month.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.history.changes.versions import Version
from footcoach_tui.history.ids import ids_of_other_months, month_of_id
from footcoach_tui.history.indexing.index import Index, IndexOverview, MonthLine
from footcoach_tui.history.months.files import MonthFile, MonthFiles, state_of_folders
from footcoach_tui.history.months.format import MAX_MONTH_BYTES
from footcoach_tui.history.months.open_month import open_strictly, scan_line


class MonthLocator:
    """What is known of all months together, out of the index where it has it."""

    def __init__(self, folder: Path, index: Index, shelf: MonthFiles | None = None) -> None:
        """`folder` is the data folder; without a `shelf` it is looked through when needed."""
        self._folder = folder
        self._index = index
        self._shelf = shelf
        self._overview: IndexOverview | None = None
        self.was_believed = False
        """Whether months were passed over without a look at their files."""

    def overview(self) -> IndexOverview:
        """What is known of all months; where that is nothing, each is looked at."""
        if self._overview is None:
            self._overview = self._index.overview(self._state())
            self.was_believed = self._overview is not None
        if self._overview is None:
            self._overview = self._looked_at_all()
            self._index.put_overview(self._all().folders, self._overview)
        return self._overview

    def of(self, identities: Iterable[str]) -> dict[str, set[str]]:
        """The months in which each session can lie, and no others."""
        self.overview()  # so that every month has a line
        found = {one: {month_of_id(one)} - {""} for one in identities}
        travelled = {one for one in found if self._index.mentions(one)}
        if travelled:
            for name, marks in self._all().signatures().items():
                line = self._index.line(name, marks)
                for one in travelled.intersection(line.guest_ids if line else ()):
                    found[one].add(name)
        return found

    def _state(self) -> str:
        if self._shelf is None:
            with suppress(OSError):  # of which the shelf tells
                return state_of_folders(self._folder)
        return self._all().folders

    def _all(self) -> MonthFiles:
        if self._shelf is None:
            self._shelf = MonthFiles(self._folder)
        return self._shelf

    def _looked_at_all(self) -> IndexOverview:
        spans = {}
        guests: dict[str, Collection[str]] = {}
        for name, marks in self._all().signatures().items():
            line = self._index.line(name, marks) or self._looked_over(name)
            if line is None:  # whoever opens it tells why
                guests[name] = ids_of_other_months(name, self._versions(name))
                continue
            guests[name] = line.guest_ids
            if line.has_strays(name):
                spans[name] = (line.first, line.last)
        outdone = self._outdone(guests)
        for name in outdone.keys() - spans.keys():
            spans[name] = (name, f"{name}-31")
        return IndexOverview(spans, outdone)

    def _looked_over(self, name: str) -> MonthLine | None:
        seen = scan_line(self._all().files(name))
        if seen is None:
            return None
        self._index.put(name, *seen)
        return seen[1]

    def _outdone(self, guests: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
        """By month, the sessions of which another month has the version that holds."""
        months = defaultdict[str, set[str]](set)
        for name, ids in guests.items():
            for one in ids:
                months[one].add(name)
        at_home = defaultdict[str, list[str]](list)
        for one in months:
            at_home[month_of_id(one)].append(one)
        for name in at_home.keys() & guests.keys():
            for one in _mentioned(self._all().files(name), at_home[name]):
                months[one].add(name)
        several = {one: names for one, names in months.items() if len(names) > 1}
        there = {name: self._versions(name) for name in set().union(*several.values())}
        found = defaultdict[str, list[str]](list)
        for one in sorted(several):
            lying = [name for name in several[one] if one in there[name]]
            lying.sort(key=lambda name: there[name][one].rank)
            for name in lying[:-1]:
                found[name].append(one)
        return dict(found)

    def _versions(self, name: str) -> dict[str, Version]:
        """What holds in a month; whoever reads it for its sessions tells what is wrong in it."""
        return {one.id: one for one in open_strictly(self._all().files(name)).versions}


def _mentioned(files: list[MonthFile], ids: list[str]) -> list[str]:
    """The ids that are in a month's files, or might be."""
    try:
        contents = [read_regular_file(Path(file.path), MAX_MONTH_BYTES) for file in files]
    except (UnreadableError, OSError):
        return ids
    return [one for one in ids if any(one.encode() in content for content in contents)]
