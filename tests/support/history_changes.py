"""Changes to a history for tests of failing disks, kills and power cuts.

Each is made in a folder of its own, `make_history`, whose sessions before and after are known.
"""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import chain, combinations
from pathlib import Path
from typing import NamedTuple

from sample_folders import folders_of

from footcoach_tui.boundary.files import write_durably
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.history.store import History
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side

DEVICE = "here-1"
CALLS = (
    *("open", "write", "read", "fsync", "close", "replace", "unlink", "mkdir", "link"),
    *("stat", "fstat", "listdir", "scandir"),
)
Sessions = frozenset[tuple[str, int | None]]
"""Id and pain of each session."""


def history_in(folder: Path, day: int = 9) -> History:
    return History(folders_of(folder), DEVICE, now=lambda: datetime(2026, 5, day, tzinfo=UTC))


def session(number: int, day: str, pain: int | None = None) -> SessionRecord:
    started = datetime.fromisoformat(f"{day}T07:00:00+01:00")
    sets = (SetRecord(1, Side.LEFT, 8, 8, 48.0, 48.0, SetOutcome.DONE),)
    exercises = (ExerciseRecord("short-foot", "Short foot", sets),)
    identity = f"01KK01Z2ZG8Q2N5V0J5C8{number:05d}"
    return SessionRecord(identity, "daily", "Daily", started, "", 600.0, exercises, pain=pain)


def sessions_in(folder: Path) -> Sessions:
    """Return the sessions; none is there twice."""
    records = history_in(folder).all()
    assert len({record.id for record in records}) == len(records)
    return frozenset((record.id, record.pain) for record in records)


OLD = (session(1, "2026-02-05"), session(2, "2026-03-05"))
NEW = (session(11, "2026-03-11"), session(12, "2026-03-12"), session(13, "2026-04-13"))
ENTRY = {"id": session(21, "2026-03-07").id, "day": "2026-03-07", "feet": 3}


def make_history(folder: Path) -> None:
    """Make a history of two sessions, one of them changed since: its month has a backup."""
    for day, record in enumerate(OLD, 1):
        history_in(folder, day).add(record)
    history_in(folder, 3).update(OLD[0]._replace(pain=2))


class ChangeCase(NamedTuple):
    """A change: what is done before it, the change, and the months that it writes.

    `months` are the sessions that it brings or takes away, by month; all or none of a month are
    written. `what` begins its sentence in the list of changes, if it can be undone. `is_taking` is
    set if the sessions are taken away.
    """

    prepare: Callable[[Path], object]
    change: Callable[[History], object]
    months: tuple[Sessions, ...] = ()
    what: str = ""
    is_taking: bool = False

    def possible(self, before: Sessions) -> set[Sessions]:
        """Return what may be there after an attempt, from `before`."""
        numbers = range(len(self.months) + 1)
        written = chain.from_iterable(combinations(self.months, number) for number in numbers)
        return {self._after(before, months) for months in written}

    def is_noted(self, history: History) -> bool:
        """Whether it is the latest of the changes that can be undone."""
        latest = "".join(history.undoable()[:1])
        return bool(self.what) and latest.startswith(self.what)

    def result(self, before: Sessions) -> Sessions:
        return self._after(before, self.months)

    def _after(self, before: Sessions, months: tuple[Sessions, ...]) -> Sessions:
        sessions = frozenset[tuple[str, int | None]]().union(*months)
        return before - sessions if self.is_taking else before | sessions


def _damage(folder: Path) -> None:
    month = folder / "history" / DEVICE / "2026-02.json"
    write_durably(month, month.read_bytes()[:-90])


def _add_new(history: History) -> object:
    return history.add_all(NEW, "import of 3 sessions")


def _of(*records: SessionRecord) -> Sessions:
    return frozenset((record.id, record.pain) for record in records)


CASES = {
    "restore": ChangeCase(
        _damage, lambda history: history.restore("2026-02"), (_of(OLD[0]),), "Restored"
    ),
    "import": ChangeCase(lambda _: None, _add_new, (_of(*NEW[:2]), _of(NEW[2])), "Import"),
    "undo": ChangeCase(
        lambda folder: _add_new(history_in(folder)),
        lambda history: history.undo(),
        (_of(*NEW[:2]), _of(NEW[2])),
        is_taking=True,
    ),
    "entry": ChangeCase(
        lambda _: None,
        lambda history: history.add_entry(EntryKind.CHECK_IN, ENTRY),
        what="Saved the check-in",
    ),
}


def check_attempt(case: ChangeCase, folder: Path, before: Sessions, *, is_done: bool) -> None:
    """Check what is there after an attempt, and that it is undone, or said why not."""
    after = sessions_in(folder)
    assert after in case.possible(before)
    if is_done:
        assert after == case.result(before)
    entries = history_in(folder).entries(EntryKind.CHECK_IN)
    assert entries in ([], [ENTRY])
    if is_done and case is CASES["entry"]:
        assert entries == [ENTRY]
    damaged = [problem.file for problem in history_in(folder).problems]
    assert case is CASES["restore"] or damaged == []
    is_noted = case.is_noted(history_in(folder))
    sentence, is_undone = attempt_undo(folder)
    assert sentence.isprintable()
    undone = sessions_in(folder)
    assert is_undone or undone == after
    is_removed = case is CASES["entry"] and is_undone and is_noted
    assert history_in(folder).entries(EntryKind.CHECK_IN) == ([] if is_removed else entries)
    if is_undone and is_noted:
        assert not undone & frozenset[tuple[str, int | None]]().union(*case.months)


def attempt_undo(folder: Path) -> tuple[str, bool]:
    """Return the sentence, and whether a change was undone."""
    try:
        return history_in(folder).undo(), True
    except HistoryError as error:
        return str(error), False


def kill_at(nth: int, work: Callable[[], object]) -> bool:
    """Do the work in a process that ends at its `nth` call; return whether it came to its end."""
    child = os.fork()
    if child == 0:
        _end_at(nth)
        try:
            work()
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def _end_at(nth: int) -> None:
    count = 0

    def wrapped(real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **options: object) -> object:
            nonlocal count
            count += 1
            if count == nth:
                os._exit(9)
            return real(*args, **options)

        return call

    for name in CALLS:
        setattr(os, name, wrapped(getattr(os, name)))
