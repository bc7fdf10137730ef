"""Reading the history: every session of every device as one list.

The files are described in docs/data-format.md. Modules are loaded only by the methods that need
them, so that importing this is quick.
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from footcoach_tui.boundary.paths import Folders
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.history.errors import HistoryError, history_problem
from footcoach_tui.history.index import answers
from footcoach_tui.history.index.index import HistoryIndex, Update
from footcoach_tui.history.index.schema import ProblemKind

if TYPE_CHECKING:  # each command loads only what it shows
    from footcoach_tui.coach.practice.days import Day
    from footcoach_tui.coach.practice.exercise_totals import ExerciseTotals
    from footcoach_tui.history.months.entries import EntryKind
    from footcoach_tui.history.query.query import Query
    from footcoach_tui.session.record import SessionRecord

_MIN_PREFIX_LENGTH = 6
_BATCH = 500
"""Sessions in memory at once while all of them are read."""


class HistoryReader:
    """The sessions of a data folder.

    Reading raises nothing for file contents: what cannot be used is left out and named in
    `problems`. Sessions come newest first, by their own local day and then by the moment.
    """

    def __init__(self, folders: Folders, device: str = "") -> None:
        """Nothing is read yet. `device` replaces this machine's name."""
        self.folders = folders
        self._device = device
        self.index = HistoryIndex(folders.data, folders.cache)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Problems of the last reading with files, and with sessions in them.

        Each is named once; for damage they say what to do about it.
        """
        found = self.index.ask(answers.file_problems, Update.NONE)
        problems = dict.fromkeys(self.index.listing.problems if self.index.listing else ())
        for file, session, sentence, kind in found:
            advice = ""
            if kind is ProblemKind.DAMAGED:
                from footcoach_tui.history.months.backups import advice_on_damage  # noqa: PLC0415 - seldom needed

                advice = advice_on_damage(self.folders, file, self._device)
            path = file.path(self.folders.data)
            problems[history_problem(path, sentence + advice, session)] = None
        return tuple(problems)

    def last(self, count: int) -> "tuple[SessionRecord, ...]":
        """Return the newest `count` sessions."""
        return self.index.ask(lambda db: answers.newest(db, limit=max(count, 0)))

    def all(self) -> "tuple[SessionRecord, ...]":
        return self.index.ask(answers.newest)

    def find(self, query: "Query", limit: int | None = None) -> "tuple[SessionRecord, ...]":
        """Return the sessions that match, at most `limit`."""
        where, values = query.condition()
        return self.index.ask(lambda db: answers.newest(db, where, values, limit))

    def iterate(self, query: "Query") -> "Iterator[SessionRecord]":
        """Yield the sessions that match; only some of them are in memory at once."""
        where, values = query.condition()
        ids = self.index.ask(lambda db: answers.newest_ids(db, where, values))
        for start in range(0, len(ids), _BATCH):
            batch = ids[start : start + _BATCH]
            records = self.by_id(batch)
            yield from (records[identity] for identity in batch if identity in records)

    def by_id(self, identities: list[str]) -> "dict[str, SessionRecord]":
        """Return those of these sessions that are in the history, by id."""
        return self.index.ask(lambda db: answers.sessions_by_id(db, identities))

    def get(self, prefix: str) -> "SessionRecord | None":
        """Return the session whose id begins with `prefix`, of any case.

        Raises HistoryError for fewer than 6 characters, or when several ids begin with it.
        """
        if len(prefix) < _MIN_PREFIX_LENGTH:
            raise HistoryError(f"An id needs at least {_MIN_PREFIX_LENGTH} of its characters")
        if not prefix.isascii():
            return None
        ids = prefix.upper(), f"{prefix.upper()}~"
        found = self.index.ask(lambda db: answers.newest(db, "id >= ? and id < ?", ids, limit=2))
        if len(found) > 1:
            raise HistoryError("Several sessions have an id that begins like this; give more of it")
        return found[0] if found else None

    def count(self) -> int:
        return self.index.ask(answers.count_sessions)

    def days(self, first: date = date.min) -> "tuple[Day, ...]":
        """Return the days from `first` with sessions that count, oldest first."""
        return self.index.ask(lambda db: answers.training_days(db, first.isoformat()))

    def exercise_totals(self) -> "dict[str, ExerciseTotals]":
        """Return the totals of each exercise over all sessions that count, by its id."""
        return self.index.ask(answers.totals_of_exercises)

    def entries(self, kind: "EntryKind") -> list[dict[str, object]]:
        """Return the documents of the entries of a kind, the latest day first."""
        from footcoach_tui.history.index.rows import entries  # noqa: PLC0415 - only here

        return self.index.ask(lambda db: entries(db, kind))
