"""The months of the history under its lock, found by the ids of sessions."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from footcoach_tui.boundary.files import WriteError
from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.history.changes.locked_month import LockedMonth
from footcoach_tui.history.errors import HistoryError, history_problem
from footcoach_tui.history.indexing.index import Index
from footcoach_tui.history.indexing.locator import MonthLocator
from footcoach_tui.history.months.files import HISTORY_FOLDER
from footcoach_tui.history.months.versions import Version, current_versions

_MAX_MONTHS = 4
"""Months kept in memory at once."""


class LockedMonths:
    """The months of a data folder, read when needed. A month must be dropped when written."""

    def __init__(self, folder: Path, device: str, index: Index) -> None:
        self._folder, self._device, self._index = folder, device, index
        self._locator = MonthLocator(folder, index)
        self._months: dict[str, LockedMonth] = {}

    def month(self, name: str) -> LockedMonth:
        """Read a month. Raises HistoryError, UnreadableError and WriteError for our own file."""
        if name not in self._months:
            if len(self._months) >= _MAX_MONTHS:
                self._months.clear()
            try:
                self._months[name] = LockedMonth(self._folder, name, self._device, self._index)
            except HistoryError as error:
                path = self._folder / HISTORY_FOLDER / self._device / f"{name}.json"
                raise HistoryError(str(history_problem(path, str(error)))) from error
        return self._months[name]

    def drop(self, name: str) -> None:
        del self._months[name]

    def sound_versions(self, name: str, identities: Collection[str]) -> dict[str, Version]:
        """The `versions` of a month; HistoryError if our own file of it is damaged."""
        month = self.month(name)
        if month.damage:
            sentence = f"{month.damage}{month.restore_hint}"
            raise HistoryError(str(history_problem(month.path, sentence)))
        return self.versions(name, identities)

    def versions(self, name: str, identities: Collection[str]) -> dict[str, Version]:
        """The current versions of sessions of a month, in whichever file they are.

        A damaged file counts as missing.
        """
        in_month = self.month(name).versions(identities).values()
        return current_versions([*in_month, *self._located_versions(identities)])

    def homes(self, months: Mapping[str, str]) -> dict[str, str]:
        """The home month of each session: that of its current version, else that of its day.

        `months` are those of their days, by id.
        """
        current = current_versions(self._located_versions(months))
        return {
            identity: current[identity].month if identity in current else month
            for identity, month in months.items()
        }

    def _located_versions(self, identities: Collection[str]) -> Iterable[Version]:
        """The current versions in each month; none of months that cannot be read."""
        by_month = defaultdict[str, list[str]](list)
        located = self._locator.months_of(identities) if identities else {}
        for identity, months in located.items():
            for name in months:
                by_month[name].append(identity)
        for name in sorted(by_month):
            with suppress(HistoryError, UnreadableError, WriteError):
                yield from self.month(name).versions(by_month[name]).values()
