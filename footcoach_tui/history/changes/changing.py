"""Changes to the history, each a new version, written under the lock and noted to be undone."""

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from footcoach_tui.boundary.files import WriteError, locked, reason
from footcoach_tui.boundary.folders import PlaceError, ensure_private
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.reading import UnreadableError
from footcoach_tui.history.changes.undoing import Change, Entry, Undoing
from footcoach_tui.history.changes.versions import (
    DELETED,
    REVISION,
    WRITTEN,
    Version,
    deletion,
    following,
    stamped,
    unstamped,
)
from footcoach_tui.history.codec import carried, from_document
from footcoach_tui.history.device import own_device
from footcoach_tui.history.fields import Document
from footcoach_tui.history.ids import month_in
from footcoach_tui.history.indexing.index import Index, Span
from footcoach_tui.history.months.home import Home
from footcoach_tui.history.months.shelf import FOLDER, state_of_folders
from footcoach_tui.history.problem import HistoryError, problem

LOCK = "history.lock"
_MOST_HOMES = 4
"""How many months are kept in memory on the way."""
_ANEW = ", and a new file begun"

Wanted = tuple[str, str, Document | None]
"""A session's id, its home month, and what it is to be: None when it is to go."""


class Made(NamedTuple):
    """What was written, by id, and the ids of what was just so already."""

    documents: dict[str, Document]
    unchanged: tuple[str, ...] = ()


@contextmanager
def changing(folder: Path, device: str, now: Callable[[], datetime]) -> Iterator["Changing"]:
    """The history of `folder` held under its lock; all trouble comes out as HistoryError.

    `device` stands in for the name kept in the folder.
    """
    try:
        if not folder.is_dir():
            ensure_private(folder)
        with locked(folder / LOCK, "The history"):
            name = device or own_device(folder, os.uname().nodename)
            yield Changing(folder, name, now)
    except (WriteError, PlaceError, UnreadableError) as error:
        raise HistoryError(str(error)) from error
    except OSError as error:
        why = f"could not be written: {reason(error)}"
        raise HistoryError(str(problem(folder, why))) from error


class Changing:
    """The history while its lock is held. `told` is what the person should know afterwards."""

    def __init__(self, folder: Path, device: str, now: Callable[[], datetime]) -> None:
        """Nothing is read yet."""
        self.device = device
        self.told: list[Problem] = []
        self.undoing = Undoing(folder)
        self._folder = folder
        self._now = now
        self._index = Index(folder)
        self._homes: dict[str, Home] = {}

    def versions(self, month: str, identities: Collection[str]) -> dict[str, Version]:
        """The versions that hold in a month. Raises HistoryError if our own file is damaged."""
        home = self._home(month)
        if home.damage:
            raise HistoryError(str(problem(home.path, f"{home.damage}{home.offer}")))
        return home.versions(identities)

    def held(self, month: str, identities: Collection[str]) -> dict[str, Version]:
        """The same, but what is damaged counts as not there."""
        return self._home(month).versions(identities)

    def homes(self, months: Mapping[str, str]) -> dict[str, str]:
        """The home month of each session: where it lies already, else that of its day.

        `months` are those of their days, by id. A session that was moved to another month is
        looked for in the month that its id tells, and nowhere else.
        """
        looked = defaultdict[str, set[str]](set)
        for identity, month in months.items():
            looked[month].add(identity)
            looked[month_in(identity) or month].add(identity)
        found = dict(months)
        for month in sorted(looked):  # in the latest where there are several, as reading has it
            elsewhere = [one for one in looked[month] if months[one] != month]
            if elsewhere:
                with suppress(HistoryError, UnreadableError, WriteError):
                    there = self._home(month).versions(elsewhere)
                    found |= dict.fromkeys(there, month)
        return found

    def make(
        self, wanted: Iterable[Wanted], *, what: str = "", kind: str = "", exact: bool = False
    ) -> Made:
        """Write new versions, and note as `what` how to undo them; without a name, do not note it.

        Fields unknown here are carried over from the versions before, unless `exact`. What would
        change nothing is left out when `kind` is "many".
        """
        by_home = defaultdict[str, list[Wanted]](list)
        for one in wanted:
            by_home[one[1]].append(one)
        changes: list[Change] = []
        new: dict[str, dict[str, Document]] = {}
        unchanged: list[str] = []
        for home, each in by_home.items():
            before = self._home(home).versions({one[0] for one in each})
            for one in each:
                old = before.get(one[0])
                change, document = self._change(one, old, exact=exact)
                if kind == "many" and old and is_same(document, old.document):
                    unchanged.append(one[0])
                else:
                    changes.append(change)
                    new.setdefault(home, {})[one[0]] = document
        if what and changes:
            self._note(Entry(what, tuple(changes), kind))
        fresh = {change.id for change in changes if change.before is None}
        spans = self._spans()
        for home, unsorted in new.items():
            documents = dict(sorted(unsorted.items(), key=_by_time))
            is_known = self._put(home, documents, fresh)
            strays = any(str(one.get("date"))[:7] != home for one in documents.values())
            spans = spans if is_known and not strays else None
        if spans is not None:
            with suppress(OSError):
                self._index.put_spans(state_of_folders(self._folder), spans)
        self._index.save()
        written = {one: document for each in new.values() for one, document in each.items()}
        return Made(written, tuple(unchanged))

    def bring_back(self, month: str, versions: Iterable[Version], what: str) -> None:
        """Write versions of this device to a month just as they were; `what` names it to undo."""
        back = {one.id: one for one in versions}
        before = {one.id: one.document for one in self.held(month, back.keys()).values()}
        changes = [Change(one.id, month, before.get(one.id), one.stamp) for one in back.values()]
        self._note(Entry(what, tuple(changes), "many"))
        documents = {one.id: one.document for one in back.values()}
        self._put(month, dict(sorted(documents.items(), key=_by_time)), set(), "")
        self._index.save()

    def _change(
        self, one: Wanted, old: Version | None, *, exact: bool
    ) -> tuple[Change, dict[str, object]]:
        stamp = following(old.stamp if old else None, self.device, self._now())
        before = old.document if old else None
        identity, home, wished = one
        change = Change(identity, home, before, stamp)
        if wished is None:
            return change, deletion(identity, stamp)
        if exact:
            return change, stamped(wished, stamp)
        document = dict(wished)
        if before is not None and not before.get(DELETED):
            document["device"] = document["device"] or before.get("device", "")
            document = carried(unstamped(before), document)
        document["device"] = document["device"] or self.device
        return change, stamped(document, stamp)

    def _note(self, entry: Entry) -> None:
        """Before it is done: what is not done after all is passed over when it is to be undone."""
        try:
            latest = self.undoing.latest() if entry.kind == "add" else None
            if latest and latest.kind == "add" and _goes_on(entry, latest):
                change = entry.changes[0]._replace(before=latest.changes[0].before)
                self.undoing.push(entry._replace(changes=(change,)), instead=True)
            else:
                self.undoing.push(entry)
        except WriteError as error:
            self.told.append(problem(Path(error.file), f"{error.sentence}; it cannot be undone"))

    def _spans(self) -> dict[str, Span] | None:
        try:
            return self._index.spans(state_of_folders(self._folder))
        except OSError:
            return None

    def _put(
        self, month: str, documents: Mapping[str, Document], fresh: set[str], anew: str = _ANEW
    ) -> bool:
        """Write them to their month; whether the index knows about all of it."""
        home = self._home(month)
        home.versions(documents)
        del self._homes[month]  # it is not what was read any more
        try:
            aside = home.put(documents, self._now())
        except HistoryError as error:
            raise HistoryError(str(problem(home.path, str(error)))) from error
        if aside:
            why = f"was damaged; it is kept as {aside}{anew}{home.offer if anew else ''}"
            self.told.append(problem(home.path, why))
            return False
        return fresh.issuperset(documents) and home.note(map(from_document, documents.values()))

    def _home(self, month: str) -> Home:
        if month not in self._homes:
            if len(self._homes) >= _MOST_HOMES:
                self._homes.clear()
            try:
                self._homes[month] = Home(self._folder, month, self.device, self._index)
            except HistoryError as error:
                path = self._folder / FOLDER / self.device / f"{month}.json"
                raise HistoryError(str(problem(path, str(error)))) from error
        return self._homes[month]


def is_same(one: Document | None, other: Document | None) -> bool:
    """Whether two versions show the same: stamps aside, and nothing is like a deletion."""
    return _bare(one) == _bare(other)


def _bare(document: Document | None) -> Mapping[str, object]:
    return {} if document is None or document.get(DELETED) else unstamped(document)


def _by_time(named: tuple[str, Document]) -> tuple[str, str]:
    return str(named[1].get("date", "")), named[0]


def _goes_on(entry: Entry, latest: Entry) -> bool:
    """Whether it adds the session that was just added once more, with what was answered since."""
    if len(entry.changes) != 1 or len(latest.changes) != 1:
        return False
    (change,), (former,) = entry.changes, latest.changes
    before = change.before or {}
    stamp = (before.get(WRITTEN), before.get(REVISION))
    return change.id == former.id and stamp == former.after[:2]
