"""Changes to the history, each a new version, written under the lock and noted to be undone."""

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from footcoach_tui.boundary.files import WriteError, error_reason, file_lock
from footcoach_tui.boundary.paths import PathError, create_private_folder
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.history.changes.undo_log import UndoChange, UndoEntry, UndoLog
from footcoach_tui.history.changes.versions import Version, current_versions
from footcoach_tui.history.changes.write_version import WriteRequest, new_version, same_document
from footcoach_tui.history.codec import from_document
from footcoach_tui.history.device import ensure_device
from footcoach_tui.history.errors import HistoryError, history_problem
from footcoach_tui.history.fields import Document
from footcoach_tui.history.indexing.index import Index
from footcoach_tui.history.months.files import HISTORY_FOLDER, state_of_folders
from footcoach_tui.history.months.locator import MonthLocator
from footcoach_tui.history.months.locked_month import LockedMonth

_MOST = 4
"""How many months are kept in memory on the way."""


class LockedMonths:
    """The months of a data folder, read as they are asked for. What is written must be let go."""

    def __init__(self, folder: Path, device: str, index: Index) -> None:
        """`device` is this one. Nothing is read yet."""
        self._folder, self._device, self._index = folder, device, index
        self._whereabouts = MonthLocator(folder, index)
        self._homes: dict[str, LockedMonth] = {}

    def home(self, month: str) -> LockedMonth:
        """A month. Raises HistoryError, UnreadableError and WriteError for our own file of it."""
        if month not in self._homes:
            if len(self._homes) >= _MOST:
                self._homes.clear()
            try:
                self._homes[month] = LockedMonth(self._folder, month, self._device, self._index)
            except HistoryError as error:
                path = self._folder / HISTORY_FOLDER / self._device / f"{month}.json"
                raise HistoryError(str(history_problem(path, str(error)))) from error
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
            raise HistoryError(str(history_problem(home.path, f"{home.damage}{home.offer}")))
        return self.held(month, identities)

    def held(self, month: str, identities: Collection[str]) -> dict[str, Version]:
        """The same, but what is damaged counts as not there."""
        there = list(self.home(month).versions(identities).values())
        return current_versions([*there, *self._anywhere(identities)])

    def homes(self, months: Mapping[str, str]) -> dict[str, str]:
        """The home of each session: where the version that holds stands, else the month of its day.

        `months` are those of their days, by id.
        """
        there = current_versions(self._anywhere(months))
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


_LOCK_FILE = "history.lock"
_ANEW = ", and a new file begun"


class WriteResult(NamedTuple):
    """What was written, by id, and the ids of what was just so already."""

    documents: dict[str, Document]
    unchanged: tuple[str, ...] = ()


@contextmanager
def transaction(folder: Path, device: str, now: Callable[[], datetime]) -> Iterator["Transaction"]:
    """The history of `folder` held under its lock; all trouble comes out as HistoryError.

    `device` stands in for the name kept in the folder.
    """
    try:
        if not folder.is_dir():
            create_private_folder(folder)
        with file_lock(folder / _LOCK_FILE, "The history"):
            name = device or ensure_device(folder, os.uname().nodename)
            yield Transaction(folder, name, now)
    except (WriteError, PathError, UnreadableError) as error:
        raise HistoryError(str(error)) from error
    except OSError as error:
        why = f"could not be written: {error_reason(error)}"
        raise HistoryError(str(history_problem(folder, why))) from error


class Transaction:
    """The history while its lock is held. `told` is what the person should know afterwards."""

    def __init__(self, folder: Path, device: str, now: Callable[[], datetime]) -> None:
        """Nothing is read yet."""
        self.device = device
        self.warnings: list[Problem] = []
        self.undoing = UndoLog(folder)
        self._folder = folder
        self._now = now
        self._index = Index(folder)
        self.months = LockedMonths(folder, device, self._index)

    def write(
        self, wanted: Iterable[WriteRequest], *, what: str = "", kind: str = "", exact: bool = False
    ) -> WriteResult:
        """Write new versions, and note as `what` how to undo them; without a name, do not note it.

        Fields unknown here are carried over from the versions before, unless `exact`. What would
        change nothing is left out when `kind` is "many".
        """
        by_home = defaultdict[str, list[WriteRequest]](list)
        for one in wanted:
            by_home[one[1]].append(one)
        changes: list[UndoChange] = []
        new: dict[str, dict[str, Document]] = {}
        unchanged: list[str] = []
        for home, each in by_home.items():
            before = self.months.home(home).versions({one[0] for one in each})
            for one in each:
                old = before.get(one[0])
                change, document = new_version(one, old, self.device, self._now(), exact=exact)
                if kind == "many" and old and same_document(document, old.document):
                    unchanged.append(one[0])
                else:
                    changes.append(change)
                    new.setdefault(home, {})[one[0]] = document
        if what and changes:
            self._note(UndoEntry(what, tuple(changes), kind))
        self._write(new, {change.id for change in changes if change.before is None})
        written = {one: document for each in new.values() for one, document in each.items()}
        return WriteResult(written, tuple(unchanged))

    def bring_back(self, month: str, versions: Iterable[Version], what: str) -> None:
        """Write versions of this device to a month just as they were; `what` names it to undo."""
        back = {one.id: one for one in versions}
        before = {one.id: one.document for one in self.months.held(month, back.keys()).values()}
        changes = [
            UndoChange(one.id, month, before.get(one.id), one.stamp) for one in back.values()
        ]
        self._note(UndoEntry(what, tuple(changes), "many"))
        self._put(month, {one.id: one.document for one in back.values()}, set(), "")
        self._index.drop_overview()
        self._index.save()

    def _note(self, entry: UndoEntry) -> None:
        """Before it is done: what is not done after all is passed over when it is to be undone."""
        try:
            self.undoing.note(entry)
        except WriteError as error:
            self.warnings.append(
                history_problem(Path(error.file), f"{error.sentence}; it cannot be undone")
            )

    def _write(self, new: Mapping[str, Mapping[str, Document]], fresh: set[str]) -> None:
        """Write documents to their homes, by their ids, and keep the index up with them.

        `fresh` are the ids of sessions that were nowhere before.
        """
        overview = None
        with suppress(OSError):
            overview = self._index.overview(state_of_folders(self._folder))
        for home, documents in new.items():
            is_known = self._put(home, documents, fresh)
            strays = any(str(one.get("date"))[:7] != home for one in documents.values())
            if not is_known or strays or (overview and home in overview.spans):
                overview = None
        with suppress(OSError):
            if overview is not None:
                self._index.put_overview(state_of_folders(self._folder), overview)
            elif new:
                self._index.drop_overview()
        self._index.save()

    def _put(
        self, month: str, documents: Mapping[str, Document], fresh: set[str], anew: str = _ANEW
    ) -> bool:
        """Write them to their month; whether the index knows about all of it."""
        documents = dict(sorted(documents.items(), key=_by_time))
        home = self.months.home(month)
        home.versions(documents)
        self.months.let_go(month)
        try:
            aside = home.put(documents, self._now())
        except HistoryError as error:
            raise HistoryError(str(history_problem(home.path, str(error)))) from error
        if aside:
            why = f"was damaged; it is kept as {aside}{anew}{home.offer if anew else ''}"
            self.warnings.append(history_problem(home.path, why))
            return False
        return fresh.issuperset(documents) and home.note(map(from_document, documents.values()))


def _by_time(named: tuple[str, Document]) -> tuple[str, str]:
    return str(named[1].get("date", "")), named[0]
