"""The months while the history's lock is held: which versions stand in them, and where."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from footcoach_tui.boundary.files import WriteError
from footcoach_tui.boundary.reading import UnreadableError
from footcoach_tui.history.changes.versions import Version, holding
from footcoach_tui.history.indexing.index import Index
from footcoach_tui.history.months.home import Home
from footcoach_tui.history.months.shelf import FOLDER
from footcoach_tui.history.months.whereabouts import Whereabouts
from footcoach_tui.history.problem import HistoryError, problem

_MOST = 4
"""How many months are kept in memory on the way."""


class HeldMonths:
    """The months of a data folder, read as they are asked for. What is written must be let go."""

    def __init__(self, folder: Path, device: str, index: Index) -> None:
        """`device` is this one. Nothing is read yet."""
        self._folder, self._device, self._index = folder, device, index
        self._whereabouts = Whereabouts(folder, index)
        self._homes: dict[str, Home] = {}

    def home(self, month: str) -> Home:
        """A month. Raises HistoryError, UnreadableError and WriteError for our own file of it."""
        if month not in self._homes:
            if len(self._homes) >= _MOST:
                self._homes.clear()
            try:
                self._homes[month] = Home(self._folder, month, self._device, self._index)
            except HistoryError as error:
                path = self._folder / FOLDER / self._device / f"{month}.json"
                raise HistoryError(str(problem(path, str(error)))) from error
        return self._homes[month]

    def let_go(self, month: str) -> None:
        """Keep a month no longer: it is about to be written, and not what was read any more."""
        del self._homes[month]

    def versions(self, month: str, identities: Collection[str]) -> dict[str, Version]:
        """The versions that hold of sessions of a month, in whichever file they stand.

        Raises HistoryError if our own file of the month is damaged.
        """
        home = self.home(month)
        if home.damage:
            raise HistoryError(str(problem(home.path, f"{home.damage}{home.offer}")))
        return self.held(month, identities)

    def held(self, month: str, identities: Collection[str]) -> dict[str, Version]:
        """The same, but what is damaged counts as not there."""
        there = list(self.home(month).versions(identities).values())
        return holding([*there, *self._anywhere(identities)])

    def homes(self, months: Mapping[str, str]) -> dict[str, str]:
        """The home of each session: where the version that holds stands, else the month of its day.

        `months` are those of their days, by id.
        """
        there = holding(self._anywhere(months))
        return {one: there[one].month if one in there else months[one] for one in months}

    def _anywhere(self, identities: Collection[str]) -> Iterable[Version]:
        """The versions that hold in each month; nothing of months that cannot be read."""
        by_month = defaultdict[str, list[str]](list)
        for identity, months in self._whereabouts.of(identities).items() if identities else ():
            for month in months:
                by_month[month].append(identity)
        for month in sorted(by_month):
            with suppress(HistoryError, UnreadableError, WriteError):
                yield from self.home(month).versions(by_month[month]).values()
